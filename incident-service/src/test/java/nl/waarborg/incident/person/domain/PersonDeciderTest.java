package nl.waarborg.incident.person.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.UUID;
import nl.waarborg.eventsourcing.Actor;
import nl.waarborg.eventsourcing.test.DeciderSpecification;
import nl.waarborg.incident.person.domain.PersonCommand.AssignPortalRole;
import nl.waarborg.incident.person.domain.PersonCommand.CheckCaller;
import nl.waarborg.incident.person.domain.PersonCommand.RecordDeparture;
import nl.waarborg.incident.person.domain.PersonCommand.RegisterPerson;
import nl.waarborg.incident.person.domain.PersonCommand.RevokePortalRole;
import nl.waarborg.incident.person.domain.PersonEvent.CallerChecked;
import nl.waarborg.incident.person.domain.PersonEvent.PersonChanged;
import nl.waarborg.incident.person.domain.PersonEvent.PersonLeft;
import nl.waarborg.incident.person.domain.PersonEvent.PersonRegistered;
import nl.waarborg.incident.person.domain.PersonEvent.PortalRoleAssigned;
import nl.waarborg.incident.person.domain.PersonEvent.PortalRoleRevoked;
import nl.waarborg.rules.Rule;
import org.junit.jupiter.api.Test;

class PersonDeciderTest {

    private static final UUID ANNA = UUID.fromString("01900000-0000-7000-8000-000000000001");
    private static final UUID ADMINISTRATOR = UUID.fromString("01900000-0000-7000-8000-000000000002");
    private static final Instant AT = Instant.parse("2026-03-02T09:00:00Z");

    private final DeciderSpecification<PersonCommand, Person, PersonEvent> person =
            new DeciderSpecification<>(new PersonDecider());

    private final PersonRegistered registered = new PersonRegistered(
            ANNA, Actor.Side.CUSTOMER, "afas", "Anna", "anna@example.org", "0612345678", Language.NL);

    private static PortalRoleAssigned assigned(PortalRole role) {
        return new PortalRoleAssigned(ANNA, role, role == PortalRole.INCIDENT_SUBMITTER, ADMINISTRATOR, AT);
    }

    private static AssignPortalRole assign(PortalRole role, boolean knowledge, Authority authority) {
        return new AssignPortalRole(ANNA, role, knowledge, authority, ADMINISTRATOR, AT);
    }

    @Test
    void registering_again_with_the_same_data_changes_nothing_and_with_other_data_changes_the_person() {
        var same = new RegisterPerson(
                ANNA, Actor.Side.CUSTOMER, "afas", "Anna", "anna@example.org", "0612345678", Language.NL);
        person.given().when(same).then(registered);
        person.given(registered).when(same).thenNothing();
        person.given(registered)
                .when(new RegisterPerson(
                        ANNA, Actor.Side.CUSTOMER, "afas", "Anna", "new@example.org", null, Language.EN))
                .then(new PersonChanged(ANNA, "Anna", "new@example.org", null, Language.EN));
    }

    @Test
    @Rule("INC-010")
    void only_an_administrator_of_the_customer_assigns_and_revokes_roles() {
        person.given(registered)
                .when(assign(PortalRole.INCIDENT_VIEWER, false, Authority.ADMINISTRATOR))
                .then(assigned(PortalRole.INCIDENT_VIEWER));
        person.given(registered)
                .when(assign(PortalRole.INCIDENT_VIEWER, false, Authority.NONE))
                .thenRejected("INC-010");
        person.given(registered, assigned(PortalRole.INCIDENT_VIEWER))
                .when(new RevokePortalRole(ANNA, PortalRole.INCIDENT_VIEWER, Authority.NONE, ANNA, AT))
                .thenRejected("INC-010");
        person.given(registered, assigned(PortalRole.INCIDENT_VIEWER))
                .when(new RevokePortalRole(
                        ANNA, PortalRole.INCIDENT_VIEWER, Authority.ADMINISTRATOR, ADMINISTRATOR, AT.plusSeconds(1)))
                .then(new PortalRoleRevoked(ANNA, PortalRole.INCIDENT_VIEWER, ADMINISTRATOR, AT.plusSeconds(1)));
    }

    @Test
    @Rule("INC-010")
    void the_vendor_appoints_a_first_administrator_and_gives_no_other_role() {
        person.given(registered)
                .when(assign(PortalRole.ADMINISTRATOR, false, Authority.VENDOR_FOR_FIRST_ADMINISTRATOR))
                .then(assigned(PortalRole.ADMINISTRATOR));
        person.given(registered)
                .when(assign(PortalRole.INCIDENT_SUBMITTER, true, Authority.VENDOR_FOR_FIRST_ADMINISTRATOR))
                .thenRejected("INC-010");
    }

    @Test
    @Rule("INC-010")
    void the_vendors_own_people_get_no_portal_role_of_a_customer() {
        person.given(new PersonRegistered(
                        ANNA, Actor.Side.VENDOR, "afas", "Anna", "anna@example.org", null, Language.NL))
                .when(assign(PortalRole.ADMINISTRATOR, false, Authority.ADMINISTRATOR))
                .thenRejected("INC-010");
    }

    @Test
    @Rule("INC-004")
    void a_submitter_needs_the_declaration_of_knowledge() {
        person.given(registered)
                .when(assign(PortalRole.INCIDENT_SUBMITTER, false, Authority.ADMINISTRATOR))
                .thenRejected("INC-004");
        person.given(registered)
                .when(assign(PortalRole.INCIDENT_SUBMITTER, true, Authority.ADMINISTRATOR))
                .then(assigned(PortalRole.INCIDENT_SUBMITTER));
    }

    @Test
    @Rule("INC-011")
    void an_administrator_views_all_incidents_and_submits_none() {
        var facts = facts(registered, assigned(PortalRole.ADMINISTRATOR));
        assertTrue(facts.mayViewAll());
        assertFalse(facts.maySubmit());
    }

    @Test
    @Rule({"INC-011", "INC-012"})
    void an_administrator_who_gives_itself_the_submitter_role_submits_too_and_leaves_a_trace() {
        var self = new PortalRoleAssigned(ANNA, PortalRole.INCIDENT_SUBMITTER, true, ANNA, AT);
        person.given(registered, assigned(PortalRole.ADMINISTRATOR))
                .when(new AssignPortalRole(
                        ANNA, PortalRole.INCIDENT_SUBMITTER, true, Authority.ADMINISTRATOR, ANNA, AT))
                .then(self);
        assertTrue(self.selfAssigned());
        var facts = facts(registered, assigned(PortalRole.ADMINISTRATOR), self);
        assertTrue(facts.mayViewAll());
        assertTrue(facts.maySubmit());
        assertEquals(Set.of(PortalRole.ADMINISTRATOR, PortalRole.INCIDENT_SUBMITTER), facts.roles());
    }

    @Test
    @Rule("INC-012")
    void a_submitter_submits_and_views_only_its_own() {
        var facts = facts(registered, assigned(PortalRole.INCIDENT_SUBMITTER));
        assertTrue(facts.maySubmit());
        assertTrue(facts.mayViewOwn());
        assertFalse(facts.mayViewAll());
    }

    @Test
    @Rule("INC-013")
    void a_viewer_views_all_and_submits_none() {
        var facts = facts(registered, assigned(PortalRole.INCIDENT_VIEWER));
        assertTrue(facts.mayViewAll());
        assertFalse(facts.maySubmit());
        assertTrue(facts.viewOnly());
    }

    @Test
    @Rule("INC-012")
    void a_role_counts_from_its_assignment_until_its_revocation() {
        var state = person.given(
                        registered,
                        assigned(PortalRole.INCIDENT_SUBMITTER),
                        new PortalRoleRevoked(
                                ANNA, PortalRole.INCIDENT_SUBMITTER, ADMINISTRATOR, AT.plus(2, ChronoUnit.DAYS)))
                .state();
        assertFalse(SubmitterFacts.of(ANNA, state, AT.minusMillis(1)).maySubmit());
        assertTrue(SubmitterFacts.of(ANNA, state, AT).maySubmit());
        assertFalse(SubmitterFacts.of(ANNA, state, AT.plus(2, ChronoUnit.DAYS)).maySubmit());
    }

    @Test
    @Rule("INC-014")
    void a_caller_with_the_submitter_role_is_authorised() {
        person.given(registered, assigned(PortalRole.INCIDENT_SUBMITTER))
                .when(new CheckCaller(ANNA, "0612345678", AT))
                .then(new CallerChecked(ANNA, "0612345678", true, AT));
    }

    @Test
    @Rule("INC-014")
    void any_other_caller_is_refused_and_the_check_is_kept() {
        var refused = new CallerChecked(ANNA, "0699999999", false, AT);
        var call = new CheckCaller(ANNA, "0699999999", AT);
        person.given(registered, assigned(PortalRole.INCIDENT_VIEWER))
                .when(call)
                .thenRejected("INC-014", refused);
        person.given().when(call).thenRejected("INC-014", refused);
    }

    @Test
    @Rule("INC-007")
    void who_left_holds_no_role_and_gets_no_mail() {
        var after = person.given(registered, assigned(PortalRole.ADMINISTRATOR))
                .when(new RecordDeparture(ANNA, AT.plusSeconds(60)))
                .then(new PersonLeft(ANNA, AT.plusSeconds(60)));
        assertEquals(Set.of(), after.rolesAt(AT.plusSeconds(60)));
        assertTrue(((Person.Registered) after).reachable(AT));
        assertFalse(((Person.Registered) after).reachable(AT.plusSeconds(60)));
    }

    private SubmitterFacts facts(PersonEvent... history) {
        return SubmitterFacts.of(ANNA, person.given(history).state(), AT.plusSeconds(1));
    }
}

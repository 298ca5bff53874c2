package nl.waarborg.incident.person.domain;

import java.util.List;
import java.util.Objects;
import nl.waarborg.eventsourcing.Actor;
import nl.waarborg.eventsourcing.Decider;
import nl.waarborg.eventsourcing.Decision;
import nl.waarborg.incident.person.domain.Person.Registered;
import nl.waarborg.incident.person.domain.Person.Unknown;
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

/** Who may contact Customer Support for a customer: INC-004, INC-010 to INC-014. */
public final class PersonDecider implements Decider<PersonCommand, Person, PersonEvent> {

    @Override
    public Person initialState() {
        return new Unknown();
    }

    @Override
    public Decision<PersonEvent> decide(PersonCommand command, Person person) {
        return switch (command) {
            case RegisterPerson c -> register(c, person);
            case RecordDeparture c -> leave(c, person);
            case AssignPortalRole c -> assign(c, person);
            case RevokePortalRole c -> revoke(c, person);
            case CheckCaller c -> check(c, person);
        };
    }

    private static Decision<PersonEvent> register(RegisterPerson c, Person person) {
        return switch (person) {
            case Unknown _ ->
                Decision.of(new PersonRegistered(
                        c.personId(), c.side(), c.provider(), c.name(), c.mail(), c.phone(), c.language()));
            case Registered p when isKnownSo(c, p) -> Decision.nothing();
            case Registered _ ->
                Decision.of(new PersonChanged(c.personId(), c.name(), c.mail(), c.phone(), c.language()));
        };
    }

    private static boolean isKnownSo(RegisterPerson c, Registered p) {
        return c.name().equals(p.name())
                && c.mail().equals(p.mail())
                && Objects.equals(c.phone(), p.phone())
                && c.language() == p.language();
    }

    private static Decision<PersonEvent> leave(RecordDeparture c, Person person) {
        return switch (person) {
            case Unknown _ -> unknown("INC-010");
            case Registered p when p.leftAt() != null -> Decision.nothing();
            case Registered _ -> Decision.of(new PersonLeft(c.personId(), c.at()));
        };
    }

    private static Decision<PersonEvent> assign(AssignPortalRole c, Person person) {
        if (!allows(c.authority(), c.role())) {
            return notByAdministrator();
        }
        return switch (person) {
            case Unknown _ -> unknown("INC-010");
            case Registered p
            when p.side() != Actor.Side.CUSTOMER ->
                Decision.reject(
                        "INC-010", "not-a-customers-person", "Portal roles are for persons of the customer itself.");
            case Registered p
            when p.leftAt() != null ->
                Decision.reject("INC-010", "person-left", "The person has left the organisation.");
            case Registered _
            when c.role() == PortalRole.INCIDENT_SUBMITTER && !c.knowledgeDeclared() ->
                Decision.reject(
                        "INC-004",
                        "knowledge-not-declared",
                        "Whoever submits incidents must have extensive knowledge of the software; declare it with the role.");
            case Registered p when p.rolesAt(c.at()).contains(c.role()) -> Decision.nothing();
            case Registered _ ->
                Decision.of(
                        new PortalRoleAssigned(c.personId(), c.role(), c.knowledgeDeclared(), c.assignedBy(), c.at()));
        };
    }

    private static Decision<PersonEvent> revoke(RevokePortalRole c, Person person) {
        if (!allows(c.authority(), c.role())) {
            return notByAdministrator();
        }
        return switch (person) {
            case Unknown _ -> unknown("INC-010");
            case Registered p when !p.rolesAt(c.at()).contains(c.role()) -> Decision.nothing();
            case Registered _ -> Decision.of(new PortalRoleRevoked(c.personId(), c.role(), c.revokedBy(), c.at()));
        };
    }

    private static boolean allows(Authority authority, PortalRole role) {
        return switch (authority) {
            case ADMINISTRATOR, CUSTOMER_SYSTEM -> true;
            case VENDOR_FOR_FIRST_ADMINISTRATOR -> role == PortalRole.ADMINISTRATOR;
            case NONE -> false;
        };
    }

    private static Decision<PersonEvent> check(CheckCaller c, Person person) {
        var authorised = SubmitterFacts.of(c.personId(), person, c.at()).maySubmit();
        Decision<PersonEvent> checked =
                Decision.of(new CallerChecked(c.personId(), c.phoneNumber(), authorised, c.at()));
        return authorised
                ? checked
                : checked.rejecting(
                        "INC-014",
                        "caller-not-authorised",
                        "The caller may not submit incidents for this customer; no support is given.");
    }

    private static Decision<PersonEvent> notByAdministrator() {
        return Decision.reject(
                "INC-010", "administrator-only", "Only an Administrator of the customer gives and takes portal roles.");
    }

    private static Decision<PersonEvent> unknown(String rule) {
        return Decision.reject(rule, "unknown-person", "No such person is registered with this customer.");
    }

    @Override
    public Person evolve(Person person, PersonEvent event) {
        return switch (event) {
            case PersonRegistered e ->
                new Registered(e.side(), e.provider(), e.name(), e.mail(), e.phone(), e.language(), List.of(), null);
            case PersonChanged e ->
                person instanceof Registered p ? p.reachedAt(e.name(), e.mail(), e.phone(), e.language()) : person;
            case PersonLeft e -> person instanceof Registered p ? p.left(e.at()) : person;
            case PortalRoleAssigned e -> person instanceof Registered p ? p.with(e.role(), e.at()) : person;
            case PortalRoleRevoked e -> person instanceof Registered p ? p.without(e.role(), e.at()) : person;
            case CallerChecked _ -> person;
        };
    }
}

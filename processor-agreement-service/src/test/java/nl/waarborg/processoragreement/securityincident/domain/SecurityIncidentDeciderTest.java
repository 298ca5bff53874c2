package nl.waarborg.processoragreement.securityincident.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.waarborg.eventsourcing.test.DeciderSpecification;
import nl.waarborg.processoragreement.securityincident.domain.SecurityIncidentCommand.AddAffectedTenant;
import nl.waarborg.processoragreement.securityincident.domain.SecurityIncidentCommand.CloseSecurityIncident;
import nl.waarborg.processoragreement.securityincident.domain.SecurityIncidentCommand.CorrectDiscovery;
import nl.waarborg.processoragreement.securityincident.domain.SecurityIncidentCommand.RegisterSecurityIncident;
import nl.waarborg.processoragreement.securityincident.domain.SecurityIncidentEvent.AffectedTenantAdded;
import nl.waarborg.processoragreement.securityincident.domain.SecurityIncidentEvent.DiscoveryCorrected;
import nl.waarborg.processoragreement.securityincident.domain.SecurityIncidentEvent.SecurityIncidentClosed;
import nl.waarborg.processoragreement.securityincident.domain.SecurityIncidentEvent.SecurityIncidentRegistered;
import nl.waarborg.rules.Rule;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SecurityIncidentDeciderTest {

    private static final UUID INCIDENT = new UUID(1, 1);
    private static final UUID EMPLOYEE = new UUID(1, 2);
    private static final Instant DISCOVERED = Instant.parse("2026-03-27T19:00:00Z");
    private static final Instant NOW = Instant.parse("2026-03-27T20:00:00Z");
    private static final AffectedTenant CUSTOMER = new AffectedTenant(new UUID(2, 1), "ciphertext");

    private final DeciderSpecification<SecurityIncidentCommand, SecurityIncident, SecurityIncidentEvent> incident =
            new DeciderSpecification<>(new SecurityIncidentDecider());

    private static RegisterSecurityIncident register(
            IncidentOrigin origin, Instant discoveredAt, @Nullable Instant there, List<AffectedTenant> affected) {
        return new RegisterSecurityIncident(
                INCIDENT,
                "afas",
                IncidentType.SECURITY,
                origin,
                null,
                discoveredAt,
                there,
                null,
                EMPLOYEE,
                "support-agent",
                affected,
                List.of(),
                "What happened",
                NOW);
    }

    private List<SecurityIncidentEvent> registered() {
        return incident.given()
                .when(register(IncidentOrigin.OWN, DISCOVERED, null, List.of(CUSTOMER)))
                .events();
    }

    @Test
    @Rule({"PRA-047", "PRA-054"})
    void one_entry_holds_every_affected_customer_and_nothing_of_one_in_plain() {
        var event =
                assertInstanceOf(SecurityIncidentRegistered.class, registered().getFirst());
        assertEquals(List.of(CUSTOMER), event.affectedTenants());
        assertEquals("support-agent", event.reportedAs());
        assertNull(event.description(), "it stands with each customer, under that customer's key");
        incident.given(registered())
                .when(register(IncidentOrigin.OWN, DISCOVERED, null, List.of(CUSTOMER)))
                .thenNothing();
        incident.given(registered())
                .when(register(IncidentOrigin.OWN, NOW, null, List.of(CUSTOMER)))
                .thenRejected("PRA-054");
    }

    @Test
    @Rule("PRA-048")
    void discovery_is_a_fact_that_is_corrected_by_an_event_of_its_own() {
        var earlier = DISCOVERED.minusSeconds(600);
        incident.given(registered())
                .when(new CorrectDiscovery(earlier, null, EMPLOYEE, "A colleague knew", NOW))
                .then(new DiscoveryCorrected(INCIDENT, DISCOVERED, earlier, EMPLOYEE, "A colleague knew", NOW));
        incident.given(registered())
                .when(new CorrectDiscovery(NOW.plusSeconds(1), null, EMPLOYEE, "a slip", NOW))
                .thenRejected("PRA-048");
        var informed = DISCOVERED.plusSeconds(60);
        incident.given(registered())
                .when(new CorrectDiscovery(informed.plusSeconds(1), informed, EMPLOYEE, "a slip", NOW))
                .thenRejected("PRA-048");
        incident.given(registered())
                .when(new CorrectDiscovery(informed, informed, EMPLOYEE, "On the way", NOW))
                .then(new DiscoveryCorrected(INCIDENT, DISCOVERED, informed, EMPLOYEE, "On the way", NOW));
        incident.given()
                .when(register(IncidentOrigin.OWN, NOW.plusSeconds(1), null, List.of()))
                .thenRejected("PRA-048");
    }

    @Test
    @Rule("PRA-049")
    void a_sub_processors_incident_is_registered_with_its_own_discovery() {
        var event = assertInstanceOf(
                SecurityIncidentRegistered.class,
                incident.given()
                        .when(register(
                                IncidentOrigin.SUBPROCESSOR,
                                DISCOVERED,
                                DISCOVERED.minusSeconds(60),
                                List.of(CUSTOMER)))
                        .events()
                        .getFirst());
        assertEquals(DISCOVERED.minusSeconds(60), event.subprocessorDiscoveredAt());
        incident.given()
                .when(register(IncidentOrigin.OWN, DISCOVERED, DISCOVERED.minusSeconds(60), List.of()))
                .thenRejected("PRA-049");
        incident.given()
                .when(register(IncidentOrigin.SUBPROCESSOR, DISCOVERED, DISCOVERED.plusSeconds(60), List.of()))
                .thenRejected("PRA-049");
    }

    @Test
    @Rule("PRA-054")
    void it_is_closed_when_every_affected_customer_was_informed() {
        incident.given(registered())
                .when(new CloseSecurityIncident("done", List.of(CUSTOMER.tenant()), NOW))
                .thenRejected("PRA-046");
        var closed = new SecurityIncidentClosed(INCIDENT, "Access was closed", NOW);
        incident.given(registered())
                .when(new CloseSecurityIncident("Access was closed", List.of(), NOW))
                .then(closed);
        var further = new AffectedTenant(new UUID(2, 2), "ciphertext");
        incident.given(registered())
                .when(new AddAffectedTenant(further, NOW))
                .then(new AffectedTenantAdded(INCIDENT, further, NOW));
        incident.given(registered().getFirst(), closed)
                .when(new AddAffectedTenant(further, NOW))
                .thenRejected("PRA-054");
        incident.given(registered()).when(new AddAffectedTenant(CUSTOMER, NOW)).thenNothing();
    }
}

package nl.waarborg.processoragreement.securityincident.domain;

import nl.waarborg.eventsourcing.Decider;
import nl.waarborg.eventsourcing.Decision;
import nl.waarborg.processoragreement.securityincident.domain.SecurityIncident.Registered;
import nl.waarborg.processoragreement.securityincident.domain.SecurityIncident.Unknown;
import nl.waarborg.processoragreement.securityincident.domain.SecurityIncidentCommand.AddAffectedTenant;
import nl.waarborg.processoragreement.securityincident.domain.SecurityIncidentCommand.CloseSecurityIncident;
import nl.waarborg.processoragreement.securityincident.domain.SecurityIncidentCommand.CorrectDiscovery;
import nl.waarborg.processoragreement.securityincident.domain.SecurityIncidentCommand.RegisterSecurityIncident;
import nl.waarborg.processoragreement.securityincident.domain.SecurityIncidentEvent.AffectedTenantAdded;
import nl.waarborg.processoragreement.securityincident.domain.SecurityIncidentEvent.DiscoveryCorrected;
import nl.waarborg.processoragreement.securityincident.domain.SecurityIncidentEvent.SecurityIncidentClosed;
import nl.waarborg.processoragreement.securityincident.domain.SecurityIncidentEvent.SecurityIncidentRegistered;

/** The register: everything is in it, and nothing of it is changed but by an event of its own (PRA-047, PRA-054, PRA-055). */
public final class SecurityIncidentDecider
        implements Decider<SecurityIncidentCommand, SecurityIncident, SecurityIncidentEvent> {

    @Override
    public SecurityIncident initialState() {
        return new Unknown();
    }

    @Override
    public Decision<SecurityIncidentEvent> decide(SecurityIncidentCommand command, SecurityIncident incident) {
        return switch (incident) {
            case Unknown _ ->
                command instanceof RegisterSecurityIncident c
                        ? register(c)
                        : Decision.reject("PRA-054", "not-registered", "There is no such security incident.");
            case Registered registered ->
                switch (command) {
                    case RegisterSecurityIncident c -> again(c, registered);
                    case AddAffectedTenant c -> affect(c, registered);
                    case CorrectDiscovery c -> correct(c, registered);
                    case CloseSecurityIncident c -> close(c, registered);
                };
        };
    }

    private static Decision<SecurityIncidentEvent> register(RegisterSecurityIncident c) {
        if (c.discoveredAt().isAfter(c.at())) {
            return Decision.reject("PRA-048", "discovered-later", "It cannot be discovered after it is registered.");
        }
        if (c.origin() == IncidentOrigin.OWN && (c.subprocessorId() != null || c.subprocessorDiscoveredAt() != null)) {
            return Decision.reject("PRA-049", "not-a-subprocessors", "An own incident names no sub-processor.");
        }
        if (c.subprocessorDiscoveredAt() != null && c.subprocessorDiscoveredAt().isAfter(c.discoveredAt())) {
            return Decision.reject(
                    "PRA-049",
                    "chain-runs-backwards",
                    "The sub-processor cannot have discovered it after its message.");
        }
        return Decision.of(registered(c));
    }

    private static SecurityIncidentRegistered registered(RegisterSecurityIncident c) {
        return new SecurityIncidentRegistered(
                c.incidentId(),
                c.provider(),
                c.type(),
                c.origin(),
                c.subprocessorId(),
                c.discoveredAt(),
                c.subprocessorDiscoveredAt(),
                c.occurredAt(),
                c.reportedBy(),
                c.reportedAs(),
                c.affectedTenants(),
                c.relatedIncidents(),
                c.affectedTenants().isEmpty() ? c.description() : null);
    }

    /** Ciphertexts differ each time, so the same report is known by what it says in plain. */
    private static Decision<SecurityIncidentEvent> again(RegisterSecurityIncident c, Registered incident) {
        var known = incident.registration();
        return known.provider().equals(c.provider())
                        && known.type() == c.type()
                        && known.discoveredAt().equals(c.discoveredAt())
                ? Decision.nothing()
                : Decision.reject("PRA-054", "registered-otherwise", "It was registered before, with other facts.");
    }

    private static Decision<SecurityIncidentEvent> affect(AddAffectedTenant c, Registered incident) {
        if (incident.affected(c.affected().tenant()).isPresent()) {
            return Decision.nothing();
        }
        return incident.closed()
                ? closed()
                : Decision.of(new AffectedTenantAdded(incident.registration().incidentId(), c.affected(), c.at()));
    }

    private static Decision<SecurityIncidentEvent> correct(CorrectDiscovery c, Registered incident) {
        if (c.discoveredAt().equals(incident.discoveredAt())) {
            return Decision.nothing();
        }
        var there = incident.registration().subprocessorDiscoveredAt();
        if (c.discoveredAt().isAfter(c.at())
                || (there != null && c.discoveredAt().isBefore(there))) {
            return Decision.reject(
                    "PRA-048",
                    "impossible-discovery",
                    "It cannot be discovered then: later than now, or before the sub-processor did.");
        }
        if (c.firstInformedAt() != null && c.discoveredAt().isAfter(c.firstInformedAt())) {
            return Decision.reject(
                    "PRA-048",
                    "discovered-after-notice",
                    "A controller was informed of it on " + c.firstInformedAt() + ", so it was known then.");
        }
        return Decision.of(new DiscoveryCorrected(
                incident.registration().incidentId(),
                incident.discoveredAt(),
                c.discoveredAt(),
                c.correctedBy(),
                c.reason(),
                c.at()));
    }

    private static Decision<SecurityIncidentEvent> close(CloseSecurityIncident c, Registered incident) {
        if (incident.closed()) {
            return Decision.nothing();
        }
        return c.uninformed().isEmpty()
                ? Decision.of(new SecurityIncidentClosed(incident.registration().incidentId(), c.conclusion(), c.at()))
                : Decision.reject(
                        "PRA-046",
                        "controller-not-informed",
                        c.uninformed().size() + " affected customers have not been informed yet.");
    }

    private static Decision<SecurityIncidentEvent> closed() {
        return Decision.reject("PRA-054", "closed", "The security incident is closed.");
    }

    @Override
    public SecurityIncident evolve(SecurityIncident incident, SecurityIncidentEvent event) {
        if (event instanceof SecurityIncidentRegistered e) {
            return new Registered(e, e.discoveredAt(), e.affectedTenants(), false);
        }
        if (!(incident instanceof Registered registered)) {
            return incident;
        }
        return switch (event) {
            case SecurityIncidentRegistered _ -> registered;
            case AffectedTenantAdded e -> registered.with(e.affected());
            case DiscoveryCorrected e ->
                new Registered(registered.registration(), e.discoveredAt(), registered.affected(), registered.closed());
            case SecurityIncidentClosed _ ->
                new Registered(registered.registration(), registered.discoveredAt(), registered.affected(), true);
        };
    }
}

package nl.waarborg.processoragreement.securityincident.domain;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What can be asked of an entry of the register. */
public sealed interface SecurityIncidentCommand {

    /** @param at when it is registered */
    record RegisterSecurityIncident(
            UUID incidentId,
            String provider,
            IncidentType type,
            IncidentOrigin origin,
            @Nullable UUID subprocessorId,
            Instant discoveredAt,
            @Nullable Instant subprocessorDiscoveredAt,
            @Nullable Instant occurredAt,
            @Nullable UUID reportedBy,
            String reportedAs,
            List<AffectedTenant> affectedTenants,
            List<UUID> relatedIncidents,
            @Nullable String description,
            Instant at)
            implements SecurityIncidentCommand {}

    record AddAffectedTenant(AffectedTenant affected, Instant at) implements SecurityIncidentCommand {}

    /** @param firstInformedAt when the first controller was informed of it; null: none was */
    record CorrectDiscovery(
            Instant discoveredAt,
            @Nullable Instant firstInformedAt,
            @Nullable UUID correctedBy,
            String reason,
            Instant at)
            implements SecurityIncidentCommand {}

    /** @param uninformed affected customers whose controller was not informed yet */
    record CloseSecurityIncident(String conclusion, List<UUID> uninformed, Instant at)
            implements SecurityIncidentCommand {}
}

package nl.waarborg.processoragreement.securityincident.domain;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.waarborg.eventsourcing.Personal;
import org.jspecify.annotations.Nullable;

/** Stored forever, on the platform's streams: one entry of the register, whichever customers it affects. */
public sealed interface SecurityIncidentEvent {

    /**
     * @param discoveredAt first moment at which any employee of the vendor knew, or the sub-processor's message reached it (OP-47); never
     *     changed, only corrected by an event of its own
     * @param subprocessorDiscoveredAt when the sub-processor itself discovered it
     * @param reportedBy null: another system
     * @param reportedAs the role by which it was reported
     * @param relatedIncidents of the service desk
     * @param description kept here only while no customer is affected
     */
    record SecurityIncidentRegistered(
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
            @Personal @Nullable String description)
            implements SecurityIncidentEvent {}

    record AffectedTenantAdded(UUID incidentId, AffectedTenant affected, Instant at) implements SecurityIncidentEvent {}

    record DiscoveryCorrected(
            UUID incidentId,
            Instant formerly,
            Instant discoveredAt,
            @Nullable UUID correctedBy,
            @Personal @Nullable String reason,
            Instant at)
            implements SecurityIncidentEvent {}

    record SecurityIncidentClosed(UUID incidentId, @Personal @Nullable String conclusion, Instant at)
            implements SecurityIncidentEvent {}
}

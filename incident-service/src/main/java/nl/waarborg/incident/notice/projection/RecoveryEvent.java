package nl.waarborg.incident.notice.projection;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.waarborg.eventsourcing.EventTypes;
import org.jspecify.annotations.Nullable;

/** What this service reads of backup-service's events about calamities of the platform, and no more. Instants are UTC. */
public sealed interface RecoveryEvent {

    EventTypes<RecoveryEvent> TYPES = new EventTypes<>("backup", RecoveryEvent.class)
            .type("nl.waarborg.backup.disaster-declared.v1", DisasterDeclared.class)
            .type("nl.waarborg.backup.failover-started.v1", FailoverStarted.class)
            .type("nl.waarborg.backup.failover-completed.v1", FailoverCompleted.class)
            .type("nl.waarborg.backup.disaster-resolved.v1", DisasterResolved.class)
            .type("nl.waarborg.backup.restore-requested.v1", RestoreRequested.class);

    /**
     * @param affectedTenants null: all of the vendor's, or the event's own tenant
     * @param outageId the outage that came of it: its incidents belong to the disaster as well
     * @param incidents that report it
     */
    record DisasterDeclared(
            UUID operationId,
            String provider,
            String kind,
            Instant detectedAt,
            @Nullable List<UUID> affectedTenants,
            @Nullable UUID outageId,
            @Nullable List<UUID> incidents,
            @Nullable Instant expectedRecoveryAt)
            implements RecoveryEvent {}

    record FailoverStarted(UUID operationId) implements RecoveryEvent {}

    record FailoverCompleted(UUID operationId) implements RecoveryEvent {}

    record DisasterResolved(UUID operationId, Instant resolvedAt) implements RecoveryEvent {}

    /** @param incidentId in whose follow-up it was asked for, or null */
    record RestoreRequested(UUID restoreId, @Nullable UUID incidentId) implements RecoveryEvent {}
}

package nl.waarborg.availability.outage.automation;

import java.time.Instant;
import java.util.UUID;
import nl.waarborg.eventsourcing.EventTypes;

/** What this service reads of backup-service's published events, and no more. */
public sealed interface RecoveryEvent {

    EventTypes<RecoveryEvent> TYPES = new EventTypes<>("backup", RecoveryEvent.class)
            .type("nl.waarborg.backup.disaster-declared.v1", DisasterDeclared.class)
            .type("nl.waarborg.backup.disaster-resolved.v1", DisasterResolved.class)
            .type("nl.waarborg.backup.restore-started.v1", RestoreStarted.class)
            .type("nl.waarborg.backup.restore-completed.v1", RestoreCompleted.class);

    record DisasterDeclared(UUID operationId, String provider, Instant detectedAt) implements RecoveryEvent {}

    record DisasterResolved(UUID operationId, Instant resolvedAt) implements RecoveryEvent {}

    /** Of a customer's environment. */
    record RestoreStarted(UUID restoreId, Instant startedAt) implements RecoveryEvent {}

    record RestoreCompleted(UUID restoreId, Instant completedAt) implements RecoveryEvent {}
}

package nl.waarborg.incident.investigationcopy.automation;

import java.time.Instant;
import java.util.UUID;
import nl.waarborg.eventsourcing.EventTypes;

/** What this service reads of backup-service's published events, and no more. */
public sealed interface BackupEvent {

    EventTypes<BackupEvent> TYPES = new EventTypes<>("backup", BackupEvent.class)
            .type("nl.waarborg.backup.environment-copy-provisioned.v1", EnvironmentCopyProvisioned.class)
            .type("nl.waarborg.backup.environment-copy-deleted.v1", EnvironmentCopyDeleted.class);

    UUID copyId();

    record EnvironmentCopyProvisioned(UUID copyId, Instant provisionedAt) implements BackupEvent {}

    /** The proof of deletion. */
    record EnvironmentCopyDeleted(UUID copyId, Instant deletedAt) implements BackupEvent {}
}

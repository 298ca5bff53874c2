package nl.waarborg.incident.mail.projection;

import java.time.Instant;
import java.util.UUID;
import nl.waarborg.eventsourcing.EventTypes;

/** What a customer is told of its migration to a new version, as availability-service published it. Instants are UTC. */
public sealed interface MigrationNews {

    EventTypes<MigrationNews> TYPES = new EventTypes<>("availability", MigrationNews.class)
            .type("nl.waarborg.availability.migration-scheduled.v1", MigrationScheduled.class)
            .type("nl.waarborg.availability.migration-moved.v1", MigrationMoved.class)
            .type("nl.waarborg.availability.migration-date-fixed.v1", MigrationDateFixed.class);

    UUID migrationId();

    /** When it is to begin. */
    Instant plannedAt();

    record MigrationScheduled(UUID migrationId, Instant plannedAt) implements MigrationNews {}

    record MigrationMoved(UUID migrationId, Instant plannedAt) implements MigrationNews {}

    record MigrationDateFixed(UUID migrationId, Instant plannedAt) implements MigrationNews {}
}

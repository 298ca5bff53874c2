package nl.waarborg.incident.notice.projection;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.waarborg.eventsourcing.EventTypes;
import org.jspecify.annotations.Nullable;

/** What this service reads of availability-service's published events, and no more. Instants are UTC. */
public sealed interface AvailabilityEvent {

    EventTypes<AvailabilityEvent> TYPES = new EventTypes<>("availability", AvailabilityEvent.class)
            .type("nl.waarborg.availability.outage-started.v1", OutageStarted.class)
            .type("nl.waarborg.availability.outage-updated.v1", OutageUpdated.class)
            .type("nl.waarborg.availability.outage-ended.v1", OutageEnded.class)
            .type("nl.waarborg.availability.outage-times-corrected.v1", OutageTimesCorrected.class)
            .type("nl.waarborg.availability.maintenance-started.v1", MaintenanceStarted.class)
            .type("nl.waarborg.availability.maintenance-ended.v1", MaintenanceEnded.class)
            .type("nl.waarborg.availability.migration-started.v1", MigrationStarted.class)
            .type("nl.waarborg.availability.migration-completed.v1", MigrationCompleted.class)
            .type("nl.waarborg.availability.patch-installed.v1", PatchInstalled.class);

    /**
     * @param affectedTenants null: all of the vendor's, or the event's own tenant
     * @param incidents that report this outage
     */
    record OutageStarted(
            UUID outageId,
            String provider,
            List<String> components,
            @Nullable List<UUID> affectedTenants,
            Instant startedAt,
            @Nullable String errorMessage,
            @Nullable Instant expectedRecoveryAt,
            @Nullable List<UUID> incidents)
            implements AvailabilityEvent {}

    /** @param expectedRecoveryAt null: it cannot be said */
    record OutageUpdated(
            UUID outageId,
            @Nullable String message,
            @Nullable Instant expectedRecoveryAt,
            @Nullable Instant nextUpdateAt,
            @Nullable List<UUID> incidents)
            implements AvailabilityEvent {}

    record OutageEnded(UUID outageId, Instant endedAt) implements AvailabilityEvent {}

    /** @param endedAt null: it lasts, though an end may have been told */
    record OutageTimesCorrected(UUID outageId, Instant startedAt, @Nullable Instant endedAt)
            implements AvailabilityEvent {}

    record MaintenanceStarted(
            UUID maintenanceId,
            String provider,
            String kind,
            List<String> components,
            @Nullable List<UUID> affectedTenants,
            Instant startedAt,
            @Nullable Instant plannedEndAt,
            @Nullable String message)
            implements AvailabilityEvent {}

    record MaintenanceEnded(UUID maintenanceId, Instant endedAt) implements AvailabilityEvent {}

    record MigrationStarted(UUID migrationId, String provider, Instant startedAt) implements AvailabilityEvent {}

    record MigrationCompleted(UUID migrationId, Instant completedAt) implements AvailabilityEvent {}

    record PatchInstalled(
            UUID patchId, String provider, @Nullable List<UUID> affectedTenants, Instant startedAt, Instant installedAt)
            implements AvailabilityEvent {}
}

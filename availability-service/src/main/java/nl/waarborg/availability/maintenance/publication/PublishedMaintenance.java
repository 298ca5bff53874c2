package nl.waarborg.availability.maintenance.publication;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.waarborg.availability.maintenance.domain.EmergencyReason;
import nl.waarborg.availability.maintenance.domain.MaintenanceEvent;
import nl.waarborg.availability.maintenance.domain.MaintenanceEvent.EmergencyMaintenanceDeclared;
import nl.waarborg.availability.maintenance.domain.MaintenanceEvent.MaintenanceAnnounced;
import nl.waarborg.availability.maintenance.domain.MaintenanceEvent.MaintenanceAnnouncementRefused;
import nl.waarborg.availability.maintenance.domain.MaintenanceEvent.MaintenanceCancelled;
import nl.waarborg.availability.maintenance.domain.MaintenanceEvent.MaintenanceEnded;
import nl.waarborg.availability.maintenance.domain.MaintenanceEvent.MaintenanceOverrun;
import nl.waarborg.availability.maintenance.domain.MaintenanceEvent.MaintenanceOverrunWithdrawn;
import nl.waarborg.availability.maintenance.domain.MaintenanceEvent.MaintenanceRescheduled;
import nl.waarborg.availability.maintenance.domain.MaintenanceEvent.MaintenanceStarted;
import nl.waarborg.availability.maintenance.domain.MaintenanceKind;
import nl.waarborg.availability.system.domain.Component;
import nl.waarborg.eventsourcing.PublishedEvent;
import org.jspecify.annotations.Nullable;

/** Plans and what became of them; who overrode a rule, and why, stays inside. */
public final class PublishedMaintenance {

    private static final String PREFIX = "nl.waarborg.availability.";

    private PublishedMaintenance() {}

    record MaintenanceAnnouncedV1(
            UUID maintenanceId,
            String provider,
            MaintenanceKind kind,
            @Nullable EmergencyReason emergencyReason,
            Set<Component> components,
            @Nullable Set<UUID> affectedTenants,
            Instant startsAt,
            Instant endsAt,
            Instant announcedAt,
            String message,
            boolean overridden) {}

    record MaintenanceRescheduledV1(
            UUID maintenanceId,
            Instant formerStartsAt,
            Instant formerEndsAt,
            Instant startsAt,
            Instant endsAt,
            Instant rescheduledAt) {}

    record MaintenanceCancelledV1(UUID maintenanceId, Instant cancelledAt) {}

    record MaintenanceStartedV1(
            UUID maintenanceId,
            String provider,
            MaintenanceKind kind,
            Set<Component> components,
            @Nullable Set<UUID> affectedTenants,
            Instant startedAt,
            Instant plannedEndAt,
            String message) {}

    record MaintenanceEndedV1(UUID maintenanceId, Instant endedAt) {}

    public static Optional<PublishedEvent> from(MaintenanceEvent event) {
        return switch (event) {
            case MaintenanceAnnounced e ->
                published(
                        "maintenance-announced.v1",
                        new MaintenanceAnnouncedV1(
                                e.maintenanceId(),
                                e.provider(),
                                e.kind(),
                                null,
                                e.components(),
                                someOf(e.affectedTenants()),
                                e.startsAt(),
                                e.endsAt(),
                                e.announcedAt(),
                                e.message(),
                                e.overridden()));
            case EmergencyMaintenanceDeclared e ->
                published(
                        "maintenance-announced.v1",
                        new MaintenanceAnnouncedV1(
                                e.maintenanceId(),
                                e.provider(),
                                MaintenanceKind.EMERGENCY,
                                e.reason(),
                                e.components(),
                                someOf(e.affectedTenants()),
                                e.startsAt(),
                                e.endsAt(),
                                e.at(),
                                e.message(),
                                false));
            case MaintenanceRescheduled e ->
                published(
                        "maintenance-rescheduled.v1",
                        new MaintenanceRescheduledV1(
                                e.maintenanceId(),
                                e.formerStartsAt(),
                                e.formerEndsAt(),
                                e.startsAt(),
                                e.endsAt(),
                                e.at()));
            case MaintenanceCancelled e ->
                published("maintenance-cancelled.v1", new MaintenanceCancelledV1(e.maintenanceId(), e.at()));
            case MaintenanceStarted e ->
                published(
                        "maintenance-started.v1",
                        new MaintenanceStartedV1(
                                e.maintenanceId(),
                                e.provider(),
                                e.kind(),
                                e.components(),
                                someOf(e.affectedTenants()),
                                e.at(),
                                e.plannedEndsAt(),
                                e.message()));
            case MaintenanceEnded e ->
                published("maintenance-ended.v1", new MaintenanceEndedV1(e.maintenanceId(), e.at()));
            case MaintenanceAnnouncementRefused _, MaintenanceOverrun _, MaintenanceOverrunWithdrawn _ ->
                Optional.empty();
        };
    }

    private static @Nullable Set<UUID> someOf(Set<UUID> tenants) {
        return tenants.isEmpty() ? null : tenants;
    }

    private static Optional<PublishedEvent> published(String type, Object data) {
        return Optional.of(new PublishedEvent(PREFIX + type, data));
    }
}

package nl.waarborg.availability.maintenance.domain;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.waarborg.availability.month.domain.Interval;
import nl.waarborg.availability.system.domain.Component;
import nl.waarborg.eventsourcing.Personal;
import org.jspecify.annotations.Nullable;

/**
 * Stored forever. Changing a component needs an upcaster and a new sample in stored-events. Times are business times, UTC; {@code
 * affectedTenants} is empty where all of the vendor's customers are affected; {@code message} is published and names nobody.
 */
public sealed interface MaintenanceEvent {

    UUID maintenanceId();

    /** @param violations of an overridden announcement; empty unless {@code overridden} */
    record MaintenanceAnnounced(
            UUID maintenanceId,
            String provider,
            MaintenanceKind kind,
            Set<Component> components,
            Set<UUID> affectedTenants,
            Instant startsAt,
            Instant endsAt,
            Instant announcedAt,
            String message,
            boolean overridden,
            @Personal @Nullable String overrideReason,
            List<Violation> violations)
            implements MaintenanceEvent {

        public MaintenanceAnnounced {
            components = Affected.ordered(components);
            affectedTenants = Affected.ordered(affectedTenants);
            violations = List.copyOf(violations);
        }
    }

    /** Of a first announcement or of a rescheduling; what stood before still stands. */
    record MaintenanceAnnouncementRefused(
            UUID maintenanceId,
            String provider,
            MaintenanceKind kind,
            Instant startsAt,
            Instant endsAt,
            Instant announcedAt,
            List<Violation> violations)
            implements MaintenanceEvent {

        public MaintenanceAnnouncementRefused {
            violations = List.copyOf(violations);
        }
    }

    record MaintenanceRescheduled(
            UUID maintenanceId,
            Instant formerStartsAt,
            Instant formerEndsAt,
            Instant startsAt,
            Instant endsAt,
            boolean overridden,
            @Personal @Nullable String reason,
            List<Violation> violations,
            Instant at)
            implements MaintenanceEvent {

        public MaintenanceRescheduled {
            violations = List.copyOf(violations);
        }
    }

    record MaintenanceCancelled(UUID maintenanceId, @Personal @Nullable String reason, Instant at)
            implements MaintenanceEvent {}

    /** @param endsAt when it is expected to end; from then on it counts as downtime */
    record EmergencyMaintenanceDeclared(
            UUID maintenanceId,
            String provider,
            Set<Component> components,
            Set<UUID> affectedTenants,
            EmergencyReason reason,
            Instant startsAt,
            Instant endsAt,
            String message,
            Instant at)
            implements MaintenanceEvent {

        public EmergencyMaintenanceDeclared {
            components = Affected.ordered(components);
            affectedTenants = Affected.ordered(affectedTenants);
        }
    }

    /**
     * @param excluded what availability leaves out if it ends as planned; null if nothing ({@link Plan#excludedTime})
     * @param at when it really began, which may be before or after {@code plannedStartsAt}
     */
    record MaintenanceStarted(
            UUID maintenanceId,
            String provider,
            MaintenanceKind kind,
            Set<Component> components,
            Set<UUID> affectedTenants,
            Instant plannedStartsAt,
            Instant plannedEndsAt,
            String message,
            @Nullable Interval excluded,
            Instant at)
            implements MaintenanceEvent {

        public MaintenanceStarted {
            components = Affected.ordered(components);
            affectedTenants = Affected.ordered(affectedTenants);
        }
    }

    /** Nobody said that it ended: from the planned end on it counts as downtime (OP-28). */
    record MaintenanceOverrun(UUID maintenanceId, Instant plannedEndsAt, Instant at) implements MaintenanceEvent {}

    /** It had ended in time after all; that was said late. */
    record MaintenanceOverrunWithdrawn(UUID maintenanceId, Instant at) implements MaintenanceEvent {}

    /** @param excluded what availability leaves out of the time that it took; null if nothing ({@link Plan#excludedTime}) */
    record MaintenanceEnded(UUID maintenanceId, Instant startedAt, Instant at, @Nullable Interval excluded)
            implements MaintenanceEvent {}
}

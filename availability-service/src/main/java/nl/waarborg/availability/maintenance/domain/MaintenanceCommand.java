package nl.waarborg.availability.maintenance.domain;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import nl.waarborg.availability.month.domain.FrozenDowntime;
import nl.waarborg.availability.system.domain.Component;
import org.jspecify.annotations.Nullable;

/** What can be asked of one maintenance. Times are business times, UTC; {@code frozen} is a fact: what closed months count in its plan. */
public sealed interface MaintenanceCommand {

    UUID maintenanceId();

    /**
     * @param override says why it is announced against its rules; null: a violation refuses it (OP-28)
     * @param terms a fact: the vendor's, as of the announcement
     */
    record AnnounceMaintenance(
            UUID maintenanceId,
            String provider,
            MaintenanceKind kind,
            Set<Component> components,
            Set<UUID> affectedTenants,
            Instant startsAt,
            Instant endsAt,
            String message,
            @Nullable String override,
            MaintenanceTerms terms,
            Instant at)
            implements MaintenanceCommand {}

    /** Judged as a new announcement. An emergency that goes on may only be given a later end, before its end has passed. */
    record RescheduleMaintenance(
            UUID maintenanceId,
            Instant startsAt,
            Instant endsAt,
            String reason,
            boolean override,
            MaintenanceTerms terms,
            FrozenDowntime frozen,
            Instant at)
            implements MaintenanceCommand {}

    record CancelMaintenance(UUID maintenanceId, String reason, Instant at) implements MaintenanceCommand {}

    record DeclareEmergencyMaintenance(
            UUID maintenanceId,
            String provider,
            Set<Component> components,
            Set<UUID> affectedTenants,
            EmergencyReason reason,
            Instant startsAt,
            Instant endsAt,
            String message,
            Instant at)
            implements MaintenanceCommand {}

    record StartMaintenance(UUID maintenanceId, FrozenDowntime frozen, Instant at) implements MaintenanceCommand {}

    record NoticeOverrun(UUID maintenanceId, Instant at) implements MaintenanceCommand {}

    record EndMaintenance(UUID maintenanceId, FrozenDowntime frozen, Instant at) implements MaintenanceCommand {}
}

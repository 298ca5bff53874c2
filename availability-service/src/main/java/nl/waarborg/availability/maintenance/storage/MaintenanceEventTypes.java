package nl.waarborg.availability.maintenance.storage;

import java.util.UUID;
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
import nl.waarborg.eventsourcing.EventTypes;
import nl.waarborg.eventsourcing.StreamId;

/** Names under which the events of maintenance are stored, for ever. */
public final class MaintenanceEventTypes {

    public static final EventTypes<MaintenanceEvent> MAINTENANCE_EVENTS = new EventTypes<>(
                    "maintenance", MaintenanceEvent.class)
            .type("maintenance-announced", MaintenanceAnnounced.class)
            .type("maintenance-announcement-refused", MaintenanceAnnouncementRefused.class)
            .type("maintenance-rescheduled", MaintenanceRescheduled.class)
            .type("maintenance-cancelled", MaintenanceCancelled.class)
            .type("emergency-maintenance-declared", EmergencyMaintenanceDeclared.class)
            .type("maintenance-started", MaintenanceStarted.class)
            .type("maintenance-overrun", MaintenanceOverrun.class)
            .type("maintenance-overrun-withdrawn", MaintenanceOverrunWithdrawn.class)
            .type("maintenance-ended", MaintenanceEnded.class);

    private MaintenanceEventTypes() {}

    /** Unique within the vendor: another vendor's poster reaches another stream. */
    public static StreamId stream(String provider, UUID maintenance) {
        return StreamId.natural(MAINTENANCE_EVENTS.category(), StreamId.PLATFORM, provider + "/" + maintenance);
    }
}

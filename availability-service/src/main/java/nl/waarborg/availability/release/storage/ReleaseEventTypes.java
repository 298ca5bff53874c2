package nl.waarborg.availability.release.storage;

import java.util.UUID;
import nl.waarborg.availability.release.domain.MigrationEvent;
import nl.waarborg.availability.release.domain.MigrationEvent.AcceptanceLeadTimeWaived;
import nl.waarborg.availability.release.domain.MigrationEvent.MigrationCompleted;
import nl.waarborg.availability.release.domain.MigrationEvent.MigrationDateFixed;
import nl.waarborg.availability.release.domain.MigrationEvent.MigrationMoveRefused;
import nl.waarborg.availability.release.domain.MigrationEvent.MigrationMoved;
import nl.waarborg.availability.release.domain.MigrationEvent.MigrationScheduled;
import nl.waarborg.availability.release.domain.MigrationEvent.MigrationStarted;
import nl.waarborg.availability.release.domain.ReleaseEvent;
import nl.waarborg.availability.release.domain.ReleaseEvent.ReleaseMadeAvailableOnAcceptance;
import nl.waarborg.availability.release.domain.ReleaseEvent.ReleaseNotesPublished;
import nl.waarborg.availability.release.domain.ReleaseEvent.ReleasePlanned;
import nl.waarborg.availability.release.domain.ReleaseEvent.ReleaseReplanned;
import nl.waarborg.availability.release.domain.ReleaseEvent.ReleaseRolloutCompleted;
import nl.waarborg.eventsourcing.EventTypes;
import nl.waarborg.eventsourcing.StreamId;

/** Names under which the events of releases and migrations are stored, for ever. */
public final class ReleaseEventTypes {

    public static final EventTypes<ReleaseEvent> RELEASE_EVENTS = new EventTypes<>("release", ReleaseEvent.class)
            .type("release-planned", ReleasePlanned.class)
            .type("release-replanned", ReleaseReplanned.class)
            .type("release-notes-published", ReleaseNotesPublished.class)
            .type("release-made-available-on-acceptance", ReleaseMadeAvailableOnAcceptance.class)
            .type("release-rollout-completed", ReleaseRolloutCompleted.class);

    public static final EventTypes<MigrationEvent> MIGRATION_EVENTS = new EventTypes<>(
                    "migration", MigrationEvent.class)
            .type("migration-scheduled", MigrationScheduled.class)
            .type("migration-moved", MigrationMoved.class)
            .type("migration-move-refused", MigrationMoveRefused.class)
            .type("acceptance-lead-time-waived", AcceptanceLeadTimeWaived.class)
            .type("migration-date-fixed", MigrationDateFixed.class)
            .type("migration-started", MigrationStarted.class)
            .type("migration-completed", MigrationCompleted.class);

    private ReleaseEventTypes() {}

    /** Unique within the vendor. */
    public static StreamId release(String provider, UUID release) {
        return StreamId.natural(RELEASE_EVENTS.category(), StreamId.PLATFORM, provider + "/" + release);
    }

    /** A customer goes to a version once; the stream's id is the migration's. */
    public static StreamId migration(UUID tenant, UUID release) {
        return StreamId.natural(MIGRATION_EVENTS.category(), tenant, release.toString());
    }

    public static StreamId migration(UUID migration) {
        return new StreamId(MIGRATION_EVENTS.category(), migration);
    }
}

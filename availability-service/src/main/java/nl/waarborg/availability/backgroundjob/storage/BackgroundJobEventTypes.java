package nl.waarborg.availability.backgroundjob.storage;

import java.util.UUID;
import nl.waarborg.availability.backgroundjob.domain.BackgroundJobEvent;
import nl.waarborg.availability.backgroundjob.domain.BackgroundJobEvent.BackgroundJobFinished;
import nl.waarborg.availability.backgroundjob.domain.BackgroundJobEvent.BackgroundJobQueued;
import nl.waarborg.availability.backgroundjob.domain.BackgroundJobEvent.BackgroundJobStarted;
import nl.waarborg.eventsourcing.EventTypes;
import nl.waarborg.eventsourcing.StreamId;

/** Names under which the events of background jobs are stored, for ever. */
public final class BackgroundJobEventTypes {

    public static final EventTypes<BackgroundJobEvent> BACKGROUND_JOB_EVENTS = new EventTypes<>(
                    "background-job", BackgroundJobEvent.class)
            .type("background-job-queued", BackgroundJobQueued.class)
            .type("background-job-started", BackgroundJobStarted.class)
            .type("background-job-finished", BackgroundJobFinished.class);

    private BackgroundJobEventTypes() {}

    public static StreamId stream(UUID tenant, UUID job) {
        return StreamId.natural(BACKGROUND_JOB_EVENTS.category(), tenant, job.toString());
    }
}

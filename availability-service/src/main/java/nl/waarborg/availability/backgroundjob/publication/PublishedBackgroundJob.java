package nl.waarborg.availability.backgroundjob.publication;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import nl.waarborg.availability.backgroundjob.domain.BackgroundJobEvent;
import nl.waarborg.availability.backgroundjob.domain.BackgroundJobEvent.BackgroundJobFinished;
import nl.waarborg.availability.backgroundjob.domain.BackgroundJobEvent.BackgroundJobQueued;
import nl.waarborg.availability.backgroundjob.domain.BackgroundJobEvent.BackgroundJobStarted;
import nl.waarborg.availability.backgroundjob.domain.JobKind;
import nl.waarborg.availability.backgroundjob.domain.JobOutcome;
import nl.waarborg.eventsourcing.PublishedEvent;

/** Every step of a large task. */
public final class PublishedBackgroundJob {

    private static final String PREFIX = "nl.waarborg.availability.";

    private PublishedBackgroundJob() {}

    record BackgroundJobQueuedV1(UUID jobId, JobKind kind, Instant queuedAt) {}

    record BackgroundJobStartedV1(UUID jobId, JobKind kind, Instant startedAt) {}

    record BackgroundJobFinishedV1(UUID jobId, JobKind kind, JobOutcome outcome, Instant finishedAt) {}

    public static Optional<PublishedEvent> from(BackgroundJobEvent event) {
        return Optional.of(
                switch (event) {
                    case BackgroundJobQueued e ->
                        new PublishedEvent(
                                PREFIX + "background-job-queued.v1",
                                new BackgroundJobQueuedV1(e.jobId(), e.kind(), e.at()));
                    case BackgroundJobStarted e ->
                        new PublishedEvent(
                                PREFIX + "background-job-started.v1",
                                new BackgroundJobStartedV1(e.jobId(), e.kind(), e.at()));
                    case BackgroundJobFinished e ->
                        new PublishedEvent(
                                PREFIX + "background-job-finished.v1",
                                new BackgroundJobFinishedV1(e.jobId(), e.kind(), e.outcome(), e.at()));
                });
    }
}

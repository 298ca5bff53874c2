package nl.waarborg.availability.backgroundjob.domain;

import java.time.Instant;
import java.util.UUID;

/** What a system says of one large task. Times are business times, UTC. */
public sealed interface BackgroundJobCommand {

    UUID jobId();

    record QueueBackgroundJob(UUID jobId, JobKind kind, Instant at) implements BackgroundJobCommand {}

    record StartBackgroundJob(UUID jobId, Instant at) implements BackgroundJobCommand {}

    record FinishBackgroundJob(UUID jobId, JobOutcome outcome, Instant at) implements BackgroundJobCommand {}
}

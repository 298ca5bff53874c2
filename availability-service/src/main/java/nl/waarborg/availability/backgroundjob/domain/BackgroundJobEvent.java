package nl.waarborg.availability.backgroundjob.domain;

import java.time.Instant;
import java.util.UUID;

/** Stored forever. Changing a component needs an upcaster and a new sample in stored-events. Times are business times, UTC. */
public sealed interface BackgroundJobEvent {

    UUID jobId();

    record BackgroundJobQueued(UUID jobId, JobKind kind, Instant at) implements BackgroundJobEvent {}

    record BackgroundJobStarted(UUID jobId, JobKind kind, Instant at) implements BackgroundJobEvent {}

    record BackgroundJobFinished(UUID jobId, JobKind kind, JobOutcome outcome, Instant at)
            implements BackgroundJobEvent {}
}

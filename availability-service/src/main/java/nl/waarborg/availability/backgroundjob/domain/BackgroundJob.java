package nl.waarborg.availability.backgroundjob.domain;

import java.time.Instant;

/** One large task as its rules need it. */
public sealed interface BackgroundJob {

    record NotQueued() implements BackgroundJob {}

    record Queued(JobKind kind, Instant at) implements BackgroundJob {}

    record Started(JobKind kind, Instant at) implements BackgroundJob {}

    record Finished() implements BackgroundJob {}
}

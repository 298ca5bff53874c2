package nl.waarborg.availability.backgroundjob.domain;

import nl.waarborg.availability.backgroundjob.domain.BackgroundJob.Finished;
import nl.waarborg.availability.backgroundjob.domain.BackgroundJob.NotQueued;
import nl.waarborg.availability.backgroundjob.domain.BackgroundJob.Queued;
import nl.waarborg.availability.backgroundjob.domain.BackgroundJob.Started;
import nl.waarborg.availability.backgroundjob.domain.BackgroundJobCommand.FinishBackgroundJob;
import nl.waarborg.availability.backgroundjob.domain.BackgroundJobCommand.QueueBackgroundJob;
import nl.waarborg.availability.backgroundjob.domain.BackgroundJobCommand.StartBackgroundJob;
import nl.waarborg.availability.backgroundjob.domain.BackgroundJobEvent.BackgroundJobFinished;
import nl.waarborg.availability.backgroundjob.domain.BackgroundJobEvent.BackgroundJobQueued;
import nl.waarborg.availability.backgroundjob.domain.BackgroundJobEvent.BackgroundJobStarted;
import nl.waarborg.eventsourcing.Decider;
import nl.waarborg.eventsourcing.Decision;

/** Queued first, then executed: a large task that was never queued is refused (AVL-023). */
public final class BackgroundJobDecider implements Decider<BackgroundJobCommand, BackgroundJob, BackgroundJobEvent> {

    private static final String RULE = "AVL-023";

    @Override
    public BackgroundJob initialState() {
        return new NotQueued();
    }

    @Override
    public Decision<BackgroundJobEvent> decide(BackgroundJobCommand command, BackgroundJob job) {
        return switch (command) {
            case QueueBackgroundJob c ->
                job instanceof NotQueued
                        ? Decision.of(new BackgroundJobQueued(c.jobId(), c.kind(), c.at()))
                        : Decision.nothing();
            case StartBackgroundJob c ->
                switch (job) {
                    case NotQueued _ -> Decision.reject(RULE, "not-queued", "A large task is queued before it starts.");
                    case Queued queued
                    when c.at().isBefore(queued.at()) ->
                        Decision.reject(RULE, "starts-before-queued", "It cannot have started before it was queued.");
                    case Queued queued -> Decision.of(new BackgroundJobStarted(c.jobId(), queued.kind(), c.at()));
                    case Started _, Finished _ -> Decision.nothing();
                };
            case FinishBackgroundJob c ->
                switch (job) {
                    case NotQueued _, Queued _ -> Decision.reject(RULE, "not-started", "It has not started.");
                    case Started started
                    when c.at().isBefore(started.at()) ->
                        Decision.reject(RULE, "ends-before-start", "It cannot have ended before it started.");
                    case Started started ->
                        Decision.of(new BackgroundJobFinished(c.jobId(), started.kind(), c.outcome(), c.at()));
                    case Finished _ -> Decision.nothing();
                };
        };
    }

    @Override
    public BackgroundJob evolve(BackgroundJob job, BackgroundJobEvent event) {
        return switch (event) {
            case BackgroundJobQueued e -> new Queued(e.kind(), e.at());
            case BackgroundJobStarted e -> new Started(e.kind(), e.at());
            case BackgroundJobFinished _ -> new Finished();
        };
    }
}

package nl.waarborg.availability.backgroundjob.domain;

import java.time.Instant;
import java.util.UUID;
import nl.waarborg.availability.backgroundjob.domain.BackgroundJobCommand.FinishBackgroundJob;
import nl.waarborg.availability.backgroundjob.domain.BackgroundJobCommand.QueueBackgroundJob;
import nl.waarborg.availability.backgroundjob.domain.BackgroundJobCommand.StartBackgroundJob;
import nl.waarborg.availability.backgroundjob.domain.BackgroundJobEvent.BackgroundJobFinished;
import nl.waarborg.availability.backgroundjob.domain.BackgroundJobEvent.BackgroundJobQueued;
import nl.waarborg.availability.backgroundjob.domain.BackgroundJobEvent.BackgroundJobStarted;
import nl.waarborg.eventsourcing.test.DeciderSpecification;
import nl.waarborg.rules.Rule;
import org.junit.jupiter.api.Test;

class BackgroundJobDeciderTest {

    private static final UUID ID = new UUID(0, 1);
    private static final Instant AT = Instant.parse("2026-03-25T18:00:00Z");

    private final DeciderSpecification<BackgroundJobCommand, BackgroundJob, BackgroundJobEvent> job =
            new DeciderSpecification<>(new BackgroundJobDecider());

    @Test
    @Rule("AVL-023")
    void a_large_task_is_queued_before_it_starts_and_started_before_it_ends() {
        var queued = new BackgroundJobQueued(ID, JobKind.PAYROLL_RUN, AT);
        var started = new BackgroundJobStarted(ID, JobKind.PAYROLL_RUN, AT.plusSeconds(1));
        job.given().when(new StartBackgroundJob(ID, AT)).thenRejected("AVL-023");
        job.given().when(new QueueBackgroundJob(ID, JobKind.PAYROLL_RUN, AT)).then(queued);
        job.given(queued).when(new StartBackgroundJob(ID, AT.minusSeconds(1))).thenRejected("AVL-023");
        job.given(queued).when(new StartBackgroundJob(ID, AT.plusSeconds(1))).then(started);
        job.given(queued)
                .when(new FinishBackgroundJob(ID, JobOutcome.SUCCEEDED, AT))
                .thenRejected("AVL-023");
        job.given(queued, started)
                .when(new FinishBackgroundJob(ID, JobOutcome.FAILED, AT.plusSeconds(2)))
                .then(new BackgroundJobFinished(ID, JobKind.PAYROLL_RUN, JobOutcome.FAILED, AT.plusSeconds(2)));
    }
}

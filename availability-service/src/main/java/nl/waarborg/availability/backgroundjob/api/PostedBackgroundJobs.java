package nl.waarborg.availability.backgroundjob.api;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import nl.waarborg.availability.backgroundjob.domain.BackgroundJob;
import nl.waarborg.availability.backgroundjob.domain.BackgroundJobCommand;
import nl.waarborg.availability.backgroundjob.domain.BackgroundJobCommand.FinishBackgroundJob;
import nl.waarborg.availability.backgroundjob.domain.BackgroundJobCommand.QueueBackgroundJob;
import nl.waarborg.availability.backgroundjob.domain.BackgroundJobCommand.StartBackgroundJob;
import nl.waarborg.availability.backgroundjob.domain.BackgroundJobEvent;
import nl.waarborg.availability.backgroundjob.domain.JobKind;
import nl.waarborg.availability.backgroundjob.domain.JobOutcome;
import nl.waarborg.availability.backgroundjob.storage.BackgroundJobEventTypes;
import nl.waarborg.eventsourcing.CommandHandler;
import nl.waarborg.eventsourcing.inbound.PostedType;

/** What the platform's queue posts about a customer's large tasks (AVL-023); the event's time is when it happened. */
@ApplicationScoped
public class PostedBackgroundJobs {

    private static final String PREFIX = "nl.waarborg.availability.";

    private final CommandHandler<BackgroundJobCommand, BackgroundJob, BackgroundJobEvent> jobs;

    public PostedBackgroundJobs(CommandHandler<BackgroundJobCommand, BackgroundJob, BackgroundJobEvent> jobs) {
        this.jobs = jobs;
    }

    public record QueueBackgroundJobV1(UUID jobId, JobKind kind) {}

    public record StartBackgroundJobV1(UUID jobId) {}

    public record FinishBackgroundJobV1(UUID jobId, JobOutcome outcome) {}

    public List<PostedType<?>> types() {
        return List.of(
                PostedType.of(
                        PREFIX + "queue-background-job.v1",
                        QueueBackgroundJobV1.class,
                        (tenant, d) -> BackgroundJobEventTypes.stream(tenant, d.jobId()),
                        (stream, context, d) -> jobs.handle(
                                stream, context, new QueueBackgroundJob(d.jobId(), d.kind(), context.occurredAt()))),
                PostedType.of(
                        PREFIX + "start-background-job.v1",
                        StartBackgroundJobV1.class,
                        (tenant, d) -> BackgroundJobEventTypes.stream(tenant, d.jobId()),
                        (stream, context, d) ->
                                jobs.handle(stream, context, new StartBackgroundJob(d.jobId(), context.occurredAt()))),
                PostedType.of(
                        PREFIX + "finish-background-job.v1",
                        FinishBackgroundJobV1.class,
                        (tenant, d) -> BackgroundJobEventTypes.stream(tenant, d.jobId()),
                        (stream, context, d) -> jobs.handle(
                                stream,
                                context,
                                new FinishBackgroundJob(d.jobId(), d.outcome(), context.occurredAt()))));
    }
}

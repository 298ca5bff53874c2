package nl.waarborg.availability.backgroundjob;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.util.List;
import java.util.Optional;
import nl.waarborg.availability.backgroundjob.api.PostedBackgroundJobs;
import nl.waarborg.availability.backgroundjob.domain.BackgroundJob;
import nl.waarborg.availability.backgroundjob.domain.BackgroundJobCommand;
import nl.waarborg.availability.backgroundjob.domain.BackgroundJobDecider;
import nl.waarborg.availability.backgroundjob.domain.BackgroundJobEvent;
import nl.waarborg.availability.backgroundjob.projection.BackgroundJobsProjection;
import nl.waarborg.availability.backgroundjob.publication.PublishedBackgroundJob;
import nl.waarborg.availability.backgroundjob.storage.BackgroundJobEventTypes;
import nl.waarborg.eventsourcing.CommandHandler;
import nl.waarborg.eventsourcing.EventTypes;
import nl.waarborg.eventsourcing.Projection;
import nl.waarborg.eventsourcing.PublishedEvent;
import nl.waarborg.eventsourcing.RecordedEvent;
import nl.waarborg.eventsourcing.inbound.PostedType;
import nl.waarborg.eventsourcing.service.Aggregate;
import nl.waarborg.eventsourcing.service.CommandHandlers;

/** Background jobs (AVL-023). */
@ApplicationScoped
class BackgroundJobAggregate implements Aggregate {

    private final PostedBackgroundJobs posted;

    BackgroundJobAggregate(PostedBackgroundJobs posted) {
        this.posted = posted;
    }

    @Produces
    @ApplicationScoped
    static CommandHandler<BackgroundJobCommand, BackgroundJob, BackgroundJobEvent> jobs(CommandHandlers handlers) {
        return handlers.of(new BackgroundJobDecider(), BackgroundJobEventTypes.BACKGROUND_JOB_EVENTS);
    }

    @Override
    public List<EventTypes<?>> eventTypes() {
        return List.of(BackgroundJobEventTypes.BACKGROUND_JOB_EVENTS);
    }

    @Override
    public List<Projection<?>> projections() {
        return List.of(new BackgroundJobsProjection());
    }

    @Override
    public Optional<PublishedEvent> publish(RecordedEvent<?> recorded) {
        return recorded.event() instanceof BackgroundJobEvent event
                ? PublishedBackgroundJob.from(event)
                : Optional.empty();
    }

    @Override
    public List<PostedType<?>> postedTypes() {
        return posted.types();
    }
}

package nl.waarborg.incident;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.util.List;
import java.util.Optional;
import nl.waarborg.eventsourcing.Actor;
import nl.waarborg.eventsourcing.CommandContext;
import nl.waarborg.eventsourcing.CommandHandler;
import nl.waarborg.eventsourcing.DeadlineHandler;
import nl.waarborg.eventsourcing.EventTypes;
import nl.waarborg.eventsourcing.Projection;
import nl.waarborg.eventsourcing.PublishedEvent;
import nl.waarborg.eventsourcing.Reaction;
import nl.waarborg.eventsourcing.RecordedEvent;
import nl.waarborg.eventsourcing.service.Aggregate;
import nl.waarborg.eventsourcing.service.CommandHandlers;
import nl.waarborg.incident.remoteviewing.RemoteViewSettings;
import nl.waarborg.incident.remoteviewing.domain.RemoteViewCommand;
import nl.waarborg.incident.remoteviewing.domain.RemoteViewCommand.EndRemoteView;
import nl.waarborg.incident.remoteviewing.domain.RemoteViewDecider;
import nl.waarborg.incident.remoteviewing.domain.RemoteViewEvent;
import nl.waarborg.incident.remoteviewing.domain.RemoteViewSession;
import nl.waarborg.incident.remoteviewing.projection.RemoteViewsOfClosedIncidents;
import nl.waarborg.incident.remoteviewing.projection.RemoteViewsProjection;
import nl.waarborg.incident.remoteviewing.publication.PublishedRemoteView;
import nl.waarborg.incident.remoteviewing.storage.RemoteViewEventTypes;

/** Remote viewing (INC-048). */
@ApplicationScoped
class RemoteViewAggregate implements Aggregate {

    private final CommandHandler<RemoteViewCommand, RemoteViewSession, RemoteViewEvent> sessions;
    private final RemoteViewSettings settings;

    RemoteViewAggregate(
            CommandHandler<RemoteViewCommand, RemoteViewSession, RemoteViewEvent> sessions,
            RemoteViewSettings settings) {
        this.sessions = sessions;
        this.settings = settings;
    }

    @Produces
    @ApplicationScoped
    static CommandHandler<RemoteViewCommand, RemoteViewSession, RemoteViewEvent> sessions(CommandHandlers handlers) {
        return handlers.of(new RemoteViewDecider(), RemoteViewEventTypes.REMOTE_VIEW_EVENTS);
    }

    @Override
    public List<EventTypes<?>> eventTypes() {
        return List.of(RemoteViewEventTypes.REMOTE_VIEW_EVENTS);
    }

    @Override
    public List<Projection<?>> projections() {
        return List.of(new RemoteViewsProjection(settings.longest()), new RemoteViewsOfClosedIncidents());
    }

    @Override
    public Optional<PublishedEvent> publish(RecordedEvent<?> recorded) {
        return recorded.event() instanceof RemoteViewEvent event ? PublishedRemoteView.from(event) : Optional.empty();
    }

    @Override
    public List<DeadlineHandler> deadlineHandlers() {
        return List.of(new Reaction(
                RemoteViewsOfClosedIncidents.END,
                due -> sessions.handle(
                        due.stream(),
                        CommandContext.of(due.tenant(), Actor.SCHEDULER, due.due()),
                        new EndRemoteView(due.stream().id(), due.due()))));
    }
}

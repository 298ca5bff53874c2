package nl.waarborg.availability.oncall;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.util.List;
import nl.waarborg.availability.oncall.api.OnCallSettings;
import nl.waarborg.availability.oncall.api.PostedOnCall;
import nl.waarborg.availability.oncall.domain.OnCallCommand;
import nl.waarborg.availability.oncall.domain.OnCallCommand.ReviewOnCallRoster;
import nl.waarborg.availability.oncall.domain.OnCallDecider;
import nl.waarborg.availability.oncall.domain.OnCallEvent;
import nl.waarborg.availability.oncall.domain.OnCallRoster;
import nl.waarborg.availability.oncall.projection.OnCallProjection;
import nl.waarborg.availability.oncall.storage.OnCallEventTypes;
import nl.waarborg.eventsourcing.Actor;
import nl.waarborg.eventsourcing.CommandContext;
import nl.waarborg.eventsourcing.CommandHandler;
import nl.waarborg.eventsourcing.DeadlineHandler;
import nl.waarborg.eventsourcing.EventTypes;
import nl.waarborg.eventsourcing.Projection;
import nl.waarborg.eventsourcing.Reaction;
import nl.waarborg.eventsourcing.inbound.PostedType;
import nl.waarborg.eventsourcing.service.Aggregate;
import nl.waarborg.eventsourcing.service.CommandHandlers;

/** The on-call roster (AVL-028). Nothing of it leaves the service. */
@ApplicationScoped
class OnCallAggregate implements Aggregate {

    private final CommandHandler<OnCallCommand, OnCallRoster, OnCallEvent> rosters;
    private final PostedOnCall posted;
    private final OnCallSettings settings;

    OnCallAggregate(
            CommandHandler<OnCallCommand, OnCallRoster, OnCallEvent> rosters,
            PostedOnCall posted,
            OnCallSettings settings) {
        this.rosters = rosters;
        this.posted = posted;
        this.settings = settings;
    }

    @Produces
    @ApplicationScoped
    static CommandHandler<OnCallCommand, OnCallRoster, OnCallEvent> rosters(CommandHandlers handlers) {
        return handlers.of(new OnCallDecider(), OnCallEventTypes.ON_CALL_EVENTS);
    }

    @Override
    public List<EventTypes<?>> eventTypes() {
        return List.of(OnCallEventTypes.ON_CALL_EVENTS);
    }

    @Override
    public List<Projection<?>> projections() {
        return List.of(new OnCallProjection(settings.reviewEvery()));
    }

    @Override
    public List<PostedType<?>> postedTypes() {
        return posted.types();
    }

    @Override
    public List<DeadlineHandler> deadlineHandlers() {
        return List.of(new Reaction(
                OnCallProjection.REVIEW,
                due -> rosters.handle(
                        due.stream(),
                        CommandContext.of(due.tenant(), Actor.SCHEDULER, due.due()),
                        new ReviewOnCallRoster(due.key(), due.due().plus(settings.lookAhead()), due.due()))));
    }
}

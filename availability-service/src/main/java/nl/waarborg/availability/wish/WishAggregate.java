package nl.waarborg.availability.wish;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.util.List;
import nl.waarborg.availability.wish.domain.Wish;
import nl.waarborg.availability.wish.domain.WishCommand;
import nl.waarborg.availability.wish.domain.WishDecider;
import nl.waarborg.availability.wish.domain.WishEvent;
import nl.waarborg.availability.wish.domain.WishVote;
import nl.waarborg.availability.wish.domain.WishVoteCommand;
import nl.waarborg.availability.wish.domain.WishVoteDecider;
import nl.waarborg.availability.wish.domain.WishVoteEvent;
import nl.waarborg.availability.wish.projection.WishVotesProjection;
import nl.waarborg.availability.wish.projection.WishesProjection;
import nl.waarborg.availability.wish.storage.WishEventTypes;
import nl.waarborg.eventsourcing.CommandHandler;
import nl.waarborg.eventsourcing.EventTypes;
import nl.waarborg.eventsourcing.PersonalData;
import nl.waarborg.eventsourcing.Projection;
import nl.waarborg.eventsourcing.service.Aggregate;
import nl.waarborg.eventsourcing.service.CommandHandlers;

/** The wish list (XSV-052). Nothing of it leaves the service. */
@ApplicationScoped
class WishAggregate implements Aggregate {

    private final PersonalData personal;

    WishAggregate(PersonalData personal) {
        this.personal = personal;
    }

    @Produces
    @ApplicationScoped
    static CommandHandler<WishCommand, Wish, WishEvent> wishes(CommandHandlers handlers) {
        return handlers.of(new WishDecider(), WishEventTypes.WISH_EVENTS);
    }

    @Produces
    @ApplicationScoped
    static CommandHandler<WishVoteCommand, WishVote, WishVoteEvent> votes(CommandHandlers handlers) {
        return handlers.of(new WishVoteDecider(), WishEventTypes.VOTE_EVENTS);
    }

    @Override
    public List<EventTypes<?>> eventTypes() {
        return List.of(WishEventTypes.WISH_EVENTS, WishEventTypes.VOTE_EVENTS);
    }

    @Override
    public List<Projection<?>> projections() {
        return List.of(new WishesProjection(personal), new WishVotesProjection());
    }
}

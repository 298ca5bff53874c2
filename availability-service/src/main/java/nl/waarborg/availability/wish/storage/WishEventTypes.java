package nl.waarborg.availability.wish.storage;

import java.util.UUID;
import nl.waarborg.availability.wish.domain.WishEvent;
import nl.waarborg.availability.wish.domain.WishEvent.WishAssessed;
import nl.waarborg.availability.wish.domain.WishEvent.WishPlanned;
import nl.waarborg.availability.wish.domain.WishEvent.WishSubmitted;
import nl.waarborg.availability.wish.domain.WishVoteEvent;
import nl.waarborg.availability.wish.domain.WishVoteEvent.WishVoteWithdrawn;
import nl.waarborg.availability.wish.domain.WishVoteEvent.WishVoted;
import nl.waarborg.eventsourcing.EventTypes;
import nl.waarborg.eventsourcing.StreamId;

/** Names under which the events of wishes and votes are stored, for ever. */
public final class WishEventTypes {

    public static final EventTypes<WishEvent> WISH_EVENTS = new EventTypes<>("wish", WishEvent.class)
            .type("wish-submitted", WishSubmitted.class)
            .type("wish-assessed", WishAssessed.class)
            .type("wish-planned", WishPlanned.class);

    public static final EventTypes<WishVoteEvent> VOTE_EVENTS = new EventTypes<>("wish-vote", WishVoteEvent.class)
            .type("wish-voted", WishVoted.class)
            .type("wish-vote-withdrawn", WishVoteWithdrawn.class);

    private WishEventTypes() {}

    public static StreamId wish(UUID wish) {
        return new StreamId(WISH_EVENTS.category(), wish);
    }

    /** A person of a customer has one vote for a wish. */
    public static StreamId vote(UUID tenant, UUID wish, UUID person) {
        return StreamId.natural(VOTE_EVENTS.category(), tenant, wish + "/" + person);
    }
}

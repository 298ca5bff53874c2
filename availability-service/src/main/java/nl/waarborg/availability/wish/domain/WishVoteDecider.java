package nl.waarborg.availability.wish.domain;

import nl.waarborg.availability.wish.domain.WishVoteCommand.VoteForWish;
import nl.waarborg.availability.wish.domain.WishVoteCommand.WithdrawWishVote;
import nl.waarborg.availability.wish.domain.WishVoteEvent.WishVoteWithdrawn;
import nl.waarborg.availability.wish.domain.WishVoteEvent.WishVoted;
import nl.waarborg.eventsourcing.Decider;
import nl.waarborg.eventsourcing.Decision;

/** XSV-052: a person has one vote for another's wish, and may take it back. */
public final class WishVoteDecider implements Decider<WishVoteCommand, WishVote, WishVoteEvent> {

    @Override
    public WishVote initialState() {
        return WishVote.NONE;
    }

    @Override
    public Decision<WishVoteEvent> decide(WishVoteCommand command, WishVote vote) {
        return switch (command) {
            case VoteForWish c -> vote(c, vote);
            case WithdrawWishVote c ->
                vote.cast() ? Decision.of(new WishVoteWithdrawn(c.wishId(), c.personId(), c.at())) : Decision.nothing();
        };
    }

    private static Decision<WishVoteEvent> vote(VoteForWish c, WishVote vote) {
        if (c.personId().equals(c.submittedBy())) {
            return Decision.reject(WishDecider.RULE, "own-wish", "Nobody votes for an own wish.");
        }
        return vote.cast()
                ? Decision.nothing()
                : Decision.of(new WishVoted(c.wishId(), c.provider(), c.personId(), c.at()));
    }

    @Override
    public WishVote evolve(WishVote vote, WishVoteEvent event) {
        return switch (event) {
            case WishVoted _ -> new WishVote(true);
            case WishVoteWithdrawn _ -> WishVote.NONE;
        };
    }
}

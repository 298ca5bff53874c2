package nl.waarborg.availability.wish.domain;

import java.time.Instant;
import java.util.UUID;

/** What one person does about one wish. Times are business times, UTC. */
public sealed interface WishVoteCommand {

    UUID wishId();

    /** @param submittedBy a fact: whose wish it is */
    record VoteForWish(UUID wishId, String provider, UUID personId, UUID submittedBy, Instant at)
            implements WishVoteCommand {}

    record WithdrawWishVote(UUID wishId, UUID personId, Instant at) implements WishVoteCommand {}
}

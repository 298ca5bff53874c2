package nl.waarborg.availability.wish.domain;

import java.time.Instant;
import java.util.UUID;

/** Stored forever. Changing a component needs an upcaster and a new sample in stored-events. It belongs to the voter's customer. */
public sealed interface WishVoteEvent {

    UUID wishId();

    UUID personId();

    /** @param at UTC */
    record WishVoted(UUID wishId, String provider, UUID personId, Instant at) implements WishVoteEvent {}

    record WishVoteWithdrawn(UUID wishId, UUID personId, Instant at) implements WishVoteEvent {}
}

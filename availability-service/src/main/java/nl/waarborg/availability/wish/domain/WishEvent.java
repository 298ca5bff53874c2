package nl.waarborg.availability.wish.domain;

import java.time.Instant;
import java.util.UUID;
import nl.waarborg.eventsourcing.Personal;
import org.jspecify.annotations.Nullable;

/**
 * Stored forever. Changing a component needs an upcaster and a new sample in stored-events. It belongs to the customer that submitted the
 * wish: with that customer's key the words are gone for everybody.
 */
public sealed interface WishEvent {

    UUID wishId();

    /** @param at UTC */
    record WishSubmitted(
            UUID wishId,
            String provider,
            @Personal @Nullable String title,
            @Personal @Nullable String text,
            UUID submittedBy,
            Instant at)
            implements WishEvent {}

    record WishAssessed(
            UUID wishId, boolean suitable, boolean feasible, @Personal @Nullable String explanation, Instant at)
            implements WishEvent {}

    /** @param votes that it had */
    record WishPlanned(UUID wishId, UUID releaseId, int votes, Instant at) implements WishEvent {}
}

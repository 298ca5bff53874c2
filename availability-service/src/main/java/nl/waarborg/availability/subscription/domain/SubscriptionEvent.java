package nl.waarborg.availability.subscription.domain;

import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import nl.waarborg.availability.status.domain.Language;
import nl.waarborg.availability.system.domain.Component;
import nl.waarborg.eventsourcing.Personal;
import org.jspecify.annotations.Nullable;

/** Stored forever. Changing a component needs an upcaster and a new sample in stored-events. */
public sealed interface SubscriptionEvent {

    UUID subscriptionId();

    /** @param at UTC */
    record SubscriptionRequested(
            UUID subscriptionId,
            String provider,
            @Personal @Nullable String address,
            Language language,
            Set<Component> components,
            Instant at)
            implements SubscriptionEvent {

        public SubscriptionRequested {
            components = components.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(components));
        }
    }

    /** @param tokenHash SHA-256 of the token in the link, hex; the token itself is in the mail alone */
    record ConfirmationIssued(UUID subscriptionId, String tokenHash, Instant expiresAt, Instant at)
            implements SubscriptionEvent {}

    /** @param tokenHash the token by which it was confirmed */
    record SubscriptionConfirmed(UUID subscriptionId, String tokenHash, Instant at) implements SubscriptionEvent {}

    /** Nobody confirmed it in time. */
    record SubscriptionRequestLapsed(UUID subscriptionId, Instant at) implements SubscriptionEvent {}

    record SubscriptionEnded(UUID subscriptionId, Instant at) implements SubscriptionEvent {}
}

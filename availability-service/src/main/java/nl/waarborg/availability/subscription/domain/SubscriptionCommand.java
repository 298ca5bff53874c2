package nl.waarborg.availability.subscription.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import nl.waarborg.availability.status.domain.Language;
import nl.waarborg.availability.system.domain.Component;

/** What becomes of a subscription. */
public sealed interface SubscriptionCommand {

    UUID subscriptionId();

    /**
     * @param components at least one
     * @param pause between two requests for one address that are answered with a mail
     */
    record RequestSubscription(
            UUID subscriptionId,
            String provider,
            String address,
            Language language,
            Set<Component> components,
            Duration pause,
            Instant at)
            implements SubscriptionCommand {

        public RequestSubscription {
            components = Set.copyOf(components);
        }
    }

    record IssueConfirmation(UUID subscriptionId, String tokenHash, Instant expiresAt, Instant at)
            implements SubscriptionCommand {}

    record ConfirmSubscription(UUID subscriptionId, String tokenHash, Instant at) implements SubscriptionCommand {}

    /** @param confirmWithin how long a request may wait */
    record LapseRequest(UUID subscriptionId, Duration confirmWithin, Instant at) implements SubscriptionCommand {}

    record EndSubscription(UUID subscriptionId, Instant at) implements SubscriptionCommand {}
}

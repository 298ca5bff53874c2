package nl.waarborg.availability.subscription.storage;

import java.util.UUID;
import nl.waarborg.availability.subscription.domain.SubscriptionEvent;
import nl.waarborg.availability.subscription.domain.SubscriptionEvent.ConfirmationIssued;
import nl.waarborg.availability.subscription.domain.SubscriptionEvent.SubscriptionConfirmed;
import nl.waarborg.availability.subscription.domain.SubscriptionEvent.SubscriptionEnded;
import nl.waarborg.availability.subscription.domain.SubscriptionEvent.SubscriptionRequestLapsed;
import nl.waarborg.availability.subscription.domain.SubscriptionEvent.SubscriptionRequested;
import nl.waarborg.eventsourcing.EventTypes;
import nl.waarborg.eventsourcing.StreamId;

/** Names under which the events of subscriptions are stored, for ever. */
public final class SubscriptionEventTypes {

    public static final EventTypes<SubscriptionEvent> SUBSCRIPTION_EVENTS = new EventTypes<>(
                    "status-subscription", SubscriptionEvent.class)
            .type("status-subscription-requested", SubscriptionRequested.class)
            .type("status-confirmation-issued", ConfirmationIssued.class)
            .type("status-subscription-confirmed", SubscriptionConfirmed.class)
            .type("status-subscription-request-lapsed", SubscriptionRequestLapsed.class)
            .type("status-subscription-ended", SubscriptionEnded.class);

    private SubscriptionEventTypes() {}

    /** @param addressHash keyed: who reads the id cannot try addresses */
    public static StreamId stream(String provider, String addressHash) {
        return StreamId.natural(SUBSCRIPTION_EVENTS.category(), StreamId.PLATFORM, provider + '/' + addressHash);
    }

    public static StreamId stream(UUID subscription) {
        return new StreamId(SUBSCRIPTION_EVENTS.category(), subscription);
    }
}

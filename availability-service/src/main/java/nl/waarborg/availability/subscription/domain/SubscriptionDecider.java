package nl.waarborg.availability.subscription.domain;

import nl.waarborg.availability.subscription.domain.SubscriptionCommand.ConfirmSubscription;
import nl.waarborg.availability.subscription.domain.SubscriptionCommand.EndSubscription;
import nl.waarborg.availability.subscription.domain.SubscriptionCommand.IssueConfirmation;
import nl.waarborg.availability.subscription.domain.SubscriptionCommand.LapseRequest;
import nl.waarborg.availability.subscription.domain.SubscriptionCommand.RequestSubscription;
import nl.waarborg.availability.subscription.domain.SubscriptionEvent.ConfirmationIssued;
import nl.waarborg.availability.subscription.domain.SubscriptionEvent.SubscriptionConfirmed;
import nl.waarborg.availability.subscription.domain.SubscriptionEvent.SubscriptionEnded;
import nl.waarborg.availability.subscription.domain.SubscriptionEvent.SubscriptionRequestLapsed;
import nl.waarborg.availability.subscription.domain.SubscriptionEvent.SubscriptionRequested;
import nl.waarborg.eventsourcing.Decider;
import nl.waarborg.eventsourcing.Decision;

/** Nobody gets mail who did not confirm that they want it, and nobody longer than they want it (AVL-025). */
public final class SubscriptionDecider implements Decider<SubscriptionCommand, Subscription, SubscriptionEvent> {

    private static final String RULE = "AVL-025";

    @Override
    public Subscription initialState() {
        return Subscription.NONE;
    }

    @Override
    public Decision<SubscriptionEvent> decide(SubscriptionCommand command, Subscription subscription) {
        return switch (command) {
            case RequestSubscription c -> request(c, subscription);
            case IssueConfirmation c ->
                subscription.waitingSince() == null
                        ? Decision.nothing()
                        : Decision.of(new ConfirmationIssued(c.subscriptionId(), c.tokenHash(), c.expiresAt(), c.at()));
            case ConfirmSubscription c -> confirm(c, subscription);
            case LapseRequest c -> lapse(c, subscription);
            case EndSubscription c ->
                subscription.confirmed() || subscription.waitingSince() != null
                        ? Decision.of(new SubscriptionEnded(c.subscriptionId(), c.at()))
                        : Decision.nothing();
        };
    }

    /** A flood of requests for one address is one mail; who asks cannot tell the difference. */
    private static Decision<SubscriptionEvent> request(RequestSubscription c, Subscription subscription) {
        var last = subscription.lastRequestedAt();
        return last != null && c.at().isBefore(last.plus(c.pause()))
                ? Decision.nothing()
                : Decision.of(new SubscriptionRequested(
                        c.subscriptionId(), c.provider(), c.address(), c.language(), c.components(), c.at()));
    }

    private static Decision<SubscriptionEvent> confirm(ConfirmSubscription c, Subscription subscription) {
        if (c.tokenHash().equals(subscription.confirmedBy())) {
            return Decision.nothing();
        }
        var expiresAt = subscription.tokens().get(c.tokenHash());
        return expiresAt == null || !c.at().isBefore(expiresAt)
                ? Decision.reject(RULE, "link-expired", "The link is not valid, or no longer.")
                : Decision.of(new SubscriptionConfirmed(c.subscriptionId(), c.tokenHash(), c.at()));
    }

    private static Decision<SubscriptionEvent> lapse(LapseRequest c, Subscription subscription) {
        var since = subscription.waitingSince();
        return since == null || c.at().isBefore(since.plus(c.confirmWithin()))
                ? Decision.nothing()
                : Decision.of(new SubscriptionRequestLapsed(c.subscriptionId(), c.at()));
    }

    @Override
    public Subscription evolve(Subscription subscription, SubscriptionEvent event) {
        return switch (event) {
            case SubscriptionRequested e -> subscription.requested(e.at());
            case ConfirmationIssued e -> subscription.issued(e.tokenHash(), e.expiresAt());
            case SubscriptionConfirmed e -> subscription.confirmedBy(e.tokenHash());
            case SubscriptionRequestLapsed _ -> subscription.lapsed();
            case SubscriptionEnded _ -> subscription.ended();
        };
    }
}

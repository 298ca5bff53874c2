package nl.waarborg.availability.subscription.automation;

import io.quarkus.mailer.Mailer;
import java.time.Duration;
import java.time.InstantSource;
import java.util.UUID;
import nl.waarborg.availability.subscription.domain.Subscription;
import nl.waarborg.availability.subscription.domain.SubscriptionCommand;
import nl.waarborg.availability.subscription.domain.SubscriptionCommand.IssueConfirmation;
import nl.waarborg.availability.subscription.domain.SubscriptionEvent;
import nl.waarborg.availability.subscription.projection.Subscribers;
import nl.waarborg.availability.subscription.projection.SubscriptionsProjection;
import nl.waarborg.eventsourcing.Actor;
import nl.waarborg.eventsourcing.CommandContext;
import nl.waarborg.eventsourcing.CommandHandler;
import nl.waarborg.eventsourcing.Deadline;
import nl.waarborg.eventsourcing.DeadlineHandler;

/** Mails a link that only the owner of the address can follow. Every attempt has a token of its own, of which only the hash is stored. */
public final class WhenSubscriptionRequestedThenAskToConfirm implements DeadlineHandler {

    private final CommandHandler<SubscriptionCommand, Subscription, SubscriptionEvent> subscriptions;
    private final Subscribers subscribers;
    private final StatusMails mails;
    private final Mailer mailer;
    private final Duration confirmWithin;
    private final InstantSource clock;

    public WhenSubscriptionRequestedThenAskToConfirm(
            CommandHandler<SubscriptionCommand, Subscription, SubscriptionEvent> subscriptions,
            Subscribers subscribers,
            StatusMails mails,
            Mailer mailer,
            Duration confirmWithin,
            InstantSource clock) {
        this.subscriptions = subscriptions;
        this.subscribers = subscribers;
        this.mails = mails;
        this.mailer = mailer;
        this.confirmWithin = confirmWithin;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return SubscriptionsProjection.SEND_CONFIRMATION;
    }

    @Override
    public void due(Deadline deadline) {
        var subscription = deadline.stream().id();
        if (subscriptions.state(deadline.stream()).waitingSince() == null) {
            return;
        }
        subscribers.addressee(subscription).ifPresent(addressee -> {
            var token = subscribers.freshToken();
            var now = clock.instant();
            subscriptions.handle(
                    deadline.stream(),
                    CommandContext.of(deadline.tenant(), Actor.SCHEDULER, now),
                    new IssueConfirmation(subscription, Subscribers.tokenHash(token), now.plus(confirmWithin), now));
            mailer.send(mails.confirmation(
                    UUID.fromString(deadline.key()),
                    subscription,
                    addressee.provider(),
                    addressee.address(),
                    addressee.language(),
                    token));
        });
    }
}

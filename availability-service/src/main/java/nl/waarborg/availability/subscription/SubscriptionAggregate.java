package nl.waarborg.availability.subscription;

import io.quarkus.mailer.Mailer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.InstantSource;
import java.util.List;
import nl.waarborg.availability.status.SubscriptionSettings;
import nl.waarborg.availability.status.projection.StatusRows;
import nl.waarborg.availability.subscription.automation.StatusMails;
import nl.waarborg.availability.subscription.automation.WhenNoticeChangedThenTellSubscribers;
import nl.waarborg.availability.subscription.automation.WhenSubscriptionRequestedThenAskToConfirm;
import nl.waarborg.availability.subscription.domain.Subscription;
import nl.waarborg.availability.subscription.domain.SubscriptionCommand;
import nl.waarborg.availability.subscription.domain.SubscriptionCommand.LapseRequest;
import nl.waarborg.availability.subscription.domain.SubscriptionDecider;
import nl.waarborg.availability.subscription.domain.SubscriptionEvent;
import nl.waarborg.availability.subscription.projection.Deliveries;
import nl.waarborg.availability.subscription.projection.Subscribers;
import nl.waarborg.availability.subscription.projection.SubscriptionsProjection;
import nl.waarborg.availability.subscription.storage.SubscriptionEventTypes;
import nl.waarborg.eventsourcing.Actor;
import nl.waarborg.eventsourcing.CommandContext;
import nl.waarborg.eventsourcing.CommandHandler;
import nl.waarborg.eventsourcing.Deadline;
import nl.waarborg.eventsourcing.DeadlineHandler;
import nl.waarborg.eventsourcing.EventTypes;
import nl.waarborg.eventsourcing.PersonalData;
import nl.waarborg.eventsourcing.Projection;
import nl.waarborg.eventsourcing.Reaction;
import nl.waarborg.eventsourcing.service.Aggregate;
import nl.waarborg.eventsourcing.service.CommandHandlers;

/** Mail to subscribers of the status page (AVL-025, AVL-013). Nothing of it leaves the service but the mails. */
@ApplicationScoped
class SubscriptionAggregate implements Aggregate {

    private final CommandHandler<SubscriptionCommand, Subscription, SubscriptionEvent> subscriptions;
    private final Subscribers subscribers;
    private final StatusRows notices;
    private final Deliveries deliveries;
    private final StatusMails mails;
    private final Mailer mailer;
    private final SubscriptionSettings settings;
    private final PersonalData personal;
    private final InstantSource clock;

    SubscriptionAggregate(
            CommandHandler<SubscriptionCommand, Subscription, SubscriptionEvent> subscriptions,
            Subscribers subscribers,
            StatusRows notices,
            Deliveries deliveries,
            StatusMails mails,
            Mailer mailer,
            SubscriptionSettings settings,
            PersonalData personal,
            InstantSource clock) {
        this.subscriptions = subscriptions;
        this.subscribers = subscribers;
        this.notices = notices;
        this.deliveries = deliveries;
        this.mails = mails;
        this.mailer = mailer;
        this.settings = settings;
        this.personal = personal;
        this.clock = clock;
    }

    @Produces
    @ApplicationScoped
    static CommandHandler<SubscriptionCommand, Subscription, SubscriptionEvent> subscriptions(
            CommandHandlers handlers) {
        return handlers.of(new SubscriptionDecider(), SubscriptionEventTypes.SUBSCRIPTION_EVENTS);
    }

    @Override
    public List<EventTypes<?>> eventTypes() {
        return List.of(SubscriptionEventTypes.SUBSCRIPTION_EVENTS);
    }

    @Override
    public List<Projection<?>> projections() {
        return List.of(new SubscriptionsProjection(personal, settings.confirmWithin()));
    }

    @Override
    public List<DeadlineHandler> deadlineHandlers() {
        return List.of(
                new WhenNoticeChangedThenTellSubscribers(notices, deliveries, mails, mailer, settings.attempts()),
                new WhenSubscriptionRequestedThenAskToConfirm(
                        subscriptions, subscribers, mails, mailer, settings.confirmWithin(), clock),
                new Reaction(SubscriptionsProjection.LAPSE, this::lapse));
    }

    private void lapse(Deadline deadline) {
        subscriptions.handle(
                deadline.stream(),
                CommandContext.of(deadline.tenant(), Actor.SCHEDULER, deadline.due()),
                new LapseRequest(deadline.stream().id(), settings.confirmWithin(), deadline.due()));
    }
}

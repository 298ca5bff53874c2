package nl.waarborg.availability.subscription.projection;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import nl.waarborg.availability.subscription.domain.SubscriptionEvent;
import nl.waarborg.availability.subscription.domain.SubscriptionEvent.ConfirmationIssued;
import nl.waarborg.availability.subscription.domain.SubscriptionEvent.SubscriptionConfirmed;
import nl.waarborg.availability.subscription.domain.SubscriptionEvent.SubscriptionEnded;
import nl.waarborg.availability.subscription.domain.SubscriptionEvent.SubscriptionRequestLapsed;
import nl.waarborg.availability.subscription.domain.SubscriptionEvent.SubscriptionRequested;
import nl.waarborg.availability.system.domain.Component;
import nl.waarborg.eventsourcing.Deadline;
import nl.waarborg.eventsourcing.Deadlines;
import nl.waarborg.eventsourcing.PersonalData;
import nl.waarborg.eventsourcing.Projection;
import nl.waarborg.eventsourcing.RecordedEvent;
import nl.waarborg.eventsourcing.projection.Statements;

/** Who is to be told, as long as they want it: an address that is no longer needed is gone from the table at once. */
public final class SubscriptionsProjection implements Projection<SubscriptionEvent> {

    public static final String SEND_CONFIRMATION = "send-status-confirmation";
    public static final String LAPSE = "lapse-status-subscription-request";

    private static final String REQUESTED =
            """
            insert into status_subscription (subscription_id, provider, address, language, wanted, wanted_language)
            values (?, ?, ?, ?, ?, ?)
            on conflict (subscription_id) do update set address = excluded.address, wanted = excluded.wanted,
                wanted_language = excluded.wanted_language""";
    private static final String CONFIRMED =
            """
            update status_subscription set components = wanted, language = wanted_language,
                confirmed_at = coalesce(confirmed_at, ?),
                wanted = null, wanted_language = null where subscription_id = ?""";
    private static final String FORGET =
            "delete from status_subscription where subscription_id = ? and confirmed_at is null";
    private static final String LAPSED =
            "update status_subscription set wanted = null, wanted_language = null where subscription_id = ?";
    private static final String ENDED = "delete from status_subscription where subscription_id = ?";

    private final PersonalData personal;
    private final Duration confirmWithin;

    public SubscriptionsProjection(PersonalData personal, Duration confirmWithin) {
        this.personal = personal;
        this.confirmWithin = confirmWithin;
    }

    @Override
    public String name() {
        return "status-subscriptions";
    }

    @Override
    public Class<SubscriptionEvent> events() {
        return SubscriptionEvent.class;
    }

    @Override
    public List<String> tables() {
        return List.of("status_subscription");
    }

    @Override
    public void apply(List<RecordedEvent<SubscriptionEvent>> events, Connection connection) throws SQLException {
        var statements = new Statements();
        var deadlines = new ArrayList<Deadline>();
        for (var recorded : events) {
            var stream = recorded.stream();
            var owner = recorded.tenant();
            switch (recorded.event()) {
                case SubscriptionRequested e -> {
                    statements.add(
                            REQUESTED,
                            e.subscriptionId(),
                            e.provider(),
                            personal.protect(owner, e.address()),
                            e.language(),
                            names(e.components()),
                            e.language());
                    deadlines.add(new Deadline(
                            SEND_CONFIRMATION, stream, recorded.id().toString(), owner, e.at()));
                    deadlines.add(new Deadline(LAPSE, stream, "", owner, e.at().plus(confirmWithin)));
                }
                case ConfirmationIssued _ -> {
                    // The decider knows its tokens.
                }
                case SubscriptionConfirmed e -> statements.add(CONFIRMED, e.at(), e.subscriptionId());
                case SubscriptionRequestLapsed e -> {
                    statements.add(FORGET, e.subscriptionId());
                    statements.add(LAPSED, e.subscriptionId());
                }
                case SubscriptionEnded e -> statements.add(ENDED, e.subscriptionId());
            }
        }
        statements.run(connection);
        Deadlines.set(connection, deadlines);
    }

    private static String names(Collection<Component> components) {
        return components.stream().map(Component::name).collect(Collectors.joining(","));
    }
}

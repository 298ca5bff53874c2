package nl.waarborg.availability.subscription.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import nl.waarborg.availability.status.domain.Language;
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
import nl.waarborg.availability.system.domain.Component;
import nl.waarborg.eventsourcing.test.DeciderSpecification;
import nl.waarborg.rules.Rule;
import org.junit.jupiter.api.Test;

@Rule("AVL-025")
class SubscriptionDeciderTest {

    private static final UUID ID = UUID.fromString("0199a0c4-2f10-7a31-9c55-0000000000d1");
    private static final Instant START = Instant.parse("2026-03-10T08:12:00Z");
    private static final Duration PAUSE = Duration.ofMinutes(10);
    private static final Duration DAY = Duration.ofHours(24);
    private static final Set<Component> COMPONENTS = Set.of(Component.PROFIT);

    private final DeciderSpecification<SubscriptionCommand, Subscription, SubscriptionEvent> subscription =
            new DeciderSpecification<>(new SubscriptionDecider());
    private final SubscriptionRequested requested =
            new SubscriptionRequested(ID, "afas", "someone@example.com", Language.NL, COMPONENTS, START);
    private final ConfirmationIssued issued = new ConfirmationIssued(ID, "hash", START.plus(DAY), START);
    private final SubscriptionConfirmed confirmed = new SubscriptionConfirmed(ID, "hash", START.plusSeconds(60));

    @Test
    void a_request_is_recorded() {
        subscription.given().when(request(START)).then(requested);
    }

    @Test
    void a_flood_of_requests_for_one_address_is_one() {
        subscription
                .given(requested, issued)
                .when(request(START.plus(PAUSE).minusSeconds(1)))
                .thenNothing();
        subscription
                .given(requested, issued)
                .when(request(START.plus(PAUSE)))
                .then(new SubscriptionRequested(
                        ID, "afas", "someone@example.com", Language.NL, COMPONENTS, START.plus(PAUSE)));
    }

    @Test
    void the_mailed_token_confirms_and_repeating_it_changes_nothing() {
        subscription.given(requested, issued).when(confirm("hash", 60)).then(confirmed);
        subscription
                .given(requested, issued, confirmed)
                .when(confirm("hash", 120))
                .thenNothing();
    }

    @Test
    void another_token_or_a_late_one_confirms_nothing() {
        subscription.given(requested, issued).when(confirm("other", 60)).thenRejected("AVL-025");
        subscription
                .given(requested, issued)
                .when(confirm("hash", DAY.toSeconds()))
                .thenRejected("AVL-025");
        subscription.given().when(confirm("hash", 60)).thenRejected("AVL-025");
    }

    @Test
    void the_token_of_an_earlier_request_does_not_confirm_a_later_one() {
        var later = new SubscriptionRequested(
                ID, "afas", "someone@example.com", Language.NL, Set.of(Component.INSITE), START.plus(PAUSE));
        subscription.given(requested, issued, later).when(confirm("hash", 900)).thenRejected("AVL-025");
    }

    @Test
    void what_nobody_confirmed_in_time_lapses() {
        subscription.given(requested, issued).when(lapse(DAY.minusSeconds(1))).thenNothing();
        subscription.given(requested, issued).when(lapse(DAY)).then(new SubscriptionRequestLapsed(ID, START.plus(DAY)));
        subscription.given(requested, issued, confirmed).when(lapse(DAY)).thenNothing();
    }

    @Test
    void no_token_is_issued_for_what_is_not_asked_for() {
        var issue = new IssueConfirmation(ID, "hash", START.plus(DAY), START);
        subscription.given(requested).when(issue).then(issued);
        subscription.given(requested, issued, confirmed).when(issue).thenNothing();
    }

    @Test
    void ending_ends_once() {
        var end = new EndSubscription(ID, START.plusSeconds(300));
        var ended = new SubscriptionEnded(ID, START.plusSeconds(300));
        subscription.given(requested, issued, confirmed).when(end).then(ended);
        subscription.given(requested, issued, confirmed, ended).when(end).thenNothing();
    }

    private static RequestSubscription request(Instant at) {
        return new RequestSubscription(ID, "afas", "someone@example.com", Language.NL, COMPONENTS, PAUSE, at);
    }

    private static ConfirmSubscription confirm(String hash, long seconds) {
        return new ConfirmSubscription(ID, hash, START.plusSeconds(seconds));
    }

    private static LapseRequest lapse(Duration after) {
        return new LapseRequest(ID, DAY, START.plus(after));
    }
}

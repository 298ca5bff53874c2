package nl.waarborg.availability.month.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import nl.waarborg.availability.month.domain.Availability.Downtime;
import nl.waarborg.availability.month.domain.Availability.Outage;
import nl.waarborg.availability.month.domain.AvailabilityMonthCommand.CloseAvailabilityMonth;
import nl.waarborg.availability.month.domain.AvailabilityMonthCommand.CorrectAvailabilityMonth;
import nl.waarborg.availability.month.domain.AvailabilityMonthCommand.DisputeAvailability;
import nl.waarborg.availability.month.domain.AvailabilityMonthCommand.DraftImprovementPlan;
import nl.waarborg.availability.month.domain.AvailabilityMonthCommand.PublishImprovementPlan;
import nl.waarborg.availability.month.domain.AvailabilityMonthCommand.SettleAvailabilityDispute;
import nl.waarborg.availability.month.domain.AvailabilityMonthEvent.AvailabilityDisputeSettled;
import nl.waarborg.availability.month.domain.AvailabilityMonthEvent.AvailabilityDisputed;
import nl.waarborg.availability.month.domain.AvailabilityMonthEvent.AvailabilityFloorMissWithdrawn;
import nl.waarborg.availability.month.domain.AvailabilityMonthEvent.AvailabilityFloorMissed;
import nl.waarborg.availability.month.domain.AvailabilityMonthEvent.AvailabilityMonthClosed;
import nl.waarborg.availability.month.domain.AvailabilityMonthEvent.AvailabilityMonthCorrected;
import nl.waarborg.availability.month.domain.AvailabilityMonthEvent.ImprovementPlanDrafted;
import nl.waarborg.availability.month.domain.AvailabilityMonthEvent.ImprovementPlanPublished;
import nl.waarborg.availability.system.domain.Component;
import nl.waarborg.eventsourcing.test.DeciderSpecification;
import nl.waarborg.rules.Rule;
import nl.waarborg.terms.AgreedCalendars;
import org.junit.jupiter.api.Test;

class AvailabilityMonthDeciderTest {

    private static final YearMonth MARCH = YearMonth.of(2026, 3);
    private static final MonthBounds BOUNDS = new MonthBounds(AgreedCalendars.ZONE, 3);
    private static final Interval TIME = BOUNDS.interval(MARCH);
    private static final Instant CLOSES = BOUNDS.closes(MARCH);
    private static final BigDecimal FLOOR = new BigDecimal("99.5");
    private static final UUID PERSON = new UUID(0, 1);
    private static final UUID DISPUTE = new UUID(0, 2);

    private final DeciderSpecification<AvailabilityMonthCommand, AvailabilityMonth, AvailabilityMonthEvent> month =
            new DeciderSpecification<>(new AvailabilityMonthDecider());

    private static AvailabilityFigures figures(long downSeconds) {
        var outages = downSeconds == 0
                ? List.<Outage<Component>>of()
                : List.of(new Outage<>(
                        Component.PROFIT, new Interval(TIME.from(), TIME.from().plusSeconds(downSeconds)), false));
        return AvailabilityFigures.of(new AvailabilityFigures.Facts(
                TIME,
                List.of(TIME),
                Set.of(Component.PROFIT),
                List.of(new Downtime<>(outages, Map.of())),
                Map.of(Component.PROFIT, List.of(TIME)),
                FLOOR,
                outages.size(),
                0));
    }

    private static CloseAvailabilityMonth close(AvailabilityFigures figures, boolean ofPlatform, Instant at) {
        return new CloseAvailabilityMonth("afas", MARCH, figures, ofPlatform, CLOSES, at);
    }

    private static CorrectAvailabilityMonth correct(AvailabilityFigures figures) {
        return new CorrectAvailabilityMonth("afas", MARCH, figures, true, CLOSES);
    }

    private static AvailabilityMonthClosed closed(AvailabilityFigures figures) {
        return new AvailabilityMonthClosed("afas", MARCH, figures, CLOSES);
    }

    private static final AvailabilityFloorMissed MISSED =
            new AvailabilityFloorMissed("afas", MARCH, new BigDecimal("99.49"), FLOOR, CLOSES);

    @Rule({"AVL-001", "AVL-003"})
    @Test
    void a_month_is_closed_once_three_days_after_its_end_and_its_floor_is_judged_unrounded() {
        assertEquals(Instant.parse("2026-04-03T22:00:00Z"), CLOSES);
        month.given().when(close(figures(0), true, CLOSES.minusSeconds(1))).thenNothing();
        month.given().when(close(figures(13_374), true, CLOSES)).then(closed(figures(13_374)));
        month.given().when(close(figures(13_375), true, CLOSES)).then(closed(figures(13_375)), MISSED);
        month.given(closed(figures(0))).when(close(figures(60), true, CLOSES)).thenNothing();
    }

    @Rule("AVL-002")
    @Test
    void the_floor_is_of_the_platform_a_customers_figure_is_information() {
        month.given().when(close(figures(86_400), false, CLOSES)).then(closed(figures(86_400)));
    }

    @Rule("AVL-001")
    @Test
    void what_becomes_known_later_is_a_report_of_its_own() {
        var corrected = new AvailabilityMonthCorrected("afas", MARCH, figures(60), CLOSES);
        month.given(closed(figures(0))).when(correct(figures(60))).then(corrected);
        month.given(closed(figures(0))).when(correct(figures(0))).thenNothing();
        month.given(closed(figures(0)), corrected).when(correct(figures(60))).thenNothing();
        month.given().when(correct(figures(60))).thenNothing();
        month.given(closed(figures(0)))
                .when(correct(figures(13_375)))
                .then(new AvailabilityMonthCorrected("afas", MARCH, figures(13_375), CLOSES), MISSED);
        month.given(closed(figures(13_375)), MISSED)
                .when(correct(figures(0)))
                .then(
                        new AvailabilityMonthCorrected("afas", MARCH, figures(0), CLOSES),
                        new AvailabilityFloorMissWithdrawn("afas", MARCH, CLOSES));
    }

    @Rule("AVL-010")
    @Test
    void a_missed_floor_needs_a_plan_that_is_drafted_and_published() {
        var draft = new DraftImprovementPlan("afas", MARCH, "a second node", PERSON, CLOSES);
        var publish = new PublishImprovementPlan("afas", MARCH, PERSON, CLOSES);
        var drafted = new ImprovementPlanDrafted("afas", MARCH, "a second node", PERSON, CLOSES);
        var published = new ImprovementPlanPublished("afas", MARCH, PERSON, CLOSES);
        month.given(closed(figures(0))).when(draft).thenRejected("AVL-010");
        month.given(closed(figures(13_375)), MISSED).when(publish).thenRejected("AVL-010");
        month.given(closed(figures(13_375)), MISSED).when(draft).then(drafted);
        month.given(closed(figures(13_375)), MISSED, drafted).when(draft).thenNothing();
        month.given(closed(figures(13_375)), MISSED, drafted).when(publish).then(published);
        month.given(closed(figures(13_375)), MISSED, drafted, published)
                .when(publish)
                .thenNothing();
        month.given(closed(figures(13_375)), MISSED, drafted, published)
                .when(draft)
                .thenRejected("AVL-010");
    }

    @Rule("AVL-009")
    @Test
    void a_dispute_is_settled_with_the_measurements_as_evidence() {
        var dispute = new DisputeAvailability("afas", MARCH, DISPUTE, "two hours", PERSON, CLOSES);
        var disputed = new AvailabilityDisputed("afas", MARCH, DISPUTE, "two hours", PERSON, CLOSES);
        var settle = new SettleAvailabilityDispute(
                "afas", MARCH, DISPUTE, Settlement.MEASUREMENTS_STAND, "one minute", PERSON, CLOSES);
        month.given().when(dispute).thenRejected("AVL-009");
        month.given(closed(figures(60))).when(dispute).then(disputed);
        month.given(closed(figures(60))).when(settle).thenRejected("AVL-009");
        var settled = new AvailabilityDisputeSettled(
                "afas", MARCH, DISPUTE, Settlement.MEASUREMENTS_STAND, "one minute", figures(60), PERSON, CLOSES);
        month.given(closed(figures(60)), disputed).when(settle).then(settled);
        month.given(closed(figures(60)), disputed, settled).when(settle).thenRejected("AVL-009");
    }

    @Rule("AVL-027")
    @Test
    void of_what_nobody_watched_nothing_is_claimed_though_its_outages_are_shown() {
        var outage = new Outage<>(
                Component.PROFIT, new Interval(TIME.from(), TIME.from().plusSeconds(3600)), false);
        var dark = AvailabilityFigures.of(new AvailabilityFigures.Facts(
                TIME,
                List.of(TIME),
                Set.of(Component.PROFIT, Component.INSITE),
                List.of(new Downtime<>(List.of(outage), Map.of())),
                Map.of(),
                FLOOR,
                1,
                0));
        assertNull(dark.availability());
        assertNull(dark.floorMet());
        assertEquals(3600, dark.downSeconds());
        assertEquals(Set.of(Component.PROFIT, Component.INSITE), dark.notMeasured());
        assertEquals(new BigDecimal("0.06"), dark.coverage());
    }
}

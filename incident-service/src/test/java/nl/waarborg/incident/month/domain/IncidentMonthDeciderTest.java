package nl.waarborg.incident.month.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import nl.waarborg.eventsourcing.test.DeciderSpecification;
import nl.waarborg.incident.month.domain.IncidentFigure.State;
import nl.waarborg.incident.month.domain.IncidentFigure.Verdict;
import nl.waarborg.incident.month.domain.IncidentMonthCommand.CloseIncidentMonth;
import nl.waarborg.incident.month.domain.IncidentMonthCommand.CorrectIncidentMonth;
import nl.waarborg.incident.month.domain.IncidentMonthEvent.IncidentMonthClosed;
import nl.waarborg.incident.month.domain.IncidentMonthEvent.IncidentMonthCorrected;
import nl.waarborg.incident.month.domain.MonthFigures.LeadTimes;
import nl.waarborg.incident.month.domain.MonthFigures.PriorityFigures;
import nl.waarborg.incident.month.domain.MonthFigures.Spread;
import nl.waarborg.rules.Rule;
import org.junit.jupiter.api.Test;

class IncidentMonthDeciderTest {

    private static final YearMonth MARCH = YearMonth.of(2026, 3);
    private static final Instant CLOSES = Instant.parse("2026-04-03T22:00:00Z");

    private final DeciderSpecification<IncidentMonthCommand, IncidentMonth, IncidentMonthEvent> month =
            new DeciderSpecification<>(new IncidentMonthDecider());

    private static IncidentFigure handled(String priority, Verdict recovery, boolean within, int hours, int waiting) {
        return new IncidentFigure(
                priority,
                State.HANDLED,
                Verdict.MET,
                recovery,
                within,
                Duration.ofHours(hours),
                Duration.ofHours(hours / 3),
                Duration.ofHours(waiting));
    }

    private static IncidentFigure open() {
        return new IncidentFigure(null, State.OPEN, Verdict.MISSED, Verdict.NONE, false, null, null, Duration.ZERO);
    }

    private final MonthFigures figures = MonthFigures.of(List.of(
            handled("P2", Verdict.MET, true, 6, 0),
            handled("P2", Verdict.MISSED, false, 60, 30),
            handled("P3", Verdict.MET, false, 30, 6),
            open()));
    private final MonthFigures later = MonthFigures.of(List.of(open()));

    @Test
    @Rule("INC-062")
    void a_month_counts_its_incidents_by_state_and_priority_with_their_lead_times() {
        assertEquals(4, figures.submitted());
        assertEquals(3, figures.handled());
        assertEquals(0, figures.lapsed());
        assertEquals(1, figures.open());
        assertEquals(
                Map.of(
                        "P2", new PriorityFigures(2, 2, 0, 1, 1),
                        "P3", new PriorityFigures(1, 1, 0, 1, 0),
                        "NONE", new PriorityFigures(1, 0, 1, 0, 0)),
                figures.perPriority());
        assertEquals(
                new LeadTimes(
                        new Spread(32 * 3600, 30 * 3600, 60 * 3600),
                        new Spread(20 * 3600, 24 * 3600, 30 * 3600),
                        new Spread(32 * 1200, 30 * 1200, 60 * 1200)),
                figures.leadTimes());
    }

    @Test
    @Rule("INC-062")
    void lapsed_incidents_are_counted_apart_and_have_no_lead_time() {
        var lapsed = MonthFigures.of(List.of(
                new IncidentFigure("P3", State.LAPSED, Verdict.NONE, Verdict.NONE, false, null, null, Duration.ZERO)));
        assertEquals(1, lapsed.lapsed());
        assertNull(lapsed.leadTimes());
    }

    @Test
    @Rule("INC-043")
    void the_share_handled_within_the_term_is_of_all_submitted_and_rounded_down() {
        assertEquals(new BigDecimal("25.00"), figures.handledWithinTermShare());
        var third = MonthFigures.of(
                List.of(handled("P3", Verdict.MET, true, 1, 0), handled("P3", Verdict.MET, true, 1, 0), open()));
        assertEquals(new BigDecimal("66.66"), third.handledWithinTermShare());
    }

    @Test
    @Rule("INC-043")
    void without_the_term_there_is_no_share() {
        var absent = MonthFigures.of(List.of(new IncidentFigure(
                null,
                State.HANDLED,
                Verdict.NONE,
                Verdict.NONE,
                null,
                Duration.ofHours(2),
                Duration.ofHours(2),
                Duration.ZERO)));
        assertNull(absent.handledWithinTerm());
        assertNull(absent.handledWithinTermShare());
    }

    @Test
    @Rule("INC-062")
    void a_month_is_closed_once_and_not_before_its_time() {
        month.given()
                .when(new CloseIncidentMonth(MARCH, figures, CLOSES, MARCH, CLOSES.minusMillis(1)))
                .thenNothing();
        var closed = new IncidentMonthClosed(MARCH, figures, CLOSES);
        month.given()
                .when(new CloseIncidentMonth(MARCH, figures, CLOSES, MARCH, CLOSES))
                .then(closed);
        month.given(closed)
                .when(new CloseIncidentMonth(MARCH, later, CLOSES, MARCH, CLOSES))
                .thenNothing();
    }

    @Test
    @Rule("INC-062")
    void no_month_is_closed_before_the_tenants_first_report() {
        month.given()
                .when(new CloseIncidentMonth(MARCH, figures, CLOSES, MARCH.plusMonths(1), CLOSES))
                .thenNothing();
    }

    @Test
    @Rule("INC-062")
    void what_comes_after_the_closing_is_a_correction_beside_it() {
        var closed = new IncidentMonthClosed(MARCH, figures, CLOSES);
        var corrected = new IncidentMonthCorrected(MARCH, later, CLOSES.plusSeconds(60));
        month.given()
                .when(new CorrectIncidentMonth(MARCH, later, CLOSES.plusSeconds(60)))
                .thenNothing();
        month.given(closed)
                .when(new CorrectIncidentMonth(MARCH, figures, CLOSES.plusSeconds(60)))
                .thenNothing();
        month.given(closed)
                .when(new CorrectIncidentMonth(MARCH, later, CLOSES.plusSeconds(60)))
                .then(corrected);
        month.given(closed, corrected)
                .when(new CorrectIncidentMonth(MARCH, later, CLOSES.plusSeconds(120)))
                .thenNothing();
    }
}

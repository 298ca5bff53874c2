package nl.waarborg.availability.performance.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import nl.waarborg.availability.performance.domain.PerformanceMonthCommand.ClosePerformanceMonth;
import nl.waarborg.availability.performance.domain.PerformanceMonthCommand.CorrectPerformanceMonth;
import nl.waarborg.availability.performance.domain.PerformanceMonthEvent.PerformanceMonthClosed;
import nl.waarborg.availability.performance.domain.PerformanceMonthEvent.PerformanceMonthCorrected;
import nl.waarborg.availability.performance.domain.PerformanceMonthEvent.PerformanceTargetMissWithdrawn;
import nl.waarborg.availability.performance.domain.PerformanceMonthEvent.PerformanceTargetMissed;
import nl.waarborg.eventsourcing.test.DeciderSpecification;
import nl.waarborg.rules.Rule;
import nl.waarborg.terms.Preset;
import nl.waarborg.terms.Terms;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PerformanceMonthDeciderTest {

    private static final YearMonth MARCH = YearMonth.of(2026, 3);
    private static final Instant CLOSES = Instant.parse("2026-04-03T22:00:00Z");
    private static final PerformanceTargets AFAS = PerformanceTargets.of(Terms.of(Preset.AFAS_SLA));

    private final DeciderSpecification<PerformanceMonthCommand, PerformanceMonth, PerformanceMonthEvent> month =
            new DeciderSpecification<>(new PerformanceMonthDecider());

    private static FunctionFigures screen(int window, long measured, long within) {
        return new FunctionFigures(AFAS.windows().get(window), measured, within, measured * 900, 0);
    }

    private static PerformanceFigures figures(@Nullable FunctionFigures home, FunctionFigures... windows) {
        return new PerformanceFigures(List.of(windows), home);
    }

    private static FunctionFigures home(long measured, long total) {
        return new FunctionFigures(MeasuredFunction.INSITE_HOME, measured, measured, total, 0);
    }

    private static ClosePerformanceMonth close(PerformanceFigures figures) {
        return new ClosePerformanceMonth("afas", MARCH, figures, AFAS, CLOSES, CLOSES);
    }

    private static PerformanceMonthClosed closed(PerformanceFigures figures) {
        return new PerformanceMonthClosed("afas", MARCH, figures, AFAS, CLOSES);
    }

    @Rule({"AVL-020", "AVL-021"})
    @Test
    void what_is_promised_are_terms() {
        assertEquals(
                new PerformanceTargets(
                        new BigDecimal("95"),
                        Duration.ofMillis(2500),
                        List.of(
                                "Eigenschappen Medewerker",
                                "Eigenschappen Verkooprelatie",
                                "Eigenschappen Inkooprelatie"),
                        Duration.ofSeconds(2)),
                AFAS);
        assertEquals(PerformanceTargets.NONE, PerformanceTargets.of(Terms.of(Preset.PHOCUS_CLOUD)));
    }

    @Rule("AVL-020")
    @Test
    void the_windows_are_taken_together_and_95_percent_exactly_is_kept() {
        // The second window alone would miss; a mean of the three shares as well.
        var kept = figures(null, screen(0, 1800, 1800), screen(1, 100, 0), screen(2, 100, 100));
        assertEquals(1900, kept.withinTarget());
        month.given().when(close(kept)).then(closed(kept));

        var missed = figures(null, screen(0, 1800, 1799), screen(1, 100, 0), screen(2, 100, 100));
        month.given()
                .when(close(missed))
                .then(closed(missed), new PerformanceTargetMissed("afas", MARCH, PerformanceTarget.SCREENS, CLOSES));
    }

    @Rule("AVL-021")
    @Test
    void the_mean_of_the_home_page_is_at_most_two_seconds_exactly() {
        assertEquals(Set.of(), figures(home(3, 6000)).missed(AFAS));
        assertEquals(
                Set.of(PerformanceTarget.INSITE_HOME), figures(home(3, 6001)).missed(AFAS));
    }

    @Rule({"AVL-020", "AVL-021"})
    @Test
    void what_was_not_measured_or_not_promised_is_not_missed() {
        assertEquals(Set.of(), figures(null, screen(0, 0, 0)).missed(AFAS));
        assertEquals(Set.of(), figures(home(1, 60_000), screen(0, 10, 0)).missed(PerformanceTargets.NONE));
    }

    @Rule("AVL-020")
    @Test
    void a_month_is_closed_once_and_corrected_beside_it() {
        var missed = figures(null, screen(0, 100, 94));
        var kept = figures(null, screen(0, 200, 194));
        var miss = new PerformanceTargetMissed("afas", MARCH, PerformanceTarget.SCREENS, CLOSES);
        var later = CLOSES.plusSeconds(60);
        month.given()
                .when(new ClosePerformanceMonth("afas", MARCH, missed, AFAS, CLOSES, CLOSES.minusSeconds(1)))
                .thenNothing();
        month.given(closed(missed), miss).when(close(kept)).thenNothing();
        month.given(closed(missed), miss)
                .when(new CorrectPerformanceMonth(missed, later))
                .thenNothing();
        var corrected = new PerformanceMonthCorrected("afas", MARCH, kept, later);
        var withdrawn = new PerformanceTargetMissWithdrawn("afas", MARCH, PerformanceTarget.SCREENS, later);
        month.given(closed(missed), miss)
                .when(new CorrectPerformanceMonth(kept, later))
                .then(corrected, withdrawn);
        month.given(closed(missed), miss, corrected, withdrawn)
                .when(new CorrectPerformanceMonth(missed, later))
                .then(
                        new PerformanceMonthCorrected("afas", MARCH, missed, later),
                        new PerformanceTargetMissed("afas", MARCH, PerformanceTarget.SCREENS, later));
        month.given().when(new CorrectPerformanceMonth(kept, later)).thenNothing();
    }
}

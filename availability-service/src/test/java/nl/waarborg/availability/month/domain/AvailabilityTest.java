package nl.waarborg.availability.month.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import nl.waarborg.availability.month.domain.Availability.Downtime;
import nl.waarborg.availability.month.domain.Availability.Outage;
import nl.waarborg.rules.Rule;
import nl.waarborg.terms.calendar.LocalMonth;
import org.junit.jupiter.api.Test;

class AvailabilityTest {

    private static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");
    private static final BigDecimal FLOOR = new BigDecimal("99.5");
    private static final int LAST = 60;

    private static Interval month(int month) {
        var local = new LocalMonth(YearMonth.of(2026, month), AMSTERDAM);
        return new Interval(local.start(), local.end());
    }

    private static Interval at(Instant from, long seconds) {
        return new Interval(from, from.plusSeconds(seconds));
    }

    private static Availability<String> of(Interval period, List<Outage<String>> outages, List<Interval> exclusions) {
        return Availability.of(List.of(period), List.of("PROFIT"), outages, Map.of("PROFIT", exclusions), Map.of());
    }

    @Rule({"AVL-001", "AVL-003"})
    @Test
    void march_has_743_hours_and_allows_13374_seconds_of_downtime() {
        var march = month(3);
        assertEquals(743 * 3600, march.seconds());
        assertEquals(745 * 3600, month(10).seconds());
        assertEquals(Optional.of(13_374L), of(march, List.of(), List.of()).errorBudgetSeconds(FLOOR));
        var spent = of(march, List.of(new Outage<>("PROFIT", at(march.from(), 13_374), false)), List.of());
        assertEquals(Optional.of(0L), spent.errorBudgetSeconds(FLOOR));
        assertEquals(Optional.of(true), spent.meets(FLOOR));
        var overdrawn = of(march, List.of(new Outage<>("PROFIT", at(march.from(), 13_375), false)), List.of());
        assertEquals(Optional.of(-1L), overdrawn.errorBudgetSeconds(FLOOR));
        assertEquals(Optional.of(false), overdrawn.meets(FLOOR));
        assertEquals(
                new BigDecimal("99.49"),
                overdrawn.exact().orElseThrow().percent(),
                "99.4999… must not look like a pass");
    }

    @Rule("AVL-001")
    @Test
    void what_is_excluded_leaves_the_denominator_and_the_other_formula_counts_it() {
        var march = month(3);
        var outage = new Outage<>("PROFIT", at(march.from(), 7200), false);
        var figures = of(march, List.of(outage), List.of(at(march.from().minusSeconds(60), 3660)));
        assertEquals(Optional.of(Fraction.of(2_674_800 - 7200, 2_674_800 - 3600)), figures.exact());
        assertEquals(Optional.of(Fraction.of(2_674_800 - 7200, 2_674_800)), figures.includingExcluded());
        assertEquals(3600, figures.excludedSeconds());
        assertEquals(3600, figures.downSeconds());
    }

    @Rule("AVL-008")
    @Test
    void a_calamity_leaves_the_figure_by_the_definitions_and_stays_in_the_contractual_one() {
        var march = month(3);
        var figures = of(march, List.of(new Outage<>("PROFIT", at(march.from(), 86_400), true)), List.of());
        assertEquals(Optional.of(Fraction.of(1, 1)), figures.byDefinition());
        assertEquals(Optional.of(false), figures.meets(FLOOR));
    }

    @Rule("AVL-002")
    @Test
    void the_components_are_averaged_and_the_strict_figure_is_down_with_any_of_them() {
        var march = month(3);
        var five = List.of("PROFIT", "INSITE", "OUTSITE", "POCKET", "CONNECTORS");
        var figures = Availability.of(
                List.of(march),
                five,
                List.of(
                        new Outage<>("PROFIT", at(march.from(), 13_374), false),
                        new Outage<>("INSITE", at(march.from().plusSeconds(13_374), 13_374), false)),
                Map.of(),
                Map.of());
        assertEquals(Optional.of(Fraction.of(998, 1000)), figures.exact());
        assertEquals(Optional.of(Fraction.of(990, 1000)), figures.strict());
        assertEquals(Optional.of(13_374L - 2 * 13_374 / 5 - 1), figures.errorBudgetSeconds(FLOOR));
    }

    @Test
    void what_nobody_measured_is_neither_up_nor_down_unless_an_outage_is_known() {
        var march = month(3);
        var outage = new Outage<>("PROFIT", at(march.from(), 3600), false);
        var figures = Availability.of(
                List.of(march),
                Set.of("PROFIT"),
                List.of(outage),
                Map.of(),
                Map.of("PROFIT", List.of(at(march.from(), 7200))));
        assertEquals(
                new ComponentTime(2_674_800, 3600, 0, 3600, 0),
                figures.perComponent().get("PROFIT"));
        assertEquals(Fraction.of(2_671_200, 2_674_800), figures.coverage());
        var dark = Availability.of(
                List.of(march),
                Set.of("PROFIT"),
                List.<Outage<String>>of(),
                Map.of(),
                Map.of("PROFIT", List.of(march)));
        assertEquals(Optional.empty(), dark.exact());
        assertEquals(Optional.empty(), dark.meets(FLOOR));
        assertEquals(new BigDecimal("0.00"), dark.coverage().percent());
    }

    @Rule("AVL-004")
    @Test
    void what_is_left_out_of_one_outage_counts_where_another_lasts() {
        var march = month(3);
        var some = new Outage<>("PROFIT", at(march.from(), 7200), false);
        var everyone = new Outage<>("PROFIT", at(march.from().plusSeconds(3600), 1800), false);
        var figures = Availability.of(
                List.of(march),
                List.of("PROFIT"),
                List.of(
                        new Downtime<>(List.of(some), Map.of("PROFIT", List.of(some.time()))),
                        new Downtime<>(List.of(everyone), Map.of())),
                Map.of());
        assertEquals(1800, figures.downSeconds());
        assertEquals(5400, figures.excludedSeconds());
    }

    @Test
    void ten_thousand_outages_and_exclusions_take_no_time() {
        var march = month(3);
        var outages = new ArrayList<Outage<String>>();
        var exclusions = new ArrayList<Interval>();
        for (var i = 0; i < 10_000; i++) {
            outages.add(new Outage<>("PROFIT", at(march.from().plusSeconds(i * 200L), 300), i % 7 == 0));
            exclusions.add(at(march.from().plusSeconds(i * 210L), 20));
        }
        assertTimeout(
                Duration.ofMillis(500),
                () -> assertTrue(of(march, outages, exclusions).excludedSeconds() > 0));
    }

    /** Second by second, as anyone would count by hand. */
    @Rule({"AVL-001", "AVL-002"})
    @Property(tries = 300)
    void the_sweep_counts_what_counting_momentby_momentcounts(
            @ForAll("intervals") List<Interval> first,
            @ForAll("intervals") List<Interval> second,
            @ForAll("intervals") List<Interval> calamities,
            @ForAll("intervals") List<Interval> exclusions,
            @ForAll("intervals") List<Interval> unmeasured) {
        var period = new Interval(Instant.ofEpochSecond(5), Instant.ofEpochSecond(LAST - 5));
        var outages = new ArrayList<Outage<String>>();
        first.forEach(time -> outages.add(new Outage<>("PROFIT", time, false)));
        calamities.forEach(time -> outages.add(new Outage<>("PROFIT", time, true)));
        second.forEach(time -> outages.add(new Outage<>("INSITE", time, false)));
        var figures = Availability.of(
                List.of(period),
                List.of("PROFIT", "INSITE"),
                outages,
                Map.of("PROFIT", exclusions),
                Map.of("PROFIT", unmeasured));

        var unseen = 0;
        var excluded = 0;
        var down = 0;
        var byDefinition = 0;
        var anyDown = 0;
        var served = 0;
        for (var moment = 5; moment < LAST - 5; moment++) {
            var now = Instant.ofEpochSecond(moment);
            var out = covers(first, now) || covers(calamities, now);
            var other = covers(second, now);
            var left = out && covers(exclusions, now);
            unseen += !out && covers(unmeasured, now) ? 1 : 0;
            excluded += left ? 1 : 0;
            down += out && !left ? 1 : 0;
            byDefinition += left || (out && covers(calamities, now)) ? 1 : 0;
            var counted = (out && !left) || other;
            anyDown += counted ? 1 : 0;
            served += !counted && (left || (!out && covers(unmeasured, now))) ? 0 : 1;
        }
        assertEquals(
                new ComponentTime(LAST - 10, unseen, excluded, down, byDefinition),
                figures.perComponent().get("PROFIT"));
        assertEquals(
                served == 0 ? Optional.empty() : Optional.of(Fraction.of(served - anyDown, served)), figures.strict());
    }

    private static boolean covers(List<Interval> intervals, Instant now) {
        return intervals.stream().anyMatch(interval -> !now.isBefore(interval.from()) && now.isBefore(interval.to()));
    }

    @Provide
    Arbitrary<List<Interval>> intervals() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, LAST - 1),
                        Arbitraries.integers().between(1, 20))
                .as((from, length) -> at(Instant.ofEpochSecond(from), length))
                .list()
                .ofMaxSize(6);
    }
}

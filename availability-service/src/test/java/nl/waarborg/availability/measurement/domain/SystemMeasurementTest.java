package nl.waarborg.availability.measurement.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import nl.waarborg.availability.measurement.domain.SampledHour.Of;
import nl.waarborg.availability.month.domain.Interval;
import nl.waarborg.availability.system.domain.EnvironmentKind;
import nl.waarborg.rules.Rule;
import org.junit.jupiter.api.Test;

@Rule({"AVL-002", "AVL-009"})
class SystemMeasurementTest {

    private static final Instant START = Instant.parse("2026-03-05T08:00:00Z");
    private static final int HOLDS = 3;

    private final Fold fold = new Fold();

    private static Of probe(String name) {
        return new Of("afas", "profit-web", EnvironmentKind.PRODUCTION, name);
    }

    /** Samples every ten seconds, from (inclusive) to (exclusive). */
    private void every10(String probe, int from, int to, boolean up) {
        IntStream.iterate(from, second -> second < to, second -> second + 10)
                .forEach(second -> fold.sample(probe(probe), START.plusSeconds(second), up));
    }

    private static Interval seconds(int from, int to) {
        return new Interval(START.plusSeconds(from), START.plusSeconds(to));
    }

    private SystemMeasurement measured(int from, int to) {
        return SystemMeasurement.of(fold.hours(), seconds(from, to), HOLDS);
    }

    @Test
    void a_sample_holds_until_the_next_one() {
        every10("a", 0, 100, true);
        every10("a", 100, 200, false);
        every10("a", 200, 300, true);

        var measured = measured(0, 300);
        assertEquals(List.of(seconds(100, 200)), measured.down());
        assertEquals(List.of(seconds(0, 100), seconds(200, 300)), measured.up());
        assertEquals(List.of(), measured.unmeasured());
    }

    @Rule("AVL-027")
    @Test
    void a_monitor_that_is_silent_is_neither_up_nor_down() {
        every10("a", 0, 100, true);
        every10("a", 500, 600, true);

        // The last sample holds for three of its usual intervals.
        assertEquals(List.of(seconds(120, 500)), measured(0, 600).unmeasured());
        assertEquals(List.of(), measured(0, 600).down());
    }

    @Test
    void it_is_down_where_every_probe_that_says_anything_says_down() {
        every10("a", 0, 600, true);
        every10("b", 0, 600, false);
        assertEquals(List.of(), measured(0, 600).down());

        every10("c", 600, 700, false);
        every10("d", 600, 700, false);
        assertEquals(List.of(seconds(620, 700)), measured(620, 700).down());
    }

    @Test
    void down_beats_up_within_the_same_second_of_a_probe() {
        fold.sample(probe("a"), START, true);
        fold.sample(probe("a"), START, false);
        assertEquals(List.of(seconds(0, 1)), measured(0, 1).down());
    }

    @Test
    void a_sample_before_the_period_holds_into_it() {
        every10("a", 0, 100, false);
        assertEquals(List.of(seconds(95, 120)), measured(95, 200).down());
    }

    @Test
    void what_was_measured_depends_neither_on_the_order_of_samples_nor_on_how_they_were_split() {
        record Sample(int second, String probe, boolean up) {}
        var random = new Random(20260305);
        var samples = new ArrayList<Sample>();
        for (var i = 0; i < 2000; i++) {
            samples.add(new Sample(random.nextInt(3 * 3600), "p" + random.nextInt(3), random.nextInt(10) > 0));
        }
        var whole = new Fold();
        samples.forEach(sample -> whole.sample(probe(sample.probe), START.plusSeconds(sample.second), sample.up));
        var expected = SystemMeasurement.of(whole.hours(), seconds(0, 3 * 3600), HOLDS);
        assertTrue(expected.seconds(expected.down()) > 0, "nothing is shown");

        for (var round = 0; round < 5; round++) {
            Collections.shuffle(samples, random);
            var parts = new Fold();
            for (var from = 0; from < samples.size(); from += 100) {
                var part = new Fold();
                samples.subList(from, from + 100)
                        .forEach(sample ->
                                part.sample(probe(sample.probe), START.plusSeconds(sample.second), sample.up));
                parts.add(part.hours());
            }
            assertEquals(expected, SystemMeasurement.of(parts.hours(), seconds(0, 3 * 3600), HOLDS));
        }
    }
}

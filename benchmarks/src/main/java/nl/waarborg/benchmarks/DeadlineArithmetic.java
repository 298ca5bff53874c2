package nl.waarborg.benchmarks;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.TimeUnit;
import nl.waarborg.terms.AgreedCalendars;
import nl.waarborg.terms.Preset;
import nl.waarborg.terms.Priority;
import nl.waarborg.terms.Terms;
import nl.waarborg.terms.calendar.OpeningHours;
import nl.waarborg.terms.calendar.OpeningInterval;
import nl.waarborg.terms.calendar.WorkingDayStrategy;
import nl.waarborg.terms.clock.DeadlineCalculation;
import nl.waarborg.terms.clock.PauseLedger;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Deadlines on the support calendar: the cost must not grow with the span. {@link #walkDayByDay} is what comparable systems do
 * and stands here as the measure.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class DeadlineArithmetic {

    /** Open hours; 585 are the contract's three months. */
    @Param({"1", "9", "65", "585", "11700"})
    public int openHours;

    private final Terms terms = Terms.of(Preset.AFAS_SLA);
    private final AgreedCalendars calendars = AgreedCalendars.of(terms);
    private final OpeningHours hours = calendars.support().hours();
    private final Instant start = Instant.parse("2026-03-05T15:30:00Z");

    @Benchmark
    public Instant add() {
        return hours.add(start, Duration.ofHours(openHours));
    }

    @Benchmark
    public Duration between() {
        return hours.between(start, start.plusSeconds(openHours * 3_600L * 4));
    }

    @Benchmark
    public Instant addWorkingDays() {
        return hours.addWorkingDays(start, 1 + openHours / 9, WorkingDayStrategy.SAME_CLOCK_TIME);
    }

    /** Both clocks of a report with their warnings, as a command computes them. */
    @Benchmark
    public Object everyClockOfAReport() {
        return new DeadlineCalculation(terms, calendars, false, start, Priority.P2, false, PauseLedger.none()).clocks();
    }

    @Benchmark
    public Instant walkDayByDay() {
        var zone = hours.zone();
        var left = Duration.ofHours(openHours);
        var from = start;
        for (var day = LocalDate.ofInstant(start, zone); ; day = day.plusDays(1)) {
            for (var interval :
                    calendars.support().weekly().getOrDefault(day.getDayOfWeek(), List.<OpeningInterval>of())) {
                if (!hours.isWorkingDay(day)) {
                    continue;
                }
                var midnight = day.atStartOfDay(zone);
                var opening = midnight.plusSeconds(interval.fromSecond()).toInstant();
                var closing = midnight.plusSeconds(interval.toSecond()).toInstant();
                var begin = from.isAfter(opening) ? from : opening;
                if (begin.isBefore(closing)) {
                    var open = Duration.between(begin, closing);
                    if (open.compareTo(left) >= 0) {
                        return begin.plus(left);
                    }
                    left = left.minus(open);
                }
            }
        }
    }
}

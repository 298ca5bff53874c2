package nl.waarborg.terms.calendar;

import static java.lang.Math.floorDiv;
import static java.lang.Math.min;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Open ticks on an endless axis of days: the same week for ever, except on some days. Two prefix sums, one over the runs of
 * the week and one over the exceptions, answer both how much is open before a tick and where a sum is reached, in
 * O(log n) whatever the span. A tick is a local second where hours are counted, and a day where working days are.
 */
final class DayPattern {

    /** Nothing on the axis reaches the sum. */
    static final long NEVER = Long.MIN_VALUE;

    /** Monday 5 January 1970, as epoch day. */
    private static final long MONDAY = 4;

    /** From (inclusive) to (exclusive) in ticks. */
    record Run(long from, long to) {

        Run later(long ticks) {
            return new Run(from + ticks, to + ticks);
        }
    }

    private final long ticksPerDay;
    private final Runs week;
    private final long[] days;
    private final Runs[] dayRuns;
    /** Open ticks before the end of each exceptional day. */
    private final long[] openAtEnd;
    /** What the exceptions before the k-th add to the endless week. */
    private final long[] shift;

    private final Map<DayOfWeek, List<Run>> weekly;
    private final NavigableMap<Long, List<Run>> exceptions;

    DayPattern(long ticksPerDay, Map<DayOfWeek, List<Run>> weekly, NavigableMap<Long, List<Run>> exceptions) {
        this.ticksPerDay = ticksPerDay;
        this.weekly = weekly;
        this.exceptions = exceptions;
        week = new Runs(Arrays.stream(DayOfWeek.values())
                .flatMap(day -> weekly.getOrDefault(day, List.of()).stream()
                        .map(run -> run.later((day.getValue() - 1) * ticksPerDay)))
                .toList());
        days = exceptions.keySet().stream().mapToLong(Long::longValue).toArray();
        dayRuns = exceptions.values().stream().map(Runs::new).toArray(Runs[]::new);
        openAtEnd = new long[days.length];
        shift = new long[days.length + 1];
        for (var k = 0; k < days.length; k++) {
            var start = days[k] * ticksPerDay;
            openAtEnd[k] = inEndlessWeek(start) + shift[k] + dayRuns[k].total();
            shift[k + 1] = openAtEnd[k] - inEndlessWeek(start + ticksPerDay);
        }
    }

    /** The same axis with open and closed exchanged. */
    DayPattern complement() {
        Function<List<Run>, List<Run>> closed = runs -> closed(runs, ticksPerDay);
        var closedWeek = new EnumMap<DayOfWeek, List<Run>>(DayOfWeek.class);
        for (var day : DayOfWeek.values()) {
            closedWeek.put(day, closed.apply(weekly.getOrDefault(day, List.of())));
        }
        var closedDays = new TreeMap<Long, List<Run>>();
        exceptions.forEach((day, runs) -> closedDays.put(day, closed.apply(runs)));
        return new DayPattern(ticksPerDay, closedWeek, closedDays);
    }

    /** The axis of whole days, open where this one has any opening. */
    DayPattern wholeDays() {
        Function<List<Run>, List<Run>> whole = runs -> runs.isEmpty() ? List.of() : List.of(new Run(0, 1));
        var openWeek = new EnumMap<DayOfWeek, List<Run>>(DayOfWeek.class);
        weekly.forEach((day, runs) -> openWeek.put(day, whole.apply(runs)));
        var openDays = new TreeMap<Long, List<Run>>();
        exceptions.forEach((day, runs) -> openDays.put(day, whole.apply(runs)));
        return new DayPattern(1, openWeek, openDays);
    }

    /** The runs of one day, in ticks of that day. */
    List<Run> runsOf(long epochDay) {
        var exception = exceptions.get(epochDay);
        var day = DayOfWeek.of((int) Math.floorMod(epochDay - MONDAY, 7L) + 1);
        return exception != null ? exception : weekly.getOrDefault(day, List.of());
    }

    /** Open ticks before this one, counted from an arbitrary but fixed origin. */
    long openBefore(long tick) {
        var day = floorDiv(tick, ticksPerDay);
        var found = Arrays.binarySearch(days, day);
        return found >= 0
                ? inEndlessWeek(day * ticksPerDay) + shift[found] + dayRuns[found].before(tick - day * ticksPerDay)
                : inEndlessWeek(tick) + shift[-found - 1];
    }

    boolean isOpen(long tick) {
        return openBefore(tick + 1) > openBefore(tick);
    }

    /** The first tick before which this much is open, or {@link #NEVER}. */
    long reach(long open) {
        var k = firstAtLeast(openAtEnd, open);
        if (k < days.length && open > openAtEnd[k] - dayRuns[k].total()) {
            var start = days[k] * ticksPerDay;
            return start + dayRuns[k].reach(open - (openAtEnd[k] - dayRuns[k].total()));
        }
        if (week.total() == 0) {
            return NEVER;
        }
        var inWeeks = open - shift[k];
        var weeks = floorDiv(inWeeks - 1, week.total());
        return (weeks * 7 + MONDAY) * ticksPerDay + week.reach(inWeeks - weeks * week.total());
    }

    private long inEndlessWeek(long tick) {
        var sinceMonday = tick - MONDAY * ticksPerDay;
        var weeks = floorDiv(sinceMonday, 7 * ticksPerDay);
        return weeks * week.total() + week.before(sinceMonday - weeks * 7 * ticksPerDay);
    }

    private static List<Run> closed(List<Run> runs, long ticksPerDay) {
        var closed = new ArrayList<Run>();
        var from = 0L;
        for (var run : runs) {
            if (from < run.from()) {
                closed.add(new Run(from, run.from()));
            }
            from = run.to();
        }
        if (from < ticksPerDay) {
            closed.add(new Run(from, ticksPerDay));
        }
        return closed;
    }

    private static int firstAtLeast(long[] sorted, long value) {
        var low = 0;
        var high = sorted.length;
        while (low < high) {
            var middle = (low + high) >>> 1;
            if (sorted[middle] < value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Sorted runs that do not overlap, with their prefix sum. */
    private static final class Runs {

        private final long[] from;
        private final long[] openAtEnd;

        Runs(List<Run> runs) {
            from = runs.stream().mapToLong(Run::from).toArray();
            openAtEnd = new long[from.length];
            var sum = 0L;
            for (var i = 0; i < from.length; i++) {
                sum += runs.get(i).to() - runs.get(i).from();
                openAtEnd[i] = sum;
            }
        }

        long total() {
            return from.length == 0 ? 0 : openAtEnd[from.length - 1];
        }

        long before(long tick) {
            var i = firstAtLeast(from, tick) - 1;
            return i < 0 ? 0 : min(openAtEnd[i], openBeforeRun(i) + tick - from[i]);
        }

        /** For 0 < open <= total. */
        long reach(long open) {
            var i = firstAtLeast(openAtEnd, open);
            return from[i] + open - openBeforeRun(i);
        }

        private long openBeforeRun(int i) {
            return i == 0 ? 0 : openAtEnd[i - 1];
        }
    }
}

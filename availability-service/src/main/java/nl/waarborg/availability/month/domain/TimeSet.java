package nl.waarborg.availability.month.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** A set of whole seconds. Every operation walks the bounds once, in order of time. */
final class TimeSet {

    static final TimeSet EMPTY = new TimeSet(new long[0]);

    /** Strictly increasing: at even places the set begins, at odd ones it ends (exclusive). */
    private final long[] bounds;

    private TimeSet(long[] bounds) {
        this.bounds = bounds;
    }

    /** The union of intervals that may overlap, in any order. */
    static TimeSet of(Collection<Interval> intervals) {
        if (intervals.isEmpty()) {
            return EMPTY;
        }
        var sorted = new ArrayList<>(intervals);
        sorted.sort(Comparator.comparing(Interval::from));
        var bounds = new long[sorted.size() * 2];
        var count = 0;
        for (var interval : sorted) {
            var from = interval.from().getEpochSecond();
            var to = interval.to().getEpochSecond();
            if (count > 0 && from <= bounds[count - 1]) {
                bounds[count - 1] = Math.max(bounds[count - 1], to);
            } else if (from < to) {
                bounds[count++] = from;
                bounds[count++] = to;
            }
        }
        return new TimeSet(Arrays.copyOf(bounds, count));
    }

    TimeSet and(TimeSet other) {
        return combine(other, (here, there) -> here && there);
    }

    TimeSet or(TimeSet other) {
        return combine(other, (here, there) -> here || there);
    }

    TimeSet without(TimeSet other) {
        return combine(other, (here, there) -> here && !there);
    }

    long seconds() {
        var seconds = 0L;
        for (var i = 0; i < bounds.length; i += 2) {
            seconds += bounds[i + 1] - bounds[i];
        }
        return seconds;
    }

    List<Interval> intervals() {
        var intervals = new ArrayList<Interval>();
        for (var i = 0; i < bounds.length; i += 2) {
            intervals.add(new Interval(Instant.ofEpochSecond(bounds[i]), Instant.ofEpochSecond(bounds[i + 1])));
        }
        return intervals;
    }

    @FunctionalInterface
    private interface Membership {
        boolean holds(boolean here, boolean there);
    }

    private TimeSet combine(TimeSet other, Membership membership) {
        var combined = new long[bounds.length + other.bounds.length];
        var count = 0;
        var here = 0;
        var there = 0;
        var inside = false;
        while (here < bounds.length || there < other.bounds.length) {
            var at = Math.min(bound(bounds, here), bound(other.bounds, there));
            here += bound(bounds, here) == at ? 1 : 0;
            there += bound(other.bounds, there) == at ? 1 : 0;
            // Past an odd number of bounds is within the set.
            if (membership.holds(here % 2 == 1, there % 2 == 1) != inside) {
                combined[count++] = at;
                inside = !inside;
            }
        }
        return new TimeSet(Arrays.copyOf(combined, count));
    }

    private static long bound(long[] bounds, int place) {
        return place < bounds.length ? bounds[place] : Long.MAX_VALUE;
    }
}

package nl.waarborg.terms.calendar;

import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.Arrays;

/**
 * A day pattern seen through a time zone: a moment is open when the clock on the wall shows open hours. Between two changes of
 * offset the wall clock runs evenly, so the sum up to a moment is the pattern's sum plus what the changes before it added
 * (an hour shown twice) or took (an hour never shown). That correction is a table over the zone's changes, extended on
 * demand.
 */
final class OpenTimeline {

    static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999999Z");
    private static final long MARGIN_SECONDS = 10L * 366 * 86_400;

    private final DayPattern pattern;
    private final ZoneId zone;
    private volatile Segments segments;

    OpenTimeline(DayPattern pattern, ZoneId zone) {
        this.pattern = pattern;
        this.zone = zone;
        segments = segmentsUntil(Instant.parse("2050-01-01T00:00:00Z").getEpochSecond());
    }

    /** Open seconds before this one, counted from an arbitrary but fixed origin. */
    long openBefore(long second) {
        var known = covering(second);
        var i = known.at(second);
        return pattern.openBefore(second + known.offset[i]) + known.correction[i];
    }

    boolean isOpen(long second) {
        var known = covering(second);
        return pattern.isOpen(second + known.offset[known.at(second)]);
    }

    /** The first second before which this much is open, or {@link DayPattern#NEVER}. */
    long reach(long open) {
        while (true) {
            var known = segments;
            var i = known.reaching(open);
            var local = pattern.reach(open - known.correction[i]);
            if (local == DayPattern.NEVER) {
                return DayPattern.NEVER;
            }
            var second = local - known.offset[i];
            if (second < known.coveredUntil || second > LAST.getEpochSecond()) {
                return second;
            }
            covering(second);
        }
    }

    private Segments covering(long second) {
        var known = segments;
        if (second < known.coveredUntil) {
            return known;
        }
        var wider = segmentsUntil(second + MARGIN_SECONDS);
        segments = wider; // a race only computes the same table twice
        return wider;
    }

    private Segments segmentsUntil(long second) {
        var rules = zone.getRules();
        var changes = new ArrayList<ZoneOffsetTransition>();
        var change = rules.nextTransition(FIRST.minusSeconds(MARGIN_SECONDS));
        while (change != null && change.toEpochSecond() < second) {
            changes.add(change);
            change = rules.nextTransition(change.getInstant());
        }
        var size = changes.size() + 1;
        var start = new long[size];
        var offset = new int[size];
        var correction = new long[size];
        var open = new long[size];
        start[0] = Long.MIN_VALUE;
        open[0] = Long.MIN_VALUE;
        offset[0] = rules.getOffset(FIRST.minusSeconds(MARGIN_SECONDS)).getTotalSeconds();
        for (var i = 1; i < size; i++) {
            start[i] = changes.get(i - 1).toEpochSecond();
            offset[i] = changes.get(i - 1).getOffsetAfter().getTotalSeconds();
            open[i] = pattern.openBefore(start[i] + offset[i - 1]) + correction[i - 1];
            correction[i] = open[i] - pattern.openBefore(start[i] + offset[i]);
        }
        return new Segments(start, offset, correction, open, change == null ? Long.MAX_VALUE : second);
    }

    /** The stretches of one offset, from the first, which has no start. */
    private static final class Segments {

        private final long[] start;
        private final int[] offset;
        private final long[] correction;
        private final long[] open;
        private final long coveredUntil;

        Segments(long[] start, int[] offset, long[] correction, long[] open, long coveredUntil) {
            this.start = start;
            this.offset = offset;
            this.correction = correction;
            this.open = open;
            this.coveredUntil = coveredUntil;
        }

        int at(long second) {
            var found = Arrays.binarySearch(start, second);
            return found >= 0 ? found : -found - 2;
        }

        /** The last stretch that starts with less than this much open. */
        int reaching(long sum) {
            var low = 0;
            var high = open.length;
            while (low < high) {
                var middle = (low + high) >>> 1;
                if (open[middle] < sum) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            return Math.max(0, low - 1);
        }
    }
}

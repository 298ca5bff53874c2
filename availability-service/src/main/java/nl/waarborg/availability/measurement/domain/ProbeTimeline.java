package nl.waarborg.availability.measurement.domain;

import java.time.Instant;
import java.util.BitSet;
import java.util.Collection;
import java.util.TreeMap;
import nl.waarborg.availability.month.domain.Interval;

/**
 * What one probe said of one system, second by second, from {@code origin} on: a sample holds until the next one, at most some times the
 * probe's usual interval (the median between its samples). A longer silence is the probe's own and says nothing.
 */
final class ProbeTimeline {

    private final BitSet up;
    private final BitSet down;
    private final int length;
    private final int holds;

    private ProbeTimeline(BitSet up, BitSet down, int length, int holds) {
        this.up = up;
        this.down = down;
        this.length = length;
        this.holds = holds;
    }

    /** @param factor how many usual intervals a sample holds, at most */
    static ProbeTimeline of(Collection<SampledHour> hours, Interval span, int factor) {
        var length = Math.toIntExact(span.seconds());
        var up = new BitSet(length);
        var down = new BitSet(length);
        for (var hour : hours) {
            var offset = offset(span.from(), hour.hour());
            copy(hour.up(), offset, up, length);
            copy(hour.down(), offset, down, length);
        }
        up.andNot(down);
        return new ProbeTimeline(up, down, length, factor * usualInterval(said(up, down)));
    }

    private static int offset(Instant origin, Instant hour) {
        return Math.toIntExact(hour.getEpochSecond() - origin.getEpochSecond());
    }

    private static void copy(BitSet from, int offset, BitSet to, int length) {
        for (var i = from.nextSetBit(Math.max(0, -offset)); i >= 0 && offset + i < length; i = from.nextSetBit(i + 1)) {
            to.set(offset + i);
        }
    }

    private static BitSet said(BitSet up, BitSet down) {
        var said = (BitSet) up.clone();
        said.or(down);
        return said;
    }

    /** Seconds; 1 where there are no two samples to tell. */
    private static int usualInterval(BitSet said) {
        var gaps = new TreeMap<Integer, Integer>();
        var count = 0;
        for (var i = said.nextSetBit(0); i >= 0; ) {
            var next = said.nextSetBit(i + 1);
            if (next > 0) {
                gaps.merge(next - i, 1, Integer::sum);
                count++;
            }
            i = next;
        }
        var passed = 0;
        for (var gap : gaps.entrySet()) {
            passed += gap.getValue();
            if (passed * 2 >= count) {
                return gap.getKey();
            }
        }
        return 1;
    }

    /** Seconds in which the last sample, still holding, said up; the rest of what was said is down. */
    BitSet heldUp() {
        return held(up);
    }

    BitSet heldDown() {
        return held(down);
    }

    private BitSet held(BitSet verdict) {
        var said = said(up, down);
        var held = new BitSet(length);
        for (var i = verdict.nextSetBit(0); i >= 0; i = verdict.nextSetBit(i + 1)) {
            var next = said.nextSetBit(i + 1);
            held.set(i, Math.min(length, Math.min(next < 0 ? length : next, i + holds)));
        }
        return held;
    }

    /** The second of its last sample; -1 if there is none. */
    int lastSaid() {
        return said(up, down).length() - 1;
    }

    /** Whether its last sample still holds at a second. */
    boolean holdsAt(int second) {
        var last = lastSaid();
        return last >= 0 && second < last + holds;
    }

    /** How many of its last samples said down, one after the other. */
    int trailingDown() {
        return down.get(firstTrailingDown(), length).cardinality();
    }

    /** The second of the first of them; the length of the timeline if its last sample said up. */
    int firstTrailingDown() {
        var first = down.nextSetBit(up.length());
        return first < 0 ? length : first;
    }
}

package nl.waarborg.availability.measurement.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import nl.waarborg.availability.month.domain.Interval;

/**
 * What all probes together saw of one system within a period (AVL-009, AVL-027). Up where any probe says up; down where every probe that says
 * anything says down; unmeasured where none says anything: neither up nor down.
 *
 * @param up disjoint and in order, like the others; the three together are the period
 */
public record SystemMeasurement(Interval period, List<Interval> up, List<Interval> down, List<Interval> unmeasured) {

    /** A sample from before the period may hold into it: so much earlier they are needed. */
    public static final Duration BEFORE = Duration.ofHours(1);

    /**
     * @param hours of one system and environment kind, of any probes
     * @param factor how many of a probe's usual intervals a sample holds, at most
     */
    public static SystemMeasurement of(Collection<SampledHour> hours, Interval period, int factor) {
        var from = period.from().minus(BEFORE);
        var span = new Interval(from, period.to());
        var up = new BitSet();
        var down = new BitSet();
        hours.stream().collect(Collectors.groupingBy(hour -> hour.of().probe())).values().stream()
                .map(ofProbe -> ProbeTimeline.of(ofProbe, span, factor))
                .forEach(probe -> {
                    up.or(probe.heldUp());
                    down.or(probe.heldDown());
                });
        down.andNot(up);
        var unmeasured = (BitSet) up.clone();
        unmeasured.or(down);
        var begins = Math.toIntExact(BEFORE.toSeconds());
        var ends = Math.toIntExact(span.seconds());
        unmeasured.flip(begins, ends);
        return new SystemMeasurement(
                period,
                intervals(up, from, begins, ends),
                intervals(down, from, begins, ends),
                intervals(unmeasured, from, begins, ends));
    }

    private static List<Interval> intervals(BitSet seconds, Instant origin, int from, int to) {
        var intervals = new ArrayList<Interval>();
        for (var start = seconds.nextSetBit(from); start >= 0 && start < to; ) {
            var end = Math.min(to, seconds.nextClearBit(start));
            intervals.add(new Interval(origin.plusSeconds(start), origin.plusSeconds(end)));
            start = seconds.nextSetBit(end);
        }
        return List.copyOf(intervals);
    }

    public long seconds(List<Interval> of) {
        return of.stream().mapToLong(Interval::seconds).sum();
    }

    /** When it was watched, whatever was seen. */
    public List<Interval> measured() {
        var measured = new ArrayList<>(up);
        measured.addAll(down);
        return measured;
    }
}

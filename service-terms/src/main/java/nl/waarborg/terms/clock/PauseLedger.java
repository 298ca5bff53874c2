package nl.waarborg.terms.clock;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import nl.waarborg.terms.PausePolicy;
import nl.waarborg.terms.calendar.OpeningHours;
import nl.waarborg.terms.calendar.Slice;
import nl.waarborg.terms.calendar.Slice.State;
import nl.waarborg.terms.clock.Waiting.Party;

/**
 * The waiting of one incident, measured in the open time of a clock's calendar: waiting outside opening hours adds nothing,
 * waiting for two parties at once counts once. The intervals stay; every change of priority or terms measures them again.
 */
public record PauseLedger(List<Waiting> waiting) {

    public PauseLedger {
        waiting = waiting.stream().sorted(Comparator.comparing(Waiting::from)).toList();
    }

    public static PauseLedger none() {
        return new PauseLedger(List.of());
    }

    /** The open time spent waiting from (inclusive) to (exclusive). */
    public Duration pausedTime(OpeningHours hours, Instant from, Instant to, PausePolicy policy) {
        return stretches(policy).stream()
                .map(stretch -> overlap(hours, stretch, from, to))
                .reduce(Duration.ZERO, Duration::plus);
    }

    /**
     * The deadline moved by the open time waited before it ran out, whatever the unit of its term; none while waiting. Under the
     * policy {@code NONE} waiting for either party counts: that net figure is shown, and moves no promise.
     */
    public Optional<Instant> netDeadline(OpeningHours hours, Instant start, Instant deadline, PausePolicy policy) {
        var net = deadline;
        var paused = Duration.ZERO;
        for (var stretch : stretches(policy)) {
            if (!stretch.from().isBefore(net)) {
                break;
            }
            if (stretch.to().isEmpty()) {
                return Optional.empty();
            }
            paused = paused.plus(overlap(hours, stretch, start, stretch.to().get()));
            net = hours.add(deadline, paused);
        }
        return Optional.of(net);
    }

    /** The same up to a moment: what was waited for afterwards is none of a clock that has stopped. */
    public PauseLedger until(Instant end) {
        return new PauseLedger(waiting.stream()
                .filter(stretch -> stretch.from().isBefore(end))
                .map(stretch -> new Waiting(
                        stretch.from(), Optional.of(min(end, stretch.to().orElse(end))), stretch.party()))
                .toList());
    }

    /**
     * The time from start to end, open, closed or paused, each with its reason; only open time can be paused, and under the policy
     * {@code NONE} nothing is: waiting is named there, and the clock goes on.
     */
    public List<Slice> slices(OpeningHours hours, Instant from, Instant to, PausePolicy policy) {
        var slices = new ArrayList<Slice>();
        for (var slice : hours.slices(from, to)) {
            var start = slice.from();
            if (slice.state() == State.OPEN) {
                for (var pause : stretches(policy)) {
                    var pauseFrom = max(start, pause.from());
                    var pauseTo = min(slice.to(), pause.to().orElse(Instant.MAX));
                    if (pauseFrom.isBefore(pauseTo)) {
                        if (start.isBefore(pauseFrom)) {
                            slices.add(new Slice(start, pauseFrom, State.OPEN, slice.reason()));
                        }
                        slices.add(waited(pauseFrom, pauseTo, pause.party(), policy));
                        start = pauseTo;
                    }
                }
            }
            if (start.isBefore(slice.to())) {
                slices.add(new Slice(start, slice.to(), slice.state(), slice.reason()));
            }
        }
        return slices;
    }

    private static Slice waited(Instant from, Instant to, Party party, PausePolicy policy) {
        return policy == PausePolicy.NONE
                ? new Slice(from, to, State.OPEN, "waiting for " + party + ", which stops no clock")
                : new Slice(from, to, State.PAUSED, "waiting for " + party);
    }

    /** The waiting that counts, in order, no two at once; where parties overlap the earlier one is named. */
    private List<Waiting> stretches(PausePolicy policy) {
        var apart = new ArrayList<Waiting>();
        var end = Instant.MIN;
        for (var next : waiting) {
            var from = max(end, next.from());
            var to = next.to().orElse(Instant.MAX);
            if (next.counts(policy) && from.isBefore(to)) {
                apart.add(new Waiting(from, next.to(), next.party()));
                end = to;
            }
        }
        return apart;
    }

    private static Duration overlap(OpeningHours hours, Waiting stretch, Instant from, Instant to) {
        var start = max(from, stretch.from());
        var end = min(to, stretch.to().orElse(Instant.MAX));
        return start.isBefore(end) ? hours.between(start, end) : Duration.ZERO;
    }

    private static Instant min(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }

    private static Instant max(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }
}

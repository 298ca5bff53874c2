package nl.waarborg.availability.oncall.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import nl.waarborg.availability.month.domain.Interval;
import org.jspecify.annotations.Nullable;

/**
 * Who is available when, as far as the rules still need it.
 *
 * @param assignments by their id; they may overlap
 * @param gaps detected and not closed, not over yet
 * @param through how far was looked ahead; null: never yet
 */
public record OnCallRoster(Map<UUID, Interval> assignments, Set<Interval> gaps, @Nullable Instant through) {

    public OnCallRoster {
        assignments = Map.copyOf(assignments);
        gaps = Set.copyOf(gaps);
    }

    /** The stretches between two moments at which nobody is assigned, in order. */
    List<Interval> uncovered(Instant from, Instant to) {
        var uncovered = new ArrayList<Interval>();
        var covered = from;
        var inOrder = assignments.values().stream()
                .sorted(Comparator.comparing(Interval::from))
                .toList();
        for (var assignment : inOrder) {
            if (!assignment.from().isBefore(to)) {
                break;
            }
            if (assignment.from().isAfter(covered)) {
                uncovered.add(new Interval(covered, assignment.from()));
            }
            if (assignment.to().isAfter(covered)) {
                covered = assignment.to();
            }
        }
        if (covered.isBefore(to)) {
            uncovered.add(new Interval(covered, to));
        }
        return uncovered;
    }

    OnCallRoster with(UUID assignment, Interval interval) {
        var all = new HashMap<>(assignments);
        all.put(assignment, interval);
        return new OnCallRoster(all, gaps, through);
    }

    OnCallRoster without(UUID assignment) {
        var all = new HashMap<>(assignments);
        all.remove(assignment);
        return new OnCallRoster(all, gaps, through);
    }

    OnCallRoster withGap(Interval gap) {
        var all = new LinkedHashSet<>(gaps);
        all.add(gap);
        return new OnCallRoster(assignments, all, through);
    }

    OnCallRoster withoutGap(Interval gap) {
        var all = new LinkedHashSet<>(gaps);
        all.remove(gap);
        return new OnCallRoster(assignments, all, through);
    }

    /** What is over is forgotten here; the history keeps it. */
    OnCallRoster reviewed(Instant ahead, Instant at) {
        var later = new HashMap<>(assignments);
        later.values().removeIf(interval -> !interval.to().isAfter(at));
        var coming = new LinkedHashSet<>(gaps);
        coming.removeIf(gap -> !gap.to().isAfter(at));
        return new OnCallRoster(later, coming, ahead);
    }
}

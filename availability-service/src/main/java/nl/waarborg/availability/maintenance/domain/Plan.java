package nl.waarborg.availability.maintenance.domain;

import java.time.Instant;
import java.util.Optional;
import nl.waarborg.availability.month.domain.Interval;

/**
 * What one maintenance promised to be.
 *
 * @param startsAt inclusive, UTC
 * @param endsAt exclusive, UTC
 * @param overridden announced against its rules, on someone's word
 */
public record Plan(MaintenanceKind kind, Instant startsAt, Instant endsAt, boolean overridden) {

    public Interval interval() {
        return new Interval(startsAt, endsAt);
    }

    /**
     * The part of what really happened that the availability leaves out: planned by the rules, and within the plan. What was overridden,
     * began early or overran is not planned, and counts as downtime (OP-28).
     *
     * @param startedAt when it really began
     * @param endedAt when it really ended, or the moment up to which is asked while it still goes on
     */
    public Optional<Interval> excludedTime(Instant startedAt, Instant endedAt) {
        var from = startedAt.isAfter(startsAt) ? startedAt : startsAt;
        var to = endedAt.isBefore(endsAt) ? endedAt : endsAt;
        return overridden || !from.isBefore(to) ? Optional.empty() : Optional.of(new Interval(from, to));
    }
}

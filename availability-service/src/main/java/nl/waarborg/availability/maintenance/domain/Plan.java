package nl.waarborg.availability.maintenance.domain;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import nl.waarborg.availability.month.domain.Interval;

/**
 * What one maintenance promised to be.
 *
 * @param startsAt inclusive, UTC
 * @param endsAt exclusive, UTC
 * @param overridden announced against its rules, on someone's word
 * @param announcedAt when this was said; what lies before was not planned
 */
public record Plan(MaintenanceKind kind, Instant startsAt, Instant endsAt, boolean overridden, Instant announcedAt) {

    public Interval interval() {
        return new Interval(startsAt, endsAt);
    }

    /**
     * The part of what really happened that the availability leaves out: planned by the rules, and within the plan. What was overridden,
     * began early, overran or was announced only later is not planned, and counts as downtime (OP-28).
     *
     * @param startedAt when it really began
     * @param endedAt when it really ended, or the moment up to which is asked while it still goes on
     */
    public Optional<Interval> excludedTime(Instant startedAt, Instant endedAt) {
        var said = announcedAt.truncatedTo(ChronoUnit.SECONDS);
        var planned = said.isAfter(startsAt) ? said : startsAt;
        var from = startedAt.isAfter(planned) ? startedAt : planned;
        var to = endedAt.isBefore(endsAt) ? endedAt : endsAt;
        return overridden || !from.isBefore(to) ? Optional.empty() : Optional.of(new Interval(from, to));
    }
}

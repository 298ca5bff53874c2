package nl.waarborg.availability.month.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/**
 * Half open, in whole seconds, UTC.
 *
 * @param from inclusive
 * @param to exclusive
 */
public record Interval(Instant from, Instant to) {

    /** @throws IllegalArgumentException if it is empty or runs backwards */
    public Interval {
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("an interval ends after it begins");
        }
    }

    /** The parts of it that lie in none of the others. */
    public List<Interval> without(Collection<Interval> others) {
        return TimeSet.of(List.of(this)).without(TimeSet.of(others)).intervals();
    }

    public long seconds() {
        return Duration.between(from, to).toSeconds();
    }
}

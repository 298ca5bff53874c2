package nl.waarborg.availability.month.domain;

import java.time.Duration;
import java.time.Instant;

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

    public long seconds() {
        return Duration.between(from, to).toSeconds();
    }
}

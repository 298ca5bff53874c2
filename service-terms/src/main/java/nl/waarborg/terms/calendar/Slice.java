package nl.waarborg.terms.calendar;

import java.time.Duration;
import java.time.Instant;

/** A stretch of time, from (inclusive) to (exclusive), in one state for one reason. */
public record Slice(Instant from, Instant to, State state, String reason) {

    /** What the time of a slice counts as. */
    public enum State {
        OPEN,
        CLOSED,
        PAUSED
    }

    public Duration length() {
        return Duration.between(from, to);
    }
}

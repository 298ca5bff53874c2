package nl.waarborg.incident.incident.domain;

import java.time.Instant;
import nl.waarborg.terms.clock.Waiting;
import org.jspecify.annotations.Nullable;

/**
 * One clock of an incident. Whether it was kept follows from business time alone.
 *
 * @param due what counts, UTC: the gross deadline moved by the waiting that ended; while paused it does not come
 * @param stoppedAt when what it waits for was done; null while it runs, or if it ended without a verdict
 * @param missed the deadline whose passing was recorded, or null
 * @param cancelled it ended without a verdict: lapsed, downgraded, or no term at the new priority
 */
public record Clock(
        ClockSetting start,
        Instant due,
        boolean paused,
        @Nullable Instant stoppedAt,
        @Nullable Instant missed,
        boolean warned,
        boolean cancelled) {

    static Clock started(ClockSetting start) {
        return new Clock(start, start.deadline(), false, null, null, false, false);
    }

    public boolean isRunning() {
        return stoppedAt == null && !cancelled;
    }

    /** Whether its deadline had come before this moment; {@code wait} is the waiting that lasts, if any. */
    boolean isOverdue(Instant at, @Nullable Waiting wait) {
        var heldOff = paused && wait != null && !wait.from().isAfter(due);
        return at.isAfter(due) && !heldOff;
    }

    Clock stopped(Instant at) {
        return new Clock(start, due, paused, at, missed, warned, cancelled);
    }

    Clock withMissed(@Nullable Instant deadline) {
        return new Clock(start, due, paused, stoppedAt, deadline, warned, cancelled);
    }

    Clock pausing() {
        return new Clock(start, due, true, stoppedAt, missed, warned, cancelled);
    }

    Clock resuming(Instant net) {
        return new Clock(start, net, false, stoppedAt, missed, false, cancelled);
    }

    Clock withWarning() {
        return new Clock(start, due, paused, stoppedAt, missed, true, cancelled);
    }

    Clock ended() {
        return new Clock(start, due, paused, stoppedAt, missed, warned, true);
    }

    /** With another deadline; a recorded miss of the old one stays in the history only. */
    Clock setAnew(ClockSetting anew, Instant net) {
        return new Clock(anew, net, paused, stoppedAt, null, false, false);
    }
}

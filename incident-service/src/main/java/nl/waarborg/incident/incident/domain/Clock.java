package nl.waarborg.incident.incident.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One clock of an incident. Whether it was kept follows from business time alone.
 *
 * @param netDeadline what counts: the gross deadline moved by paused open time; null while paused
 * @param stoppedAt when what it waits for was done; null while it runs or if it ended without a verdict
 * @param missed the deadline whose passing was recorded, or null
 * @param cancelled it ended without a verdict: lapsed, downgraded, or no term at the new priority
 */
public record Clock(
        ClockStart start,
        @Nullable Instant netDeadline,
        @Nullable Instant stoppedAt,
        @Nullable Instant missed,
        boolean warned,
        boolean cancelled) {

    static Clock started(ClockStart start) {
        return new Clock(start, start.deadline(), null, null, false, false);
    }

    public boolean isRunning() {
        return stoppedAt == null && !cancelled;
    }

    public boolean isPaused() {
        return isRunning() && netDeadline == null;
    }

    Clock stopped(Instant at) {
        return new Clock(start, netDeadline, at, missed, warned, cancelled);
    }

    Clock missed(@Nullable Instant deadline) {
        return new Clock(start, netDeadline, stoppedAt, deadline, warned, cancelled);
    }

    Clock due(@Nullable Instant deadline) {
        return new Clock(start, deadline, stoppedAt, missed, false, cancelled);
    }

    Clock asWarned() {
        return new Clock(start, netDeadline, stoppedAt, missed, true, cancelled);
    }

    Clock asCancelled() {
        return new Clock(start, netDeadline, stoppedAt, missed, warned, true);
    }

    /** Set anew with another deadline; a recorded miss of the old one stays in the history only. */
    Clock setAnew(ClockStart anew, @Nullable Instant net) {
        return new Clock(anew, net, stoppedAt, null, false, false);
    }
}

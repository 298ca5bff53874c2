package nl.waarborg.incident.month.domain;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One incident as its month counts it. A month counts incidents by the time they were reported.
 *
 * @param priority such as {@code P2}; null if none was given
 * @param response whether the response was in time
 * @param recovery whether the solution or workaround was in time
 * @param handledWithinTerm whether it was handled within the term {@code incident.handledShareWithin}; null where that is absent
 * @param leadTime elapsed from report to handled; null while it is not handled
 * @param businessTime the same in open time of the support calendar
 * @param waitingTime the part of {@code leadTime} in which the vendor waited for another (OP-06)
 */
public record IncidentFigure(
        @Nullable String priority,
        State state,
        Verdict response,
        Verdict recovery,
        @Nullable Boolean handledWithinTerm,
        @Nullable Duration leadTime,
        @Nullable Duration businessTime,
        Duration waitingTime) {

    public enum State {
        OPEN,
        HANDLED,
        LAPSED
    }

    public enum Verdict {
        /** No clock ran, or it runs still. */
        NONE,
        MET,
        MISSED
    }
}

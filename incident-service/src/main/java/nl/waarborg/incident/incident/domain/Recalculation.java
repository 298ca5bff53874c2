package nl.waarborg.incident.incident.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One clock's deadline before and after a change (INC-041).
 *
 * @param oldDeadline gross, UTC; null if no such clock ran
 * @param clock as it is set now; null if the new priority has no term, so that the clock ends without a verdict
 * @param netDeadline the new deadline moved by what was waited for under the tenant's policy; null while paused or without a clock
 */
public record Recalculation(
        ClockKind kind,
        @Nullable Instant oldDeadline,
        @Nullable ClockStart clock,
        @Nullable Instant netDeadline,
        Basis basis) {}

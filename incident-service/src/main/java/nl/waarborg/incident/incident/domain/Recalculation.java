package nl.waarborg.incident.incident.domain;

import java.time.Instant;
import nl.waarborg.terms.clock.ClockKind;
import nl.waarborg.terms.clock.DeadlineCalculation.Basis;
import nl.waarborg.terms.clock.SupportClock;
import org.jspecify.annotations.Nullable;

/**
 * One clock's deadline before and after a change (INC-041). All instants are UTC.
 *
 * @param oldDeadline what counted before; null if no such clock ran
 * @param clock as it is set now; null if the new priority has no term, so that the clock ends without a verdict
 * @param net what counts now, moved by the waiting that ended; null without a clock
 */
public record Recalculation(
        ClockKind kind,
        @Nullable Instant oldDeadline,
        @Nullable ClockSetting clock,
        @Nullable NetDeadline net,
        Basis basis) {

    static Recalculation of(@Nullable Instant old, SupportClock clock, Instant since, Basis basis) {
        return new Recalculation(clock.kind(), old, ClockSetting.of(clock, since), NetDeadline.of(clock), basis);
    }
}

package nl.waarborg.incident.incident.domain;

import java.time.Instant;
import nl.waarborg.terms.clock.ClockKind;
import nl.waarborg.terms.clock.SupportClock;
import org.jspecify.annotations.Nullable;

/**
 * The deadline of a running clock, moved by the open time that was waited for (OP-06). UTC.
 *
 * @param warnsAt when staff is warned, or null
 */
public record NetDeadline(ClockKind kind, Instant deadline, @Nullable Instant warnsAt) {

    static NetDeadline of(SupportClock clock) {
        return new NetDeadline(
                clock.kind(),
                clock.promisedBy().orElse(clock.deadline()),
                clock.warnsAt().orElse(null));
    }
}

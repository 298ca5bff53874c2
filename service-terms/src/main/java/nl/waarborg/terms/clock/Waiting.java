package nl.waarborg.terms.clock;

import java.time.Instant;
import java.util.Optional;
import nl.waarborg.terms.PausePolicy;
import nl.waarborg.terms.calendar.CalendarRefusal;

/**
 * A recorded stretch in which the vendor waits for another (INC-042, OP-06).
 *
 * @param from inclusive
 * @param to exclusive; empty while the waiting lasts
 */
public record Waiting(Instant from, Optional<Instant> to, Party party) {

    /** For whom the vendor waits. */
    public enum Party {
        CUSTOMER,
        THIRD_PARTY
    }

    public Waiting {
        if (to.filter(end -> end.isBefore(from)).isPresent()) {
            throw new CalendarRefusal.ReversedRange(from, to.get());
        }
    }

    boolean counts(PausePolicy policy) {
        return policy != PausePolicy.CUSTOMER || party == Party.CUSTOMER;
    }
}

package nl.waarborg.availability.login.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** AVL-031. Times are business times, UTC. */
public sealed interface MisuseCheckCommand {

    /**
     * @param attempts of the whole day, like {@code failed}
     * @param suspects those that look like misuse
     */
    record SignalMisuse(LocalDate day, long attempts, long failed, List<LoginCount> suspects, Instant at)
            implements MisuseCheckCommand {}
}

package nl.waarborg.availability.measurement.domain;

import java.time.Instant;
import java.util.UUID;
import nl.waarborg.availability.system.domain.Component;
import org.jspecify.annotations.Nullable;

/** What the monitors' samples, and the people who judge them, say of one system. Times are business times, UTC. */
public sealed interface SuspectedOutageCommand {

    /** @param suspicionId of the suspicion, if it is a new one */
    record NoticeSystemDown(
            UUID suspicionId, String provider, String systemId, Component component, DownRun run, Instant at)
            implements SuspectedOutageCommand {}

    /** @param upAt the second in which a probe said up again; a fact only where an outage is suspected */
    record NoticeSystemUp(Instant upAt, Instant at) implements SuspectedOutageCommand {}

    record AssessSuspectedOutage(UUID suspicionId, boolean outage, String reason, @Nullable UUID by, Instant at)
            implements SuspectedOutageCommand {}
}

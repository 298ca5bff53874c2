package nl.waarborg.incident.systemuser.domain;

import java.time.Instant;
import java.util.UUID;

/** What the customer's Administrator can ask of Support+, free of charge. Times are business times, UTC. */
public sealed interface SupportPlusCommand {

    /** @param available term {@code supportPlus.available} at this time; false where the agreement has none */
    record ActivateSupportPlus(UUID byPersonId, boolean available, Instant at) implements SupportPlusCommand {}

    record DeactivateSupportPlus(UUID byPersonId, Instant at) implements SupportPlusCommand {}
}

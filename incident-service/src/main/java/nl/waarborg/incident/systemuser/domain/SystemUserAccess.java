package nl.waarborg.incident.systemuser.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import nl.waarborg.incident.systemuser.domain.SystemUserAccessEvent.Via;
import org.jspecify.annotations.Nullable;

/** One employee's access for one cause, as the rules need it. */
public sealed interface SystemUserAccess {

    record NoAccess() implements SystemUserAccess {}

    /** Waits for the customer's Administrator. */
    record Requested(AccessCause cause, UUID employeeId, @Nullable String reason, Duration duration)
            implements SystemUserAccess {}

    /** @param extension a further request that waits for the Administrator while access runs; null if there is none */
    record Granted(
            AccessCause cause,
            UUID employeeId,
            UUID environmentId,
            Via via,
            Instant until,
            @Nullable Requested extension)
            implements SystemUserAccess {}

    /** Expired, revoked, blocked or refused; a new grant opens it again (OP-18). */
    record Shut() implements SystemUserAccess {}
}

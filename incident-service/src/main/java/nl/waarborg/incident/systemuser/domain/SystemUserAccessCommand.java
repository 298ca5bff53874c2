package nl.waarborg.incident.systemuser.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What can be asked of one employee's access for one cause. Times are business times, UTC. */
public sealed interface SystemUserAccessCommand {

    UUID accessId();

    /**
     * @param reason mandatory, free text
     * @param duration how long access is asked for, elapsed time from the grant
     * @param maximum the longest duration that may be asked for
     * @param causeOpen a fact: the cause exists with this tenant and is open
     */
    record RequestSystemUserAccess(
            UUID accessId,
            AccessCause cause,
            UUID employeeId,
            String reason,
            Duration duration,
            Duration maximum,
            boolean causeOpen,
            Instant at)
            implements SystemUserAccessCommand {}

    /** The customer's Administrator indicates the environment and gives permission (INC-053); the user is added at once (INC-054). */
    record ApproveSystemUserAccess(UUID accessId, UUID environmentId, UUID byPersonId, boolean causeOpen, Instant at)
            implements SystemUserAccessCommand {}

    /** The customer's Administrator refuses the request. */
    record DenySystemUserAccess(UUID accessId, UUID byPersonId, Instant at) implements SystemUserAccessCommand {}

    /**
     * The policy of Support+: an employee starts on a cause (INC-055).
     *
     * @param supportPlusActive a fact: Support+ is active at this time
     * @param certificateRecorded a fact: the employee's certificate of conduct is recorded (INC-057)
     * @param environmentId where the cause plays; null if it names none
     */
    record GrantBySupportPlus(
            UUID accessId,
            AccessCause cause,
            UUID employeeId,
            @Nullable UUID environmentId,
            boolean supportPlusActive,
            boolean certificateRecorded,
            boolean causeOpen,
            Duration duration,
            Instant at)
            implements SystemUserAccessCommand {}

    record RecordSystemUserUse(UUID accessId, Instant at) implements SystemUserAccessCommand {}

    /** Issued by the clock at the end of a grant. */
    record ExpireSystemUserAccess(UUID accessId, Instant at) implements SystemUserAccessCommand {}

    record RevokeSystemUserAccess(UUID accessId, UUID byPersonId, String reason, Instant at)
            implements SystemUserAccessCommand {}

    /** The cause was closed, or Support+ was switched off (INC-054, INC-056). */
    record BlockSystemUserAccess(UUID accessId, BlockReason reason, Instant at) implements SystemUserAccessCommand {}
}

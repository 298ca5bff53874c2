package nl.waarborg.processoragreement.access.domain;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What can be asked about access to one customer's data. */
public sealed interface AccessCommand {

    record RecordPrivilegedAccess(
            UUID accessId,
            UUID employeeId,
            PrivilegedPurpose purpose,
            @Nullable UUID environmentId,
            Instant from,
            Instant to,
            Instant at)
            implements AccessCommand {}

    record RequestTemporaryAccess(
            UUID accessId, UUID employeeId, @Nullable UUID environmentId, String reason, Instant at)
            implements AccessCommand {}

    /** @param lacking what the terms ask of the employee and is not on record */
    record ApproveTemporaryAccess(UUID approvedBy, Instant until, Set<StaffRecord> lacking, Instant at)
            implements AccessCommand {}

    /** @param due by the clock: only if nothing moved the end */
    record EndTemporaryAccess(boolean due, Instant at) implements AccessCommand {}

    /** @param lacking what the terms ask of the employee and is not on record */
    record GrantDataAccess(
            UUID accessId,
            UUID employeeId,
            String scope,
            @Nullable UUID byPersonId,
            Set<StaffRecord> lacking,
            Instant at)
            implements AccessCommand {}

    record WithdrawDataAccess(@Nullable UUID byPersonId, Instant at) implements AccessCommand {}
}

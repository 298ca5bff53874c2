package nl.waarborg.processoragreement.access.domain;

import java.time.Instant;
import java.util.UUID;
import nl.waarborg.eventsourcing.Personal;
import org.jspecify.annotations.Nullable;

/** Stored forever, on the customer's streams. Employees are known by id. */
public sealed interface AccessEvent {

    UUID accessId();

    record PrivilegedAccessRecorded(
            UUID accessId,
            UUID employeeId,
            PrivilegedPurpose purpose,
            @Nullable UUID environmentId,
            Instant from,
            Instant to)
            implements AccessEvent {}

    record TemporaryAccessRequested(
            UUID accessId, UUID employeeId, @Nullable UUID environmentId, @Personal @Nullable String reason, Instant at)
            implements AccessEvent {}

    record TemporaryAccessApproved(UUID accessId, UUID approvedBy, Instant at, Instant until) implements AccessEvent {}

    record TemporaryAccessEnded(UUID accessId, Instant at) implements AccessEvent {}

    /** @param scope what the customer opened, in its own words */
    record DataAccessGranted(
            UUID accessId, UUID employeeId, @Personal @Nullable String scope, @Nullable UUID byPersonId, Instant at)
            implements AccessEvent {}

    record DataAccessWithdrawn(UUID accessId, @Nullable UUID byPersonId, Instant at) implements AccessEvent {}
}

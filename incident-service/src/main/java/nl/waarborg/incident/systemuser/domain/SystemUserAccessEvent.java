package nl.waarborg.incident.systemuser.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import nl.waarborg.eventsourcing.Personal;
import org.jspecify.annotations.Nullable;

/** Stored forever. Changing a component needs an upcaster and a new sample in stored-events. */
public sealed interface SystemUserAccessEvent {

    UUID accessId();

    record SystemUserAccessRequested(
            UUID accessId,
            AccessCause cause,
            UUID employeeId,
            @Personal @Nullable String reason,
            Duration duration,
            Instant at)
            implements SystemUserAccessEvent {}

    record SystemUserAccessApproved(
            UUID accessId, AccessCause cause, UUID employeeId, UUID environmentId, UUID byPersonId, Instant at)
            implements SystemUserAccessEvent {}

    /** @param until exclusive; a second grant extends it and never shortens it */
    record SystemUserAccessGranted(
            UUID accessId,
            AccessCause cause,
            UUID employeeId,
            UUID environmentId,
            Via via,
            @Personal @Nullable String reason,
            Instant at,
            Instant until)
            implements SystemUserAccessEvent {}

    record SystemUserAccessRefused(UUID accessId, AccessCause cause, UUID employeeId, RefusalReason reason, Instant at)
            implements SystemUserAccessEvent {}

    record SystemUserAccessUsed(UUID accessId, AccessCause cause, UUID employeeId, UUID environmentId, Instant at)
            implements SystemUserAccessEvent {}

    record SystemUserAccessExpired(UUID accessId, AccessCause cause, UUID employeeId, UUID environmentId, Instant at)
            implements SystemUserAccessEvent {}

    record SystemUserAccessRevoked(
            UUID accessId,
            AccessCause cause,
            UUID employeeId,
            UUID environmentId,
            UUID byPersonId,
            @Personal @Nullable String reason,
            Instant at)
            implements SystemUserAccessEvent {}

    /** @param environmentId null for a request that had not been granted yet */
    record SystemUserAccessBlocked(
            UUID accessId,
            AccessCause cause,
            UUID employeeId,
            @Nullable UUID environmentId,
            BlockReason reason,
            Instant at)
            implements SystemUserAccessEvent {}

    enum Via {
        APPROVAL,
        SUPPORT_PLUS
    }

    enum RefusalReason {
        NO_CERTIFICATE_OF_CONDUCT,
        ENVIRONMENT_UNKNOWN,
        DENIED_BY_ADMINISTRATOR
    }
}

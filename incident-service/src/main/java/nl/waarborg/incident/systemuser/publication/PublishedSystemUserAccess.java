package nl.waarborg.incident.systemuser.publication;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import nl.waarborg.eventsourcing.PublishedEvent;
import nl.waarborg.incident.systemuser.domain.SystemUserAccessEvent;
import nl.waarborg.incident.systemuser.domain.SystemUserAccessEvent.SystemUserAccessApproved;
import nl.waarborg.incident.systemuser.domain.SystemUserAccessEvent.SystemUserAccessBlocked;
import nl.waarborg.incident.systemuser.domain.SystemUserAccessEvent.SystemUserAccessExpired;
import nl.waarborg.incident.systemuser.domain.SystemUserAccessEvent.SystemUserAccessGranted;
import nl.waarborg.incident.systemuser.domain.SystemUserAccessEvent.SystemUserAccessRefused;
import nl.waarborg.incident.systemuser.domain.SystemUserAccessEvent.SystemUserAccessRequested;
import nl.waarborg.incident.systemuser.domain.SystemUserAccessEvent.SystemUserAccessRevoked;
import nl.waarborg.incident.systemuser.domain.SystemUserAccessEvent.SystemUserAccessUsed;
import org.jspecify.annotations.Nullable;

/** processor-agreement-service shows who has access to a tenant's environments. */
public final class PublishedSystemUserAccess {

    private PublishedSystemUserAccess() {}

    record GrantedV1(
            UUID accessId,
            String causeType,
            UUID causeId,
            UUID employeeId,
            UUID environmentId,
            String via,
            Instant grantedAt,
            Instant until) {}

    record BlockedV1(
            UUID accessId,
            String causeType,
            UUID causeId,
            UUID employeeId,
            @Nullable UUID environmentId,
            String reason,
            Instant blockedAt) {}

    /** To others access is granted or it has ended; how it ended is the reason. */
    public static Optional<PublishedEvent> from(SystemUserAccessEvent event) {
        return switch (event) {
            case SystemUserAccessGranted e ->
                Optional.of(new PublishedEvent(
                        "nl.waarborg.incident.system-user-access-granted.v1",
                        new GrantedV1(
                                e.accessId(),
                                e.cause().type().name(),
                                e.cause().id(),
                                e.employeeId(),
                                e.environmentId(),
                                e.via().name(),
                                e.at(),
                                e.until())));
            case SystemUserAccessBlocked e ->
                Optional.of(blocked(new BlockedV1(
                        e.accessId(),
                        e.cause().type().name(),
                        e.cause().id(),
                        e.employeeId(),
                        e.environmentId(),
                        e.reason().name(),
                        e.at())));
            case SystemUserAccessExpired e ->
                Optional.of(blocked(new BlockedV1(
                        e.accessId(),
                        e.cause().type().name(),
                        e.cause().id(),
                        e.employeeId(),
                        e.environmentId(),
                        "EXPIRED",
                        e.at())));
            case SystemUserAccessRevoked e ->
                Optional.of(blocked(new BlockedV1(
                        e.accessId(),
                        e.cause().type().name(),
                        e.cause().id(),
                        e.employeeId(),
                        e.environmentId(),
                        "REVOKED",
                        e.at())));
            case SystemUserAccessRequested _,
                    SystemUserAccessApproved _,
                    SystemUserAccessRefused _,
                    SystemUserAccessUsed _ -> Optional.empty();
        };
    }

    private static PublishedEvent blocked(BlockedV1 data) {
        return new PublishedEvent("nl.waarborg.incident.system-user-access-blocked.v1", data);
    }
}

package nl.waarborg.incident.systemuser.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.waarborg.eventsourcing.Decider;
import nl.waarborg.eventsourcing.Decision;
import nl.waarborg.incident.systemuser.domain.SystemUserAccess.Granted;
import nl.waarborg.incident.systemuser.domain.SystemUserAccess.NoAccess;
import nl.waarborg.incident.systemuser.domain.SystemUserAccess.Requested;
import nl.waarborg.incident.systemuser.domain.SystemUserAccess.Shut;
import nl.waarborg.incident.systemuser.domain.SystemUserAccessCommand.ApproveSystemUserAccess;
import nl.waarborg.incident.systemuser.domain.SystemUserAccessCommand.BlockSystemUserAccess;
import nl.waarborg.incident.systemuser.domain.SystemUserAccessCommand.DenySystemUserAccess;
import nl.waarborg.incident.systemuser.domain.SystemUserAccessCommand.ExpireSystemUserAccess;
import nl.waarborg.incident.systemuser.domain.SystemUserAccessCommand.GrantBySupportPlus;
import nl.waarborg.incident.systemuser.domain.SystemUserAccessCommand.RecordSystemUserUse;
import nl.waarborg.incident.systemuser.domain.SystemUserAccessCommand.RequestSystemUserAccess;
import nl.waarborg.incident.systemuser.domain.SystemUserAccessCommand.RevokeSystemUserAccess;
import nl.waarborg.incident.systemuser.domain.SystemUserAccessEvent.RefusalReason;
import nl.waarborg.incident.systemuser.domain.SystemUserAccessEvent.SystemUserAccessApproved;
import nl.waarborg.incident.systemuser.domain.SystemUserAccessEvent.SystemUserAccessBlocked;
import nl.waarborg.incident.systemuser.domain.SystemUserAccessEvent.SystemUserAccessExpired;
import nl.waarborg.incident.systemuser.domain.SystemUserAccessEvent.SystemUserAccessGranted;
import nl.waarborg.incident.systemuser.domain.SystemUserAccessEvent.SystemUserAccessRefused;
import nl.waarborg.incident.systemuser.domain.SystemUserAccessEvent.SystemUserAccessRequested;
import nl.waarborg.incident.systemuser.domain.SystemUserAccessEvent.SystemUserAccessRevoked;
import nl.waarborg.incident.systemuser.domain.SystemUserAccessEvent.SystemUserAccessUsed;
import nl.waarborg.incident.systemuser.domain.SystemUserAccessEvent.Via;
import org.jspecify.annotations.Nullable;

/** INC-053 to INC-057. */
public final class SystemUserAccessDecider
        implements Decider<SystemUserAccessCommand, SystemUserAccess, SystemUserAccessEvent> {

    @Override
    public SystemUserAccess initialState() {
        return new NoAccess();
    }

    @Override
    public Decision<SystemUserAccessEvent> decide(SystemUserAccessCommand command, SystemUserAccess access) {
        return switch (command) {
            case RequestSystemUserAccess c -> request(c, access);
            case ApproveSystemUserAccess c -> approve(c, access);
            case DenySystemUserAccess c -> deny(c, access);
            case GrantBySupportPlus c -> grantBySupportPlus(c, access);
            case RecordSystemUserUse c -> use(c, access);
            case ExpireSystemUserAccess c -> expire(c, access);
            case RevokeSystemUserAccess c -> revoke(c, access);
            case BlockSystemUserAccess c -> block(c, access);
        };
    }

    private static Decision<SystemUserAccessEvent> request(RequestSystemUserAccess c, SystemUserAccess access) {
        if (c.reason().isBlank()) {
            return Decision.reject("INC-053", "reason-missing", "Say why access is needed.");
        }
        if (!c.duration().isPositive() || c.duration().compareTo(c.maximum()) > 0) {
            return Decision.reject(
                    "INC-053",
                    "duration-out-of-range",
                    "Access lasts longer than nothing and at most " + c.maximum() + ".");
        }
        if (!c.causeOpen()) {
            return causeNotOpen();
        }
        if (waiting(access) != null) {
            return Decision.nothing();
        }
        return Decision.of(new SystemUserAccessRequested(
                c.accessId(), c.cause(), c.employeeId(), c.reason(), c.duration(), c.at()));
    }

    private static Decision<SystemUserAccessEvent> approve(ApproveSystemUserAccess c, SystemUserAccess access) {
        var request = waiting(access);
        if (request == null) {
            return notRequested();
        }
        if (!c.causeOpen()) {
            return causeNotOpen();
        }
        if (access instanceof Granted granted && !granted.environmentId().equals(c.environmentId())) {
            return Decision.reject(
                    "INC-053",
                    "another-environment",
                    "Access runs in another environment; let it end before this one.");
        }
        Decision<SystemUserAccessEvent> approved = Decision.of(new SystemUserAccessApproved(
                c.accessId(), request.cause(), request.employeeId(), c.environmentId(), c.byPersonId(), c.at()));
        return approved.and(List.of(new SystemUserAccessGranted(
                c.accessId(),
                request.cause(),
                request.employeeId(),
                c.environmentId(),
                Via.APPROVAL,
                request.reason(),
                c.at(),
                until(access, c.at(), request.duration()))));
    }

    private static Decision<SystemUserAccessEvent> deny(DenySystemUserAccess c, SystemUserAccess access) {
        var request = waiting(access);
        return request == null
                ? notRequested()
                : Decision.of(new SystemUserAccessRefused(
                        c.accessId(),
                        request.cause(),
                        request.employeeId(),
                        RefusalReason.DENIED_BY_ADMINISTRATOR,
                        c.at()));
    }

    private static Decision<SystemUserAccessEvent> grantBySupportPlus(GrantBySupportPlus c, SystemUserAccess access) {
        if (!c.supportPlusActive() || !c.causeOpen()) {
            return Decision.nothing();
        }
        if (!c.certificateRecorded()) {
            return refuse(
                    c,
                    RefusalReason.NO_CERTIFICATE_OF_CONDUCT,
                    "no-certificate-of-conduct",
                    "Support+ gives no access to an employee without a recorded certificate of conduct.");
        }
        var environment = c.environmentId();
        if (environment == null) {
            return refuse(
                    c, RefusalReason.ENVIRONMENT_UNKNOWN, "environment-unknown", "The cause names no environment.");
        }
        var until = until(access, c.at(), c.duration());
        if (access instanceof Granted granted
                && (!granted.until().isBefore(until) || !granted.environmentId().equals(environment))) {
            return Decision.nothing();
        }
        return Decision.of(new SystemUserAccessGranted(
                c.accessId(), c.cause(), c.employeeId(), environment, Via.SUPPORT_PLUS, null, c.at(), until));
    }

    private static Decision<SystemUserAccessEvent> refuse(
            GrantBySupportPlus c, RefusalReason reason, String code, String message) {
        Decision<SystemUserAccessEvent> refused =
                Decision.of(new SystemUserAccessRefused(c.accessId(), c.cause(), c.employeeId(), reason, c.at()));
        return refused.rejecting("INC-057", code, message);
    }

    private static Decision<SystemUserAccessEvent> use(RecordSystemUserUse c, SystemUserAccess access) {
        return access instanceof Granted g && c.at().isBefore(g.until())
                ? Decision.of(
                        new SystemUserAccessUsed(c.accessId(), g.cause(), g.employeeId(), g.environmentId(), c.at()))
                : Decision.reject("INC-054", "no-access", "There is no access to use.");
    }

    private static Decision<SystemUserAccessEvent> expire(ExpireSystemUserAccess c, SystemUserAccess access) {
        return access instanceof Granted g && !c.at().isBefore(g.until())
                ? Decision.of(new SystemUserAccessExpired(
                        c.accessId(), g.cause(), g.employeeId(), g.environmentId(), g.until()))
                : Decision.nothing();
    }

    private static Decision<SystemUserAccessEvent> revoke(RevokeSystemUserAccess c, SystemUserAccess access) {
        return access instanceof Granted g
                ? Decision.of(new SystemUserAccessRevoked(
                        c.accessId(), g.cause(), g.employeeId(), g.environmentId(), c.byPersonId(), c.reason(), c.at()))
                : Decision.reject("INC-054", "no-access", "There is no access to revoke.");
    }

    private static Decision<SystemUserAccessEvent> block(BlockSystemUserAccess c, SystemUserAccess access) {
        return switch (access) {
            case Granted g
            when c.reason() == BlockReason.SUPPORT_PLUS_DEACTIVATED && g.via() == Via.APPROVAL -> Decision.nothing();
            case Granted g -> blocked(c, g.cause(), g.employeeId(), g.environmentId());
            case Requested _ when c.reason() == BlockReason.SUPPORT_PLUS_DEACTIVATED -> Decision.nothing();
            case Requested r -> blocked(c, r.cause(), r.employeeId(), null);
            case NoAccess _, Shut _ -> Decision.nothing();
        };
    }

    private static Decision<SystemUserAccessEvent> blocked(
            BlockSystemUserAccess c, AccessCause cause, UUID employeeId, @Nullable UUID environmentId) {
        return Decision.of(
                new SystemUserAccessBlocked(c.accessId(), cause, employeeId, environmentId, c.reason(), c.at()));
    }

    /** A second grant extends, it never shortens. */
    private static Instant until(SystemUserAccess access, Instant from, Duration duration) {
        var asked = from.plus(duration);
        return access instanceof Granted granted && granted.until().isAfter(asked) ? granted.until() : asked;
    }

    private static @Nullable Requested waiting(SystemUserAccess access) {
        return switch (access) {
            case Requested requested -> requested;
            case Granted granted -> granted.extension();
            case NoAccess _, Shut _ -> null;
        };
    }

    private static Decision<SystemUserAccessEvent> causeNotOpen() {
        return Decision.reject("INC-056", "cause-not-open", "Access is for an open incident, request or project only.");
    }

    private static Decision<SystemUserAccessEvent> notRequested() {
        return Decision.reject("INC-053", "not-requested", "No request for access is waiting.");
    }

    @Override
    public SystemUserAccess evolve(SystemUserAccess access, SystemUserAccessEvent event) {
        return switch (event) {
            case SystemUserAccessRequested e -> {
                var requested = new Requested(e.cause(), e.employeeId(), e.reason(), e.duration());
                yield access instanceof Granted g ? extended(g, requested) : requested;
            }
            case SystemUserAccessGranted e ->
                new Granted(e.cause(), e.employeeId(), e.environmentId(), e.via(), e.until(), null);
            case SystemUserAccessRefused _ -> access instanceof Granted g ? extended(g, null) : new Shut();
            case SystemUserAccessExpired _, SystemUserAccessRevoked _, SystemUserAccessBlocked _ -> new Shut();
            case SystemUserAccessApproved _, SystemUserAccessUsed _ -> access;
        };
    }

    private static Granted extended(Granted g, @Nullable Requested extension) {
        return new Granted(g.cause(), g.employeeId(), g.environmentId(), g.via(), g.until(), extension);
    }
}

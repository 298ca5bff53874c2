package nl.waarborg.incident.systemuser.domain;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.waarborg.eventsourcing.test.DeciderSpecification;
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
import nl.waarborg.rules.Rule;
import org.junit.jupiter.api.Test;

class SystemUserAccessDeciderTest {

    private static final UUID ACCESS = UUID.fromString("01900000-0000-7000-8000-0000000000f1");
    private static final AccessCause INCIDENT =
            new AccessCause(AccessCause.Type.INCIDENT, UUID.fromString("01900000-0000-7000-8000-0000000000a0"));
    private static final UUID EMPLOYEE = UUID.fromString("01900000-0000-7000-8000-0000000000b0");
    private static final UUID ENVIRONMENT = UUID.fromString("01900000-0000-7000-8000-0000000000e0");
    private static final UUID OTHER_ENVIRONMENT = UUID.fromString("01900000-0000-7000-8000-0000000000e1");
    private static final UUID ADMINISTRATOR = UUID.fromString("01900000-0000-7000-8000-000000000002");
    private static final Instant AT = Instant.parse("2026-03-02T09:00:00Z");
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration MAXIMUM = Duration.ofDays(7);

    private final DeciderSpecification<SystemUserAccessCommand, SystemUserAccess, SystemUserAccessEvent> access =
            new DeciderSpecification<>(new SystemUserAccessDecider());

    private final SystemUserAccessRequested requested = requested(DAY);
    private final SystemUserAccessApproved approved =
            new SystemUserAccessApproved(ACCESS, INCIDENT, EMPLOYEE, ENVIRONMENT, ADMINISTRATOR, AT);
    private final SystemUserAccessGranted granted = granted(AT.plus(DAY));

    private static SystemUserAccessRequested requested(Duration duration) {
        return new SystemUserAccessRequested(ACCESS, INCIDENT, EMPLOYEE, "look at the fault", duration, AT);
    }

    private static SystemUserAccessGranted granted(Instant until) {
        return new SystemUserAccessGranted(
                ACCESS, INCIDENT, EMPLOYEE, ENVIRONMENT, Via.APPROVAL, "look at the fault", AT, until);
    }

    private static RequestSystemUserAccess request(String reason, Duration duration, boolean causeOpen) {
        return new RequestSystemUserAccess(ACCESS, INCIDENT, EMPLOYEE, reason, duration, MAXIMUM, causeOpen, AT);
    }

    private static ApproveSystemUserAccess approve(UUID environment) {
        return new ApproveSystemUserAccess(ACCESS, environment, ADMINISTRATOR, true, AT);
    }

    private static GrantBySupportPlus supportPlus(boolean active, boolean certificate) {
        return new GrantBySupportPlus(ACCESS, INCIDENT, EMPLOYEE, ENVIRONMENT, active, certificate, true, DAY, AT);
    }

    private static SystemUserAccessBlocked blocked(BlockReason reason) {
        return new SystemUserAccessBlocked(ACCESS, INCIDENT, EMPLOYEE, ENVIRONMENT, reason, AT);
    }

    @Test
    @Rule("INC-053")
    void a_request_needs_a_reason_a_bounded_duration_and_an_open_cause() {
        access.given().when(request("look at the fault", DAY, true)).then(requested);
        access.given().when(request(" ", DAY, true)).thenRejected("INC-053");
        access.given().when(request("fault", MAXIMUM.plusSeconds(1), true)).thenRejected("INC-053");
        access.given().when(request("fault", Duration.ZERO, true)).thenRejected("INC-053");
        access.given().when(request("fault", DAY, false)).thenRejected("INC-056");
    }

    @Test
    @Rule({"INC-053", "INC-054"})
    void the_administrator_indicates_the_environment_and_the_employee_is_added_at_once() {
        access.given(requested).when(approve(ENVIRONMENT)).then(approved, granted);
        access.given().when(approve(ENVIRONMENT)).thenRejected("INC-053");
    }

    @Test
    @Rule("INC-053")
    void what_the_administrator_denies_is_not_granted() {
        var denied = new SystemUserAccessRefused(ACCESS, INCIDENT, EMPLOYEE, RefusalReason.DENIED_BY_ADMINISTRATOR, AT);
        access.given(requested)
                .when(new DenySystemUserAccess(ACCESS, ADMINISTRATOR, AT))
                .then(denied);
        access.given(requested, denied).when(approve(ENVIRONMENT)).thenRejected("INC-053");
    }

    @Test
    @Rule({"INC-054", "INC-056"})
    void it_is_blocked_when_the_incident_is_handled_or_lapsed_and_opened_again_by_a_new_grant() {
        for (var reason : List.of(BlockReason.INCIDENT_HANDLED, BlockReason.INCIDENT_LAPSED)) {
            access.given(requested, approved, granted)
                    .when(new BlockSystemUserAccess(ACCESS, reason, AT))
                    .then(blocked(reason));
        }
        access.given(requested, approved, granted, blocked(BlockReason.INCIDENT_HANDLED))
                .when(new RecordSystemUserUse(ACCESS, AT))
                .thenRejected("INC-054");
        access.given(requested, approved, granted, blocked(BlockReason.INCIDENT_HANDLED), requested)
                .when(approve(OTHER_ENVIRONMENT))
                .events();
    }

    @Test
    @Rule("INC-054")
    void a_waiting_request_ends_with_its_incident() {
        access.given(requested)
                .when(new BlockSystemUserAccess(ACCESS, BlockReason.INCIDENT_HANDLED, AT))
                .then(new SystemUserAccessBlocked(ACCESS, INCIDENT, EMPLOYEE, null, BlockReason.INCIDENT_HANDLED, AT));
    }

    @Test
    @Rule("INC-054")
    void a_second_grant_extends_and_never_shortens() {
        var week = granted(AT.plus(MAXIMUM));
        access.given(requested(MAXIMUM), approved, week, requested(DAY))
                .when(approve(ENVIRONMENT))
                .then(approved, week);
        access.given(requested, approved, granted, requested(MAXIMUM))
                .when(approve(ENVIRONMENT))
                .then(approved, week);
        access.given(requested, approved, granted, requested(MAXIMUM))
                .when(approve(OTHER_ENVIRONMENT))
                .thenRejected("INC-053");
    }

    @Test
    @Rule("INC-054")
    void granted_used_expired_and_revoked_are_told_apart() {
        access.given(requested, approved, granted)
                .when(new RecordSystemUserUse(ACCESS, AT.plusSeconds(60)))
                .then(new SystemUserAccessUsed(ACCESS, INCIDENT, EMPLOYEE, ENVIRONMENT, AT.plusSeconds(60)));
        access.given(requested, approved, granted)
                .when(new ExpireSystemUserAccess(ACCESS, AT.plus(DAY).minusMillis(1)))
                .thenNothing();
        access.given(requested, approved, granted)
                .when(new ExpireSystemUserAccess(ACCESS, AT.plus(DAY)))
                .then(new SystemUserAccessExpired(ACCESS, INCIDENT, EMPLOYEE, ENVIRONMENT, AT.plus(DAY)));
        access.given(requested, approved, granted)
                .when(new RevokeSystemUserAccess(ACCESS, ADMINISTRATOR, "no longer needed", AT))
                .then(new SystemUserAccessRevoked(
                        ACCESS, INCIDENT, EMPLOYEE, ENVIRONMENT, ADMINISTRATOR, "no longer needed", AT));
    }

    @Test
    @Rule("INC-055")
    void support_plus_grants_by_itself_while_it_is_active() {
        var bySupportPlus = new SystemUserAccessGranted(
                ACCESS, INCIDENT, EMPLOYEE, ENVIRONMENT, Via.SUPPORT_PLUS, null, AT, AT.plus(DAY));
        access.given().when(supportPlus(true, true)).then(bySupportPlus);
        access.given(bySupportPlus).when(supportPlus(true, true)).thenNothing();
        access.given().when(supportPlus(false, true)).thenNothing();
    }

    @Test
    @Rule("INC-057")
    void without_a_recorded_certificate_of_conduct_support_plus_refuses() {
        var refused =
                new SystemUserAccessRefused(ACCESS, INCIDENT, EMPLOYEE, RefusalReason.NO_CERTIFICATE_OF_CONDUCT, AT);
        assertInstanceOf(
                SystemUserAccess.Shut.class,
                access.given().when(supportPlus(true, false)).thenRejected("INC-057", refused));
    }

    @Test
    @Rule("INC-056")
    void what_support_plus_granted_ends_with_the_request_the_project_or_support_plus_itself() {
        var bySupportPlus = new SystemUserAccessGranted(
                ACCESS, INCIDENT, EMPLOYEE, ENVIRONMENT, Via.SUPPORT_PLUS, null, AT, AT.plus(DAY));
        for (var reason : List.of(
                BlockReason.SERVICE_REQUEST_CLOSED, BlockReason.PROJECT_CLOSED, BlockReason.SUPPORT_PLUS_DEACTIVATED)) {
            access.given(bySupportPlus)
                    .when(new BlockSystemUserAccess(ACCESS, reason, AT))
                    .then(blocked(reason));
        }
        // What the customer approved apart stays when Support+ is switched off.
        access.given(requested, approved, granted)
                .when(new BlockSystemUserAccess(ACCESS, BlockReason.SUPPORT_PLUS_DEACTIVATED, AT))
                .thenNothing();
    }
}

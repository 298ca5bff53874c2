package nl.waarborg.incident.systemuser.projection;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import nl.waarborg.eventsourcing.Deadline;
import nl.waarborg.eventsourcing.Deadlines;
import nl.waarborg.eventsourcing.PersonalData;
import nl.waarborg.eventsourcing.Projection;
import nl.waarborg.eventsourcing.RecordedEvent;
import nl.waarborg.eventsourcing.projection.Statements;
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

/** Accesses as they stand, and the log of everything that happened to them. */
public final class SystemUserAccessProjection implements Projection<SystemUserAccessEvent> {

    public static final String EXPIRE = "expire-system-user-access";

    private static final String REQUESTED =
            """
            insert into system_user_access (
                access_id, tenant_id, cause_type, cause_id, employee_id, state, reason, requested_at, version)
            values (?, ?, ?, ?, ?, 'REQUESTED', ?, ?, ?)
            on conflict (access_id) do update set requested_at = excluded.requested_at, reason = excluded.reason,
                state = case when system_user_access.state = 'GRANTED' then 'GRANTED' else 'REQUESTED' end,
                version = excluded.version""";
    private static final String GRANTED =
            """
            insert into system_user_access (
                access_id, tenant_id, cause_type, cause_id, employee_id, environment_id, state, via, granted_at, until,
                version)
            values (?, ?, ?, ?, ?, ?, 'GRANTED', ?, ?, ?, ?)
            on conflict (access_id) do update set state = 'GRANTED', environment_id = excluded.environment_id,
                via = excluded.via, granted_at = excluded.granted_at, until = excluded.until, ended_at = null,
                ended_because = null, version = excluded.version""";
    private static final String REFUSED =
            """
            insert into system_user_access (
                access_id, tenant_id, cause_type, cause_id, employee_id, state, ended_at, ended_because, version)
            values (?, ?, ?, ?, ?, 'REFUSED', ?, ?, ?)
            on conflict (access_id) do update set
                state = case when system_user_access.state = 'GRANTED' then 'GRANTED' else 'REFUSED' end,
                ended_because = excluded.ended_because, version = excluded.version""";
    private static final String ENDED =
            """
            update system_user_access set state = ?, ended_at = ?, ended_because = ?, version = ? where access_id = ?""";
    private static final String VERSION = "update system_user_access set version = ? where access_id = ?";
    private static final String LOG =
            """
            insert into system_user_access_log (id, tenant_id, access_id, what, detail, by_person, at)
            values (?, ?, ?, ?, ?, ?, ?)""";

    private final PersonalData personal;

    public SystemUserAccessProjection(PersonalData personal) {
        this.personal = personal;
    }

    @Override
    public String name() {
        return "system-user-accesses";
    }

    @Override
    public Class<SystemUserAccessEvent> events() {
        return SystemUserAccessEvent.class;
    }

    @Override
    public List<String> tables() {
        return List.of("system_user_access", "system_user_access_log");
    }

    @Override
    public void apply(List<RecordedEvent<SystemUserAccessEvent>> events, Connection connection) throws SQLException {
        for (var recorded : events) {
            var statements = new Statements();
            var tenant = recorded.tenant();
            var version = recorded.version();
            switch (recorded.event()) {
                case SystemUserAccessRequested e -> {
                    statements.add(
                            REQUESTED,
                            e.accessId(),
                            tenant,
                            e.cause().type(),
                            e.cause().id(),
                            e.employeeId(),
                            personal.protect(tenant, e.reason()),
                            e.at(),
                            version);
                    log(statements, recorded, "REQUESTED", null);
                }
                case SystemUserAccessApproved e -> {
                    statements.add(VERSION, version, e.accessId());
                    log(statements, recorded, "APPROVED", null);
                }
                case SystemUserAccessGranted e -> {
                    statements.add(
                            GRANTED,
                            e.accessId(),
                            tenant,
                            e.cause().type(),
                            e.cause().id(),
                            e.employeeId(),
                            e.environmentId(),
                            e.via(),
                            e.at(),
                            e.until(),
                            version);
                    log(statements, recorded, "GRANTED", e.via().name());
                    Deadlines.set(connection, List.of(new Deadline(EXPIRE, recorded.stream(), "", tenant, e.until())));
                }
                case SystemUserAccessRefused e -> {
                    statements.add(
                            REFUSED,
                            e.accessId(),
                            tenant,
                            e.cause().type(),
                            e.cause().id(),
                            e.employeeId(),
                            e.at(),
                            e.reason(),
                            version);
                    log(statements, recorded, "REFUSED", e.reason().name());
                }
                case SystemUserAccessUsed e -> {
                    statements.add(VERSION, version, e.accessId());
                    log(statements, recorded, "USED", null);
                }
                case SystemUserAccessExpired e -> {
                    statements.add(ENDED, "EXPIRED", e.at(), null, version, e.accessId());
                    log(statements, recorded, "EXPIRED", null);
                }
                case SystemUserAccessRevoked e -> {
                    statements.add(ENDED, "REVOKED", e.at(), null, version, e.accessId());
                    log(statements, recorded, "REVOKED", null);
                    Deadlines.cancel(connection, EXPIRE, recorded.stream(), "");
                }
                case SystemUserAccessBlocked e -> {
                    statements.add(ENDED, "BLOCKED", e.at(), e.reason(), version, e.accessId());
                    log(statements, recorded, "BLOCKED", e.reason().name());
                    Deadlines.cancel(connection, EXPIRE, recorded.stream(), "");
                }
            }
            statements.run(connection);
        }
    }

    private static void log(
            Statements statements,
            RecordedEvent<SystemUserAccessEvent> recorded,
            String what,
            @Nullable String detail) {
        statements.add(
                LOG,
                recorded.id(),
                recorded.tenant(),
                recorded.event().accessId(),
                what,
                detail,
                recorded.metadata().actor().id(),
                recorded.occurredAt());
    }
}

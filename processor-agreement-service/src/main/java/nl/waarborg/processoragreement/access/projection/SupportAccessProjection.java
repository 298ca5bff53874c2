package nl.waarborg.processoragreement.access.projection;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import nl.waarborg.eventsourcing.Projection;
import nl.waarborg.eventsourcing.RecordedEvent;
import nl.waarborg.eventsourcing.projection.Statements;
import nl.waarborg.processoragreement.access.projection.SupportAccessEvent.InvestigationCopyAccessed;
import nl.waarborg.processoragreement.access.projection.SupportAccessEvent.RemoteControlConsented;
import nl.waarborg.processoragreement.access.projection.SupportAccessEvent.SystemUserAccessBlocked;
import nl.waarborg.processoragreement.access.projection.SupportAccessEvent.SystemUserAccessGranted;

/** Access that incident-service decides on, for the same overview. */
public final class SupportAccessProjection implements Projection<SupportAccessEvent> {

    private static final String COPY =
            """
            insert into other_access_entry (access_id, tenant_id, kind, employee_id, cause, cause_id, starts_at, ended_at)
            values (?, ?, 'INVESTIGATION_COPY', ?, 'INCIDENT', ?, ?, ?) on conflict do nothing""";
    private static final String EXTENDED =
            "update other_access_entry set ends_at = ? where access_id = ? and kind = 'SYSTEM_USER' and ended_at is null";
    /** What ended stays as it was: a grant after that is access of its own. */
    private static final String GRANTED =
            """
            insert into other_access_entry (access_id, version, tenant_id, kind, employee_id, environment_id, cause, cause_id,
                starts_at, ends_at)
            select g.access_id, ?, ?, 'SYSTEM_USER', ?, ?, ?, ?, ?, ? from (select ?::uuid as access_id) g
            where not exists (select from other_access_entry o
                where o.access_id = g.access_id and o.kind = 'SYSTEM_USER' and o.ended_at is null)
            on conflict do nothing""";

    private static final String BLOCKED =
            """
            update other_access_entry set ended_at = ?
            where access_id = ? and kind = 'SYSTEM_USER' and ended_at is null""";
    private static final String REMOTE =
            """
            insert into other_access_entry (access_id, tenant_id, kind, employee_id, cause, cause_id, by_person, starts_at)
            values (?, ?, 'REMOTE_CONTROL', ?, 'INCIDENT', ?, ?, ?) on conflict do nothing""";

    @Override
    public String name() {
        return "support-access";
    }

    @Override
    public Class<SupportAccessEvent> events() {
        return SupportAccessEvent.class;
    }

    @Override
    public List<String> tables() {
        return List.of("other_access_entry");
    }

    @Override
    public void apply(List<RecordedEvent<SupportAccessEvent>> events, Connection connection) throws SQLException {
        var statements = new Statements();
        for (var recorded : events) {
            var tenant = recorded.tenant();
            switch (recorded.event()) {
                case InvestigationCopyAccessed e ->
                    // Each look is an access of its own.
                    statements.add(COPY, recorded.id(), tenant, e.employeeId(), e.incidentId(), e.at(), e.at());
                case SystemUserAccessGranted e -> {
                    statements.add(EXTENDED, e.until(), e.accessId());
                    statements.add(
                            GRANTED,
                            recorded.version(),
                            tenant,
                            e.employeeId(),
                            e.environmentId(),
                            e.causeType(),
                            e.causeId(),
                            e.grantedAt(),
                            e.until(),
                            e.accessId());
                }
                case SystemUserAccessBlocked e -> statements.add(BLOCKED, e.blockedAt(), e.accessId());
                case RemoteControlConsented e ->
                    statements.add(REMOTE, e.sessionId(), tenant, e.agentId(), e.incidentId(), e.byPersonId(), e.at());
            }
        }
        statements.run(connection);
    }
}

package nl.waarborg.processoragreement.access.projection;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import nl.waarborg.eventsourcing.Deadline;
import nl.waarborg.eventsourcing.Deadlines;
import nl.waarborg.eventsourcing.PersonalData;
import nl.waarborg.eventsourcing.Projection;
import nl.waarborg.eventsourcing.RecordedEvent;
import nl.waarborg.eventsourcing.projection.Statements;
import nl.waarborg.processoragreement.access.domain.AccessEvent;
import nl.waarborg.processoragreement.access.domain.AccessEvent.DataAccessGranted;
import nl.waarborg.processoragreement.access.domain.AccessEvent.DataAccessWithdrawn;
import nl.waarborg.processoragreement.access.domain.AccessEvent.PrivilegedAccessRecorded;
import nl.waarborg.processoragreement.access.domain.AccessEvent.TemporaryAccessApproved;
import nl.waarborg.processoragreement.access.domain.AccessEvent.TemporaryAccessEnded;
import nl.waarborg.processoragreement.access.domain.AccessEvent.TemporaryAccessRequested;

/** Access that this service decides on. */
public final class AccessProjection implements Projection<AccessEvent> {

    public static final String END = "end-temporary-access";

    private static final String PRIVILEGED =
            """
            insert into access_entry (access_id, tenant_id, kind, version, employee_id, environment_id, cause, starts_at,
                ends_at, ended_at)
            values (?, ?, 'PRIVILEGED', ?, ?, ?, ?, ?, ?, ?)""";
    private static final String REQUESTED =
            """
            insert into access_entry (access_id, tenant_id, kind, version, employee_id, environment_id, words, requested_at)
            values (?, ?, 'TEMPORARY', ?, ?, ?, ?, ?)""";
    private static final String APPROVED =
            """
            update access_entry set version = ?, starts_at = coalesce(starts_at, ?), ends_at = ?, approved_by = ?
            where access_id = ?""";
    private static final String GRANTED =
            """
            insert into access_entry (access_id, tenant_id, kind, version, employee_id, words, by_person, starts_at)
            values (?, ?, 'DATA', ?, ?, ?, ?, ?)""";
    private static final String ENDED = "update access_entry set version = ?, ended_at = ? where access_id = ?";

    private final PersonalData personal;

    public AccessProjection(PersonalData personal) {
        this.personal = personal;
    }

    @Override
    public String name() {
        return "access";
    }

    @Override
    public Class<AccessEvent> events() {
        return AccessEvent.class;
    }

    @Override
    public List<String> tables() {
        return List.of("access_entry");
    }

    @Override
    public void apply(List<RecordedEvent<AccessEvent>> events, Connection connection) throws SQLException {
        var statements = new Statements();
        var deadlines = new ArrayList<Deadline>();
        for (var recorded : events) {
            var tenant = recorded.tenant();
            var version = recorded.version();
            switch (recorded.event()) {
                case PrivilegedAccessRecorded e ->
                    statements.add(
                            PRIVILEGED,
                            e.accessId(),
                            tenant,
                            version,
                            e.employeeId(),
                            e.environmentId(),
                            e.purpose(),
                            e.from(),
                            e.to(),
                            e.to());
                case TemporaryAccessRequested e ->
                    statements.add(
                            REQUESTED,
                            e.accessId(),
                            tenant,
                            version,
                            e.employeeId(),
                            e.environmentId(),
                            personal.protect(tenant, e.reason()),
                            e.at());
                case TemporaryAccessApproved e -> {
                    statements.add(APPROVED, version, e.at(), e.until(), e.approvedBy(), e.accessId());
                    deadlines.add(end(recorded, e.until()));
                }
                case TemporaryAccessEnded e -> statements.add(ENDED, version, e.at(), e.accessId());
                case DataAccessGranted e ->
                    statements.add(
                            GRANTED,
                            e.accessId(),
                            tenant,
                            version,
                            e.employeeId(),
                            personal.protect(tenant, e.scope()),
                            e.byPersonId(),
                            e.at());
                case DataAccessWithdrawn e -> statements.add(ENDED, version, e.at(), e.accessId());
            }
        }
        statements.run(connection);
        Deadlines.set(connection, deadlines);
    }

    private static Deadline end(RecordedEvent<?> recorded, Instant until) {
        return new Deadline(END, recorded.stream(), "", recorded.tenant(), until);
    }
}

package nl.waarborg.incident.systemuser.projection;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import nl.waarborg.eventsourcing.Deadline;
import nl.waarborg.eventsourcing.Deadlines;
import nl.waarborg.eventsourcing.Projection;
import nl.waarborg.eventsourcing.RecordedEvent;
import nl.waarborg.eventsourcing.projection.Rows;
import nl.waarborg.eventsourcing.projection.Statements;
import nl.waarborg.incident.systemuser.domain.BlockReason;
import nl.waarborg.incident.systemuser.domain.SupportPlusEvent;
import nl.waarborg.incident.systemuser.domain.SupportPlusEvent.SupportPlusActivated;
import nl.waarborg.incident.systemuser.domain.SupportPlusEvent.SupportPlusDeactivated;
import nl.waarborg.incident.systemuser.storage.SystemUserEventTypes;

/** Whether Support+ is active; switching it off ends what it granted. */
public final class SupportPlusProjection implements Projection<SupportPlusEvent> {

    private static final String STATE =
            """
            insert into support_plus (tenant_id, active, since, by_person) values (?, ?, ?, ?)
            on conflict (tenant_id) do update set active = excluded.active, since = excluded.since,
                by_person = excluded.by_person""";
    private static final String GRANTED =
            """
            select access_id from system_user_access
            where tenant_id = ? and state = 'GRANTED' and via = 'SUPPORT_PLUS'""";

    @Override
    public String name() {
        return "support-plus";
    }

    @Override
    public Class<SupportPlusEvent> events() {
        return SupportPlusEvent.class;
    }

    @Override
    public List<String> tables() {
        return List.of("support_plus");
    }

    @Override
    public void apply(List<RecordedEvent<SupportPlusEvent>> events, Connection connection) throws SQLException {
        for (var recorded : events) {
            var statements = new Statements();
            var tenant = recorded.tenant();
            switch (recorded.event()) {
                case SupportPlusActivated e -> statements.add(STATE, tenant, true, e.at(), e.byPersonId());
                case SupportPlusDeactivated e -> {
                    statements.add(STATE, tenant, false, e.at(), e.byPersonId());
                    var accesses = Rows.list(connection, GRANTED, row -> row.uuid("access_id"), tenant);
                    if (!accesses.isEmpty()) {
                        Deadlines.set(
                                connection,
                                accesses.stream()
                                        .map(access -> new Deadline(
                                                AccessOfIncidentsProjection.BLOCK,
                                                SystemUserEventTypes.access(access),
                                                BlockReason.SUPPORT_PLUS_DEACTIVATED.name(),
                                                tenant,
                                                e.at()))
                                        .toList());
                    }
                }
            }
            statements.run(connection);
        }
    }
}

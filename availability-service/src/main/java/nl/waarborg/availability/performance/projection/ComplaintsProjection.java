package nl.waarborg.availability.performance.projection;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import nl.waarborg.availability.performance.domain.ComplaintEvent;
import nl.waarborg.availability.performance.domain.ComplaintEvent.PerformanceComplaintLinked;
import nl.waarborg.availability.performance.domain.ComplaintEvent.PerformanceComplaintUnlinked;
import nl.waarborg.eventsourcing.Projection;
import nl.waarborg.eventsourcing.RecordedEvent;
import nl.waarborg.eventsourcing.projection.Statements;

/** Complaints with what was measured on their day. */
public final class ComplaintsProjection implements Projection<ComplaintEvent> {

    private static final String LINKED =
            """
            insert into performance_complaint (incident_id, tenant_id, provider, raised_at, day, observed, linked_at)
            values (?, ?, ?, ?, ?, ?::jsonb, ?)
            on conflict (incident_id) do update set observed = excluded.observed, linked_at = excluded.linked_at""";
    private static final String UNLINKED = "delete from performance_complaint where incident_id = ?";

    @Override
    public String name() {
        return "performance-complaints";
    }

    @Override
    public Class<ComplaintEvent> events() {
        return ComplaintEvent.class;
    }

    @Override
    public List<String> tables() {
        return List.of("performance_complaint");
    }

    @Override
    public void apply(List<RecordedEvent<ComplaintEvent>> events, Connection connection) throws SQLException {
        var statements = new Statements();
        for (var recorded : events) {
            switch (recorded.event()) {
                case PerformanceComplaintLinked e ->
                    statements.add(
                            LINKED,
                            e.incidentId(),
                            recorded.tenant(),
                            e.provider(),
                            e.raisedAt(),
                            e.day(),
                            FiguresJson.write(e.observed()),
                            e.at());
                case PerformanceComplaintUnlinked e -> statements.add(UNLINKED, e.incidentId());
            }
        }
        statements.run(connection);
    }
}

package nl.waarborg.availability.performance.projection;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import nl.waarborg.availability.performance.projection.IncidentNews.IncidentClassified;
import nl.waarborg.availability.performance.projection.IncidentNews.IncidentRaised;
import nl.waarborg.eventsourcing.Projection;
import nl.waarborg.eventsourcing.RecordedEvent;
import nl.waarborg.eventsourcing.projection.Statements;

/** When incidents were raised: what they turn out to be about is known later. */
public final class RaisedIncidentsProjection implements Projection<IncidentNews> {

    private static final String RAISED =
            "insert into raised_incident (incident_id, tenant_id, raised_at) values (?, ?, ?) on conflict do nothing";

    @Override
    public String name() {
        return "raised-incidents";
    }

    @Override
    public Class<IncidentNews> events() {
        return IncidentNews.class;
    }

    @Override
    public List<String> tables() {
        return List.of("raised_incident");
    }

    @Override
    public void apply(List<RecordedEvent<IncidentNews>> events, Connection connection) throws SQLException {
        var statements = new Statements();
        for (var recorded : events) {
            switch (recorded.event()) {
                case IncidentRaised e -> statements.add(RAISED, e.incidentId(), recorded.tenant(), e.raisedAt());
                case IncidentClassified _ -> {}
            }
        }
        statements.run(connection);
    }
}

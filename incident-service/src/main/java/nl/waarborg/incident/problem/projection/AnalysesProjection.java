package nl.waarborg.incident.problem.projection;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import nl.waarborg.eventsourcing.Deadlines;
import nl.waarborg.eventsourcing.Projection;
import nl.waarborg.eventsourcing.RecordedEvent;
import nl.waarborg.eventsourcing.projection.Statements;
import nl.waarborg.incident.problem.domain.IncidentAnalysisEvent;
import nl.waarborg.incident.problem.domain.IncidentAnalysisEvent.IncidentsAnalysed;

/** Every day's analysis; the one of the next day is set by it. */
public final class AnalysesProjection implements Projection<IncidentAnalysisEvent> {

    private static final String ANALYSED =
            """
            insert into incident_analysis (provider, tenant_id, date, counts, candidates)
            values (?, ?, ?, ?::jsonb, ?::jsonb)""";
    private static final JsonMapper JSON = new JsonMapper();

    private final AnalysisSchedule schedule;

    public AnalysesProjection(AnalysisSchedule schedule) {
        this.schedule = schedule;
    }

    @Override
    public String name() {
        return "incident-analyses";
    }

    @Override
    public Class<IncidentAnalysisEvent> events() {
        return IncidentAnalysisEvent.class;
    }

    @Override
    public List<String> tables() {
        return List.of("incident_analysis");
    }

    @Override
    public void apply(List<RecordedEvent<IncidentAnalysisEvent>> events, Connection connection) throws SQLException {
        var statements = new Statements();
        for (var recorded : events) {
            switch (recorded.event()) {
                case IncidentsAnalysed e -> {
                    statements.add(
                            ANALYSED,
                            e.provider(),
                            recorded.tenant(),
                            e.date(),
                            json(e.counts()),
                            json(e.candidates()));
                    Deadlines.set(
                            connection,
                            List.of(schedule.of(e.provider(), e.date().plusDays(1))));
                }
            }
        }
        statements.run(connection);
    }

    private static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an analysis cannot be written", e);
        }
    }
}

package nl.waarborg.incident.problem.projection;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import nl.waarborg.eventsourcing.PersonalData;
import nl.waarborg.eventsourcing.Projection;
import nl.waarborg.eventsourcing.RecordedEvent;
import nl.waarborg.eventsourcing.projection.Statements;
import nl.waarborg.incident.problem.domain.ProblemEvent;
import nl.waarborg.incident.problem.domain.ProblemEvent.ProblemClosed;
import nl.waarborg.incident.problem.domain.ProblemEvent.ProblemIncidentLinked;
import nl.waarborg.incident.problem.domain.ProblemEvent.ProblemOpened;

/** Problems with their incidents. */
public final class ProblemsProjection implements Projection<ProblemEvent> {

    private static final String OPENED =
            """
            insert into problem (problem_id, tenant_id, provider, title, state, opened_at, version)
            values (?, ?, ?, ?, 'OPEN', ?, ?)""";
    private static final String LINKED =
            "insert into problem_incident (problem_id, incident_id, tenant_id, linked_at) values (?, ?, ?, ?)";
    private static final String VERSION = "update problem set version = ? where problem_id = ?";
    private static final String CLOSED =
            """
            update problem set state = 'CLOSED', closed_at = ?, measure = ?, version = ? where problem_id = ?""";

    private final PersonalData personal;

    public ProblemsProjection(PersonalData personal) {
        this.personal = personal;
    }

    @Override
    public String name() {
        return "problems";
    }

    @Override
    public Class<ProblemEvent> events() {
        return ProblemEvent.class;
    }

    @Override
    public List<String> tables() {
        return List.of("problem", "problem_incident");
    }

    @Override
    public void apply(List<RecordedEvent<ProblemEvent>> events, Connection connection) throws SQLException {
        var statements = new Statements();
        for (var recorded : events) {
            var owner = recorded.tenant();
            var version = recorded.version();
            switch (recorded.event()) {
                case ProblemOpened e ->
                    statements.add(
                            OPENED,
                            e.problemId(),
                            owner,
                            e.provider(),
                            personal.protect(owner, e.title()),
                            e.at(),
                            version);
                case ProblemIncidentLinked e -> {
                    statements.add(LINKED, e.problemId(), e.incidentId(), e.tenantId(), e.at());
                    statements.add(VERSION, version, e.problemId());
                }
                case ProblemClosed e ->
                    statements.add(CLOSED, e.at(), personal.protect(owner, e.measure()), version, e.problemId());
            }
        }
        statements.run(connection);
    }
}

package nl.waarborg.processoragreement.service.projection;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import nl.waarborg.eventsourcing.PersonalData;
import nl.waarborg.eventsourcing.Projection;
import nl.waarborg.eventsourcing.RecordedEvent;
import nl.waarborg.eventsourcing.projection.Statements;
import nl.waarborg.processoragreement.service.domain.ProjectEvent;
import nl.waarborg.processoragreement.service.domain.ProjectEvent.BudgetOverrunSignalled;
import nl.waarborg.processoragreement.service.domain.ProjectEvent.ProjectClosed;
import nl.waarborg.processoragreement.service.domain.ProjectEvent.ProjectEvaluated;
import nl.waarborg.processoragreement.service.domain.ProjectEvent.ProjectHandedOver;
import nl.waarborg.processoragreement.service.domain.ProjectEvent.ProjectNoteRecorded;
import nl.waarborg.processoragreement.service.domain.ProjectEvent.ProjectSpendingRecorded;
import nl.waarborg.processoragreement.service.domain.ProjectEvent.ProjectStarted;

/** Projects with their notes. */
public final class ProjectsProjection implements Projection<ProjectEvent> {

    private static final String STARTED =
            """
            insert into project (project_id, request_id, tenant_id, version, plan, budget, started_at)
            values (?, ?, ?, ?, ?, ?, ?)""";
    private static final String NOTED =
            """
            insert into project_note (note_id, project_id, tenant_id, kind, text, measure, noted_at)
            values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing""";
    private static final String SPENT = "update project set spent = spent + ? where project_id = ?";
    private static final String OVERRUN = "update project set overrun = true where project_id = ?";
    private static final String HANDED_OVER = "update project set handed_over_at = ? where project_id = ?";
    private static final String EVALUATED = "update project set evaluation = ?, evaluated_at = ? where project_id = ?";
    private static final String CLOSED = "update project set closed_at = ? where project_id = ?";
    private static final String VERSION = "update project set version = ? where project_id = ?";

    private final PersonalData personal;

    public ProjectsProjection(PersonalData personal) {
        this.personal = personal;
    }

    @Override
    public String name() {
        return "projects";
    }

    @Override
    public Class<ProjectEvent> events() {
        return ProjectEvent.class;
    }

    @Override
    public List<String> tables() {
        return List.of("project", "project_note");
    }

    @Override
    public void apply(List<RecordedEvent<ProjectEvent>> events, Connection connection) throws SQLException {
        var statements = new Statements();
        for (var recorded : events) {
            var id = recorded.stream().id();
            var tenant = recorded.tenant();
            switch (recorded.event()) {
                case ProjectStarted e ->
                    statements.add(
                            STARTED,
                            id,
                            e.requestId(),
                            tenant,
                            recorded.version(),
                            personal.protect(tenant, e.plan()),
                            e.budget(),
                            e.at());
                case ProjectNoteRecorded e ->
                    statements.add(
                            NOTED,
                            e.noteId(),
                            id,
                            tenant,
                            e.kind(),
                            personal.protect(tenant, e.text()),
                            personal.protect(tenant, e.measure()),
                            e.at());
                case ProjectSpendingRecorded e -> statements.add(SPENT, e.amount(), id);
                case BudgetOverrunSignalled _ -> statements.add(OVERRUN, id);
                case ProjectHandedOver e -> statements.add(HANDED_OVER, e.at(), id);
                case ProjectEvaluated e -> statements.add(EVALUATED, personal.protect(tenant, e.result()), e.at(), id);
                case ProjectClosed e -> statements.add(CLOSED, e.at(), id);
            }
            statements.add(VERSION, recorded.version(), id);
        }
        statements.run(connection);
    }
}

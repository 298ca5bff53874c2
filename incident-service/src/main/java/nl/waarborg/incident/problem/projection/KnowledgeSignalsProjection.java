package nl.waarborg.incident.problem.projection;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import nl.waarborg.eventsourcing.PersonalData;
import nl.waarborg.eventsourcing.Projection;
import nl.waarborg.eventsourcing.RecordedEvent;
import nl.waarborg.eventsourcing.projection.Statements;
import nl.waarborg.incident.problem.domain.KnowledgeSignalEvent;
import nl.waarborg.incident.problem.domain.KnowledgeSignalEvent.KnowledgeQuestionSignalRaised;
import nl.waarborg.incident.problem.domain.KnowledgeSignalEvent.ReductionPlanAgreed;

/** The last signal of each customer, and the plan that answers it (INC-047). */
public final class KnowledgeSignalsProjection implements Projection<KnowledgeSignalEvent> {

    private static final String RAISED =
            """
            insert into knowledge_signal (
                tenant_id, state, period_from, period_through, questions, users, per_users, norm, raised_at)
            values (?, 'RAISED', ?, ?, ?, ?, ?, ?, ?)
            on conflict (tenant_id) do update set state = 'RAISED', period_from = excluded.period_from,
                period_through = excluded.period_through, questions = excluded.questions, users = excluded.users,
                per_users = excluded.per_users, norm = excluded.norm, raised_at = excluded.raised_at,
                measures = null, agreed_at = null""";
    private static final String AGREED =
            "update knowledge_signal set state = 'PLAN_AGREED', measures = ?, agreed_at = ? where tenant_id = ?";

    private final PersonalData personal;

    public KnowledgeSignalsProjection(PersonalData personal) {
        this.personal = personal;
    }

    @Override
    public String name() {
        return "knowledge-signals";
    }

    @Override
    public Class<KnowledgeSignalEvent> events() {
        return KnowledgeSignalEvent.class;
    }

    @Override
    public List<String> tables() {
        return List.of("knowledge_signal");
    }

    @Override
    public void apply(List<RecordedEvent<KnowledgeSignalEvent>> events, Connection connection) throws SQLException {
        var statements = new Statements();
        for (var recorded : events) {
            var tenant = recorded.tenant();
            switch (recorded.event()) {
                case KnowledgeQuestionSignalRaised e ->
                    statements.add(
                            RAISED,
                            tenant,
                            e.from(),
                            e.through(),
                            e.questions(),
                            e.users(),
                            e.perUsers(),
                            e.norm(),
                            e.at());
                case ReductionPlanAgreed e ->
                    statements.add(AGREED, personal.protect(tenant, e.measures()), e.at(), tenant);
            }
        }
        statements.run(connection);
    }
}

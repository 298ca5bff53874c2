package nl.waarborg.processoragreement.document.projection;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import nl.waarborg.eventsourcing.PersonalData;
import nl.waarborg.eventsourcing.Projection;
import nl.waarborg.eventsourcing.RecordedEvent;
import nl.waarborg.eventsourcing.projection.Statements;
import nl.waarborg.processoragreement.document.domain.AgreementQuestionEvent;
import nl.waarborg.processoragreement.document.domain.AgreementQuestionEvent.AgreementQuestionAnswered;
import nl.waarborg.processoragreement.document.domain.AgreementQuestionEvent.AgreementQuestionSubmitted;

/** Questions about the agreement, with their answers. */
public final class QuestionsProjection implements Projection<AgreementQuestionEvent> {

    private static final String ASKED =
            """
            insert into agreement_question (question_id, tenant_id, version, sla_version, subject, text, asked_at)
            values (?, ?, ?, ?, ?, ?, ?)""";
    private static final String ANSWERED =
            """
            update agreement_question set outcome = ?, answer = ?, answered_at = ?, version = ? where question_id = ?""";

    private final PersonalData personal;

    public QuestionsProjection(PersonalData personal) {
        this.personal = personal;
    }

    @Override
    public String name() {
        return "agreement-questions";
    }

    @Override
    public Class<AgreementQuestionEvent> events() {
        return AgreementQuestionEvent.class;
    }

    @Override
    public List<String> tables() {
        return List.of("agreement_question");
    }

    @Override
    public void apply(List<RecordedEvent<AgreementQuestionEvent>> events, Connection connection) throws SQLException {
        var statements = new Statements();
        for (var recorded : events) {
            var tenant = recorded.tenant();
            switch (recorded.event()) {
                case AgreementQuestionSubmitted e ->
                    statements.add(
                            ASKED,
                            e.questionId(),
                            tenant,
                            recorded.version(),
                            e.slaVersion(),
                            personal.protect(tenant, e.subject()),
                            personal.protect(tenant, e.text()),
                            e.at());
                case AgreementQuestionAnswered e ->
                    statements.add(
                            ANSWERED,
                            e.outcome(),
                            personal.protect(tenant, e.answer()),
                            e.at(),
                            recorded.version(),
                            e.questionId());
            }
        }
        statements.run(connection);
    }
}

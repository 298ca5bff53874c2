package nl.waarborg.processoragreement.processing.projection;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import nl.waarborg.eventsourcing.PersonalData;
import nl.waarborg.eventsourcing.Projection;
import nl.waarborg.eventsourcing.RecordedEvent;
import nl.waarborg.eventsourcing.projection.Statements;
import nl.waarborg.processoragreement.processing.domain.ProcessingRegisterEvent;
import nl.waarborg.processoragreement.processing.domain.ProcessingRegisterEvent.AdviceRequested;
import nl.waarborg.processoragreement.processing.domain.ProcessingRegisterEvent.DataCategoryRegistered;
import nl.waarborg.processoragreement.processing.domain.ProcessingRegisterEvent.DpiaRecorded;
import nl.waarborg.processoragreement.processing.domain.ProcessingRegisterEvent.LegalBasisDeclared;
import nl.waarborg.processoragreement.processing.domain.ProcessingRegisterEvent.ProcessingActivityRegistered;

/** What is processed for a customer, as it stands. */
public final class ProcessingRegisterProjection implements Projection<ProcessingRegisterEvent> {

    private static final String ACTIVITY =
            """
            insert into processing_activity (activity_id, tenant_id, purpose, retention, recipients, registered_at)
            values (?, ?, ?, ?, ?, ?)
            on conflict (activity_id) do update set purpose = excluded.purpose, retention = excluded.retention,
                recipients = excluded.recipients, registered_at = excluded.registered_at""";
    private static final String BASIS =
            """
            update processing_activity set legal_basis = ?, explanation = ?, declared_at = ? where activity_id = ?""";
    private static final String ASSESSED =
            "update processing_activity set dpia_made_on = ?, dpia_document = ? where activity_id = ?";
    private static final String DATA =
            """
            insert into data_category (tenant_id, name, sensitivity, custom, registered_at) values (?, ?, ?, ?, ?)
            on conflict (tenant_id, name) do update set sensitivity = excluded.sensitivity, custom = excluded.custom,
                registered_at = excluded.registered_at""";
    private static final String ADVICE =
            "insert into advice_request (advice_id, tenant_id, subject, requested_at) values (?, ?, ?, ?)";

    private final PersonalData personal;

    public ProcessingRegisterProjection(PersonalData personal) {
        this.personal = personal;
    }

    @Override
    public String name() {
        return "processing-register";
    }

    @Override
    public Class<ProcessingRegisterEvent> events() {
        return ProcessingRegisterEvent.class;
    }

    @Override
    public List<String> tables() {
        return List.of("processing_activity", "data_category", "advice_request");
    }

    @Override
    public void apply(List<RecordedEvent<ProcessingRegisterEvent>> events, Connection connection) throws SQLException {
        var statements = new Statements();
        for (var recorded : events) {
            var tenant = recorded.tenant();
            switch (recorded.event()) {
                case ProcessingActivityRegistered e ->
                    statements.add(
                            ACTIVITY, e.activityId(), tenant, e.purpose(), e.retention(), e.recipients(), e.at());
                case LegalBasisDeclared e ->
                    statements.add(BASIS, e.basis(), personal.protect(tenant, e.explanation()), e.at(), e.activityId());
                case DataCategoryRegistered e ->
                    statements.add(DATA, tenant, e.name(), e.sensitivity(), e.custom(), e.at());
                case AdviceRequested e ->
                    statements.add(ADVICE, e.adviceId(), tenant, personal.protect(tenant, e.subject()), e.at());
                case DpiaRecorded e -> statements.add(ASSESSED, e.madeOn(), e.documentRef(), e.activityId());
            }
        }
        statements.run(connection);
    }
}

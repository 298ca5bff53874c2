package nl.waarborg.processoragreement.processing.projection;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import nl.waarborg.eventsourcing.PersonalData;
import nl.waarborg.eventsourcing.Projection;
import nl.waarborg.eventsourcing.RecordedEvent;
import nl.waarborg.eventsourcing.projection.Statements;
import nl.waarborg.processoragreement.processing.domain.ProcessingInstructionEvent;
import nl.waarborg.processoragreement.processing.domain.ProcessingInstructionEvent.ProcessingInstructionExecuted;
import nl.waarborg.processoragreement.processing.domain.ProcessingInstructionEvent.ProcessingInstructionGiven;
import nl.waarborg.processoragreement.processing.domain.ProcessingInstructionEvent.ProcessingInstructionRefused;

/** Instructions of customers and what became of them. */
public final class InstructionsProjection implements Projection<ProcessingInstructionEvent> {

    private static final String GIVEN =
            """
            insert into processing_instruction (instruction_id, tenant_id, version, state, channel, kind, text, activity_id,
                security_incident_id, document_ref, given_by, given_at)
            values (?, ?, ?, 'GIVEN', ?, ?, ?, ?, ?, ?, ?, ?)""";
    private static final String EXECUTED =
            """
            update processing_instruction set version = ?, state = 'EXECUTED', handled_by = ?, handled_at = ?
            where instruction_id = ?""";
    private static final String REFUSED =
            """
            update processing_instruction set version = ?, state = 'REFUSED', refusal = ?, explanation = ?, handled_by = ?,
                handled_at = ?
            where instruction_id = ?""";

    private final PersonalData personal;

    public InstructionsProjection(PersonalData personal) {
        this.personal = personal;
    }

    @Override
    public String name() {
        return "processing-instructions";
    }

    @Override
    public Class<ProcessingInstructionEvent> events() {
        return ProcessingInstructionEvent.class;
    }

    @Override
    public List<String> tables() {
        return List.of("processing_instruction");
    }

    @Override
    public void apply(List<RecordedEvent<ProcessingInstructionEvent>> events, Connection connection)
            throws SQLException {
        var statements = new Statements();
        for (var recorded : events) {
            var tenant = recorded.tenant();
            switch (recorded.event()) {
                case ProcessingInstructionGiven e ->
                    statements.add(
                            GIVEN,
                            e.instructionId(),
                            tenant,
                            recorded.version(),
                            e.channel(),
                            e.kind(),
                            personal.protect(tenant, e.text()),
                            e.activityId(),
                            e.securityIncidentId(),
                            e.documentRef(),
                            e.givenBy(),
                            e.at());
                case ProcessingInstructionExecuted e ->
                    statements.add(EXECUTED, recorded.version(), e.executedBy(), e.at(), e.instructionId());
                case ProcessingInstructionRefused e ->
                    statements.add(
                            REFUSED,
                            recorded.version(),
                            e.reason(),
                            personal.protect(tenant, e.explanation()),
                            e.refusedBy(),
                            e.at(),
                            e.instructionId());
            }
        }
        statements.run(connection);
    }
}

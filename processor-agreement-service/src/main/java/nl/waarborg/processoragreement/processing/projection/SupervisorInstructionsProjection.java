package nl.waarborg.processoragreement.processing.projection;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import nl.waarborg.eventsourcing.PersonalData;
import nl.waarborg.eventsourcing.Projection;
import nl.waarborg.eventsourcing.RecordedEvent;
import nl.waarborg.eventsourcing.projection.Statements;
import nl.waarborg.processoragreement.processing.domain.SupervisorInstructionEvent;
import nl.waarborg.processoragreement.processing.domain.SupervisorInstructionEvent.ComplianceMeasureRecorded;
import nl.waarborg.processoragreement.processing.domain.SupervisorInstructionEvent.SupervisorInstructionReported;

/** Binding instructions of supervisors, and what the vendor did to make compliance possible. */
public final class SupervisorInstructionsProjection implements Projection<SupervisorInstructionEvent> {

    private static final String REPORTED =
            """
            insert into supervisor_instruction (instruction_id, tenant_id, supervisor, received_on, text, reported_at)
            values (?, ?, ?, ?, ?, ?)""";
    private static final String MEASURE =
            """
            insert into compliance_measure (measure_id, tenant_id, instruction_id, measure, recorded_at)
            values (?, ?, ?, ?, ?)""";

    private final PersonalData personal;

    public SupervisorInstructionsProjection(PersonalData personal) {
        this.personal = personal;
    }

    @Override
    public String name() {
        return "supervisor-instructions";
    }

    @Override
    public Class<SupervisorInstructionEvent> events() {
        return SupervisorInstructionEvent.class;
    }

    @Override
    public List<String> tables() {
        return List.of("supervisor_instruction", "compliance_measure");
    }

    @Override
    public void apply(List<RecordedEvent<SupervisorInstructionEvent>> events, Connection connection)
            throws SQLException {
        var statements = new Statements();
        for (var recorded : events) {
            var tenant = recorded.tenant();
            switch (recorded.event()) {
                case SupervisorInstructionReported e ->
                    statements.add(
                            REPORTED,
                            e.instructionId(),
                            tenant,
                            e.supervisor(),
                            e.receivedOn(),
                            personal.protect(tenant, e.text()),
                            e.at());
                case ComplianceMeasureRecorded e ->
                    statements.add(
                            MEASURE,
                            e.measureId(),
                            tenant,
                            e.instructionId(),
                            personal.protect(tenant, e.measure()),
                            e.at());
            }
        }
        statements.run(connection);
    }
}

package nl.waarborg.processoragreement.access.projection;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import nl.waarborg.eventsourcing.Projection;
import nl.waarborg.eventsourcing.RecordedEvent;
import nl.waarborg.eventsourcing.projection.Statements;
import nl.waarborg.processoragreement.access.domain.StaffEvent;
import nl.waarborg.processoragreement.access.domain.StaffEvent.ConductCertificateRecorded;
import nl.waarborg.processoragreement.access.domain.StaffEvent.ConfidentialityDeclarationRecorded;
import nl.waarborg.processoragreement.access.domain.StaffEvent.StaffInstructionRecorded;
import nl.waarborg.processoragreement.access.domain.StaffRecord;
import org.jspecify.annotations.Nullable;

/** The latest record of each kind, per employee. */
public final class StaffProjection implements Projection<StaffEvent> {

    private static final String RECORDED =
            """
            insert into staff_record (provider, employee_id, kind, recorded_on, valid_to, document_ref, recorded_at)
            values (?, ?, ?, ?, ?, ?, ?)
            on conflict (provider, employee_id, kind) do update set recorded_on = excluded.recorded_on,
                valid_to = excluded.valid_to, document_ref = excluded.document_ref, recorded_at = excluded.recorded_at""";

    @Override
    public String name() {
        return "staff-records";
    }

    @Override
    public Class<StaffEvent> events() {
        return StaffEvent.class;
    }

    @Override
    public List<String> tables() {
        return List.of("staff_record");
    }

    @Override
    public void apply(List<RecordedEvent<StaffEvent>> events, Connection connection) throws SQLException {
        var statements = new Statements();
        for (var recorded : events) {
            switch (recorded.event()) {
                case ConfidentialityDeclarationRecorded e ->
                    add(statements, e, StaffRecord.CONFIDENTIALITY, e.signedOn(), null, e.documentRef(), e.at());
                case StaffInstructionRecorded e ->
                    add(statements, e, StaffRecord.INSTRUCTION, e.givenOn(), null, e.documentRef(), e.at());
                case ConductCertificateRecorded e ->
                    add(
                            statements,
                            e,
                            StaffRecord.CERTIFICATE_OF_CONDUCT,
                            e.issuedOn(),
                            e.validTo(),
                            e.documentRef(),
                            e.at());
            }
        }
        statements.run(connection);
    }

    private static void add(
            Statements statements,
            StaffEvent event,
            StaffRecord kind,
            LocalDate on,
            @Nullable LocalDate validTo,
            String documentRef,
            Instant at) {
        statements.add(RECORDED, event.provider(), event.employeeId(), kind, on, validTo, documentRef, at);
    }
}

package nl.waarborg.incident.systemuser.projection;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import nl.waarborg.eventsourcing.Projection;
import nl.waarborg.eventsourcing.RecordedEvent;
import nl.waarborg.eventsourcing.StreamId;
import nl.waarborg.eventsourcing.projection.Statements;
import nl.waarborg.incident.systemuser.projection.AccessCauseEvent.ConductCertificateRecorded;

/** Whose certificate of conduct is recorded (INC-057). */
public final class ConductCertificatesProjection implements Projection<AccessCauseEvent> {

    private static final String RECORDED =
            """
            insert into conduct_certificate (tenant_id, employee_id, recorded_at) values (?, ?, ?)
            on conflict (employee_id) do update set recorded_at = least(conduct_certificate.recorded_at, excluded.recorded_at)""";

    @Override
    public String name() {
        return "conduct-certificates";
    }

    @Override
    public Class<AccessCauseEvent> events() {
        return AccessCauseEvent.class;
    }

    @Override
    public List<String> tables() {
        return List.of("conduct_certificate");
    }

    @Override
    public void apply(List<RecordedEvent<AccessCauseEvent>> events, Connection connection) throws SQLException {
        var statements = new Statements();
        for (var recorded : events) {
            if (recorded.event() instanceof ConductCertificateRecorded e) {
                statements.add(RECORDED, StreamId.PLATFORM, e.employeeId(), e.recordedAt());
            }
        }
        statements.run(connection);
    }
}

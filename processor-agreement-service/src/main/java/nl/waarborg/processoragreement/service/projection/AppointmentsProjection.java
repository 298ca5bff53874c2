package nl.waarborg.processoragreement.service.projection;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import nl.waarborg.eventsourcing.Projection;
import nl.waarborg.eventsourcing.RecordedEvent;
import nl.waarborg.eventsourcing.projection.Statements;
import nl.waarborg.processoragreement.service.domain.AppointmentEvent;
import nl.waarborg.processoragreement.service.domain.AppointmentEvent.AppointmentCancelled;
import nl.waarborg.processoragreement.service.domain.AppointmentEvent.AppointmentPlanned;
import nl.waarborg.processoragreement.service.domain.AppointmentEvent.CancellationFeeDue;

/** Appointments, and what cancelling one too late costs. */
public final class AppointmentsProjection implements Projection<AppointmentEvent> {

    private static final String PLANNED =
            """
            insert into appointment (appointment_id, tenant_id, version, kind, request_id, starts_at, duration_seconds,
                online, cancel_by, terms_version)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";
    private static final String CANCELLED =
            "update appointment set cancelled_at = ?, version = ? where appointment_id = ?";
    private static final String FEE = "update appointment set fee_basis = ?, version = ? where appointment_id = ?";

    @Override
    public String name() {
        return "appointments";
    }

    @Override
    public Class<AppointmentEvent> events() {
        return AppointmentEvent.class;
    }

    @Override
    public List<String> tables() {
        return List.of("appointment");
    }

    @Override
    public void apply(List<RecordedEvent<AppointmentEvent>> events, Connection connection) throws SQLException {
        var statements = new Statements();
        for (var recorded : events) {
            switch (recorded.event()) {
                case AppointmentPlanned e ->
                    statements.add(
                            PLANNED,
                            e.appointmentId(),
                            recorded.tenant(),
                            recorded.version(),
                            e.kind(),
                            e.requestId(),
                            e.startsAt(),
                            e.duration(),
                            e.online(),
                            e.cancelBy(),
                            e.termsVersion());
                case AppointmentCancelled e ->
                    statements.add(CANCELLED, e.receivedAt(), recorded.version(), e.appointmentId());
                case CancellationFeeDue e -> statements.add(FEE, e.basis(), recorded.version(), e.appointmentId());
            }
        }
        statements.run(connection);
    }
}

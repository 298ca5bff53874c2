package nl.waarborg.availability.login.projection;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import nl.waarborg.availability.login.domain.LoginAnomalyEvent;
import nl.waarborg.availability.login.domain.LoginAnomalyEvent.LoginAnomalyDetected;
import nl.waarborg.availability.login.domain.LoginAnomalyEvent.LoginAnomalyInvestigated;
import nl.waarborg.eventsourcing.PersonalData;
import nl.waarborg.eventsourcing.Projection;
import nl.waarborg.eventsourcing.RecordedEvent;
import nl.waarborg.eventsourcing.projection.Statements;

/** What security officers investigate. */
public final class LoginAnomaliesProjection implements Projection<LoginAnomalyEvent> {

    private static final String DETECTED =
            """
            insert into login_anomaly (anomaly_id, tenant_id, hour, direction, subject, pseudonym, attempts, usual, weeks, detected_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";
    private static final String INVESTIGATED =
            """
            update login_anomaly set conclusion = ?, security_incident_id = ?, investigated_by = ?, investigated_at = ?
            where anomaly_id = ?""";

    private final PersonalData personal;

    public LoginAnomaliesProjection(PersonalData personal) {
        this.personal = personal;
    }

    @Override
    public String name() {
        return "login-anomalies";
    }

    @Override
    public Class<LoginAnomalyEvent> events() {
        return LoginAnomalyEvent.class;
    }

    @Override
    public List<String> tables() {
        return List.of("login_anomaly");
    }

    @Override
    public void apply(List<RecordedEvent<LoginAnomalyEvent>> events, Connection connection) throws SQLException {
        var statements = new Statements();
        for (var recorded : events) {
            switch (recorded.event()) {
                case LoginAnomalyDetected e ->
                    statements.add(
                            DETECTED,
                            e.anomalyId(),
                            recorded.tenant(),
                            e.hour(),
                            e.direction(),
                            e.subject(),
                            personal.protect(recorded.tenant(), e.pseudonym()),
                            e.attempts(),
                            e.usual(),
                            e.weeks(),
                            e.at());
                case LoginAnomalyInvestigated e ->
                    statements.add(
                            INVESTIGATED,
                            personal.protect(recorded.tenant(), e.conclusion()),
                            e.securityIncidentId(),
                            e.by(),
                            e.at(),
                            e.anomalyId());
            }
        }
        statements.run(connection);
    }
}

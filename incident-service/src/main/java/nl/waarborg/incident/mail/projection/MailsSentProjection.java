package nl.waarborg.incident.mail.projection;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import nl.waarborg.eventsourcing.Projection;
import nl.waarborg.eventsourcing.RecordedEvent;
import nl.waarborg.eventsourcing.projection.Statements;
import nl.waarborg.incident.mail.domain.IncidentMailEvent;
import nl.waarborg.incident.mail.domain.IncidentMailEvent.StaffWarned;
import nl.waarborg.incident.mail.domain.IncidentMailEvent.SubmitterNotificationFailed;
import nl.waarborg.incident.mail.domain.IncidentMailEvent.SubmitterNotified;
import nl.waarborg.incident.mail.domain.MailCause;

/** What became of the mails; rebuilt together with {@link MailsDueProjection}. */
public final class MailsSentProjection implements Projection<IncidentMailEvent> {

    private static final String SENT = "update %s set state = 'SENT', sent_at = ?, recipients = ? where event_id = ?";
    private static final String FAILED =
            "update %s set state = 'FAILED', failed_at = ?, failure = ? where event_id = ? and state <> 'SENT'";

    private static final String WARNED = "update staff_warning set sent_at = ? where event_id = ?";

    @Override
    public String name() {
        return "incident-mails-due";
    }

    @Override
    public Class<IncidentMailEvent> events() {
        return IncidentMailEvent.class;
    }

    @Override
    public List<String> tables() {
        return List.of("incident_mail", "staff_warning", "told_of_matter");
    }

    @Override
    public void apply(List<RecordedEvent<IncidentMailEvent>> events, Connection connection) throws SQLException {
        var statements = new Statements();
        for (var recorded : events) {
            switch (recorded.event()) {
                case SubmitterNotified e ->
                    statements.add(SENT.formatted(table(e.cause())), e.sentAt(), e.recipients(), e.aboutEvent());
                case StaffWarned e -> statements.add(WARNED, e.sentAt(), e.aboutEvent());
                case SubmitterNotificationFailed e ->
                    statements.add(FAILED.formatted(table(e.cause())), e.at(), e.reason(), e.aboutEvent());
            }
        }
        statements.run(connection);
    }

    private static String table(MailCause cause) {
        return switch (cause) {
            case MIGRATION_PLANNED, MIGRATION_MOVED, MIGRATION_DATE_FINAL -> "migration_mail";
            case RECEIVED,
                    REACTION,
                    STATUS_CHANGED,
                    PRIORITY_CHANGED,
                    WORKAROUND,
                    HANDLED,
                    LAPSED,
                    REOPENED,
                    OUTAGE_KNOWN,
                    OUTAGE_OVER,
                    OUTAGE_NOT_OVER -> "incident_mail";
        };
    }
}

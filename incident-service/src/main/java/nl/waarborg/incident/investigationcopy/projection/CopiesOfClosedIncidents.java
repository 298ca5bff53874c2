package nl.waarborg.incident.investigationcopy.projection;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import nl.waarborg.eventsourcing.Deadline;
import nl.waarborg.eventsourcing.Deadlines;
import nl.waarborg.eventsourcing.Projection;
import nl.waarborg.eventsourcing.RecordedEvent;
import nl.waarborg.eventsourcing.projection.Rows;
import nl.waarborg.incident.incident.domain.IncidentEvent;
import nl.waarborg.incident.incident.domain.IncidentEvent.IncidentHandled;
import nl.waarborg.incident.incident.domain.IncidentEvent.IncidentLapsed;
import nl.waarborg.incident.incident.domain.IncidentEvent.IncidentReopened;
import nl.waarborg.incident.investigationcopy.storage.InvestigationCopyEventTypes;

/** An incident that is closed, or reopened, concerns its copies at once (INC-050). Keeps deadlines only. */
public final class CopiesOfClosedIncidents implements Projection<IncidentEvent> {

    public static final String INCIDENT_CLOSED = "copy-incident-closed";
    public static final String INCIDENT_REOPENED = "copy-incident-reopened";

    private static final String COPIES =
            "select copy_id from investigation_copy where incident_id = ? and state <> 'DELETED'";

    @Override
    public String name() {
        return "copies-of-closed-incidents";
    }

    @Override
    public Class<IncidentEvent> events() {
        return IncidentEvent.class;
    }

    @Override
    public List<String> tables() {
        return List.of();
    }

    @Override
    public void apply(List<RecordedEvent<IncidentEvent>> events, Connection connection) throws SQLException {
        for (var recorded : events) {
            if (recorded.event() instanceof IncidentHandled e) {
                set(connection, recorded, INCIDENT_CLOSED, "HANDLED", e.at());
            } else if (recorded.event() instanceof IncidentLapsed e) {
                set(connection, recorded, INCIDENT_CLOSED, "LAPSED", e.at());
            } else if (recorded.event() instanceof IncidentReopened e) {
                set(connection, recorded, INCIDENT_REOPENED, "", e.at());
            }
        }
    }

    private static void set(
            Connection connection, RecordedEvent<IncidentEvent> recorded, String kind, String key, Instant due)
            throws SQLException {
        var copies = Rows.list(
                connection,
                COPIES,
                row -> row.uuid("copy_id"),
                recorded.stream().id());
        if (!copies.isEmpty()) {
            Deadlines.set(
                    connection,
                    copies.stream()
                            .map(copy -> new Deadline(
                                    kind, InvestigationCopyEventTypes.stream(copy), key, recorded.tenant(), due))
                            .toList());
        }
    }
}

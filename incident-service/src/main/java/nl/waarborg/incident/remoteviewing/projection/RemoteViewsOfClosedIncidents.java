package nl.waarborg.incident.remoteviewing.projection;

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
import nl.waarborg.incident.remoteviewing.storage.RemoteViewEventTypes;

/** Nobody looks on when the incident is closed (INC-048). Keeps deadlines only. */
public final class RemoteViewsOfClosedIncidents implements Projection<IncidentEvent> {

    /** The deadline at which a session ends by itself; its key tells the reasons apart. */
    public static final String END = "end-remote-view";

    private static final String LIVE = "select session_id from remote_view where incident_id = ? and state <> 'ENDED'";

    @Override
    public String name() {
        return "remote-views-of-closed-incidents";
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
                end(connection, recorded, e.at());
            } else if (recorded.event() instanceof IncidentLapsed e) {
                end(connection, recorded, e.at());
            }
        }
    }

    private static void end(Connection connection, RecordedEvent<IncidentEvent> recorded, Instant at)
            throws SQLException {
        var sessions = Rows.list(
                connection,
                LIVE,
                row -> new Deadline(
                        END,
                        RemoteViewEventTypes.stream(row.uuid("session_id")),
                        "incident-closed",
                        recorded.tenant(),
                        at),
                recorded.stream().id());
        if (!sessions.isEmpty()) {
            Deadlines.set(connection, sessions);
        }
    }
}

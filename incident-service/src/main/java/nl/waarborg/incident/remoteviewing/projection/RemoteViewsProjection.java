package nl.waarborg.incident.remoteviewing.projection;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import nl.waarborg.eventsourcing.Deadline;
import nl.waarborg.eventsourcing.Deadlines;
import nl.waarborg.eventsourcing.Projection;
import nl.waarborg.eventsourcing.RecordedEvent;
import nl.waarborg.eventsourcing.projection.Statements;
import nl.waarborg.incident.remoteviewing.domain.RemoteViewEvent;
import nl.waarborg.incident.remoteviewing.domain.RemoteViewEvent.RemoteControlConsented;
import nl.waarborg.incident.remoteviewing.domain.RemoteViewEvent.RemoteViewCodeIssued;
import nl.waarborg.incident.remoteviewing.domain.RemoteViewEvent.RemoteViewCodeRefused;
import nl.waarborg.incident.remoteviewing.domain.RemoteViewEvent.RemoteViewEnded;
import nl.waarborg.incident.remoteviewing.domain.RemoteViewEvent.RemoteViewStarted;

/** Sessions as they stand. The hash of a code stays in the event. */
public final class RemoteViewsProjection implements Projection<RemoteViewEvent> {

    private static final String ISSUED =
            """
            insert into remote_view (session_id, tenant_id, incident_id, agent_id, state, issued_at, expires_at, version)
            values (?, ?, ?, ?, 'CODE_ISSUED', ?, ?, ?)""";
    private static final String REFUSED =
            "update remote_view set refused = refused + 1, version = ? where session_id = ?";
    private static final String STARTED =
            """
            update remote_view set state = 'VIEWING', started_at = ?, person_id = ?, version = ? where session_id = ?""";
    private static final String CONSENTED =
            """
            update remote_view set state = 'CONTROL_CONSENTED', consented_at = ?, version = ? where session_id = ?""";
    private static final String ENDED =
            "update remote_view set state = 'ENDED', ended_at = ?, version = ? where session_id = ?";

    private final Duration longest;

    /** @param longest after its start a session ends by itself */
    public RemoteViewsProjection(Duration longest) {
        this.longest = longest;
    }

    @Override
    public String name() {
        return "remote-views";
    }

    @Override
    public Class<RemoteViewEvent> events() {
        return RemoteViewEvent.class;
    }

    @Override
    public List<String> tables() {
        return List.of("remote_view");
    }

    @Override
    public void apply(List<RecordedEvent<RemoteViewEvent>> events, Connection connection) throws SQLException {
        var statements = new Statements();
        var ends = new ArrayList<Deadline>();
        for (var recorded : events) {
            var version = recorded.version();
            switch (recorded.event()) {
                case RemoteViewCodeIssued e ->
                    statements.add(
                            ISSUED,
                            e.sessionId(),
                            recorded.tenant(),
                            e.incidentId(),
                            e.agentId(),
                            e.at(),
                            e.expiresAt(),
                            version);
                case RemoteViewCodeRefused e -> statements.add(REFUSED, version, e.sessionId());
                case RemoteViewStarted e -> {
                    statements.add(STARTED, e.at(), e.personId(), version, e.sessionId());
                    ends.add(new Deadline(
                            RemoteViewsOfClosedIncidents.END,
                            recorded.stream(),
                            "longest",
                            recorded.tenant(),
                            e.at().plus(longest)));
                }
                case RemoteControlConsented e -> statements.add(CONSENTED, e.at(), version, e.sessionId());
                case RemoteViewEnded e -> statements.add(ENDED, e.at(), version, e.sessionId());
            }
        }
        statements.run(connection);
        if (!ends.isEmpty()) {
            Deadlines.set(connection, ends);
        }
    }
}

package nl.waarborg.incident.systemuser.projection;

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
import nl.waarborg.incident.incident.domain.IncidentEvent.IncidentAssigned;
import nl.waarborg.incident.incident.domain.IncidentEvent.IncidentHandled;
import nl.waarborg.incident.incident.domain.IncidentEvent.IncidentLapsed;
import nl.waarborg.incident.systemuser.domain.AccessCause;
import nl.waarborg.incident.systemuser.domain.BlockReason;
import nl.waarborg.incident.systemuser.storage.SystemUserEventTypes;

/** An assigned incident is a cause for Support+ (INC-055), a closed one ends all access for it (INC-054). Keeps deadlines only. */
public final class AccessOfIncidentsProjection implements Projection<IncidentEvent> {

    public static final String GRANT = "grant-by-support-plus";
    public static final String BLOCK = "block-system-user-access";

    private static final String LIVE =
            """
            select access_id from system_user_access where cause_id = ? and state in ('REQUESTED', 'GRANTED')""";

    @Override
    public String name() {
        return "access-of-incidents";
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
            if (recorded.event() instanceof IncidentAssigned e && e.agent() != null) {
                var cause = new AccessCause(
                        AccessCause.Type.INCIDENT, recorded.stream().id());
                Deadlines.set(
                        connection,
                        List.of(new Deadline(
                                GRANT,
                                SystemUserEventTypes.access(recorded.tenant(), cause, e.agent()),
                                recorded.stream().id() + "/" + e.agent(),
                                recorded.tenant(),
                                e.at())));
            } else if (recorded.event() instanceof IncidentHandled e) {
                block(connection, recorded, BlockReason.INCIDENT_HANDLED, e.at());
            } else if (recorded.event() instanceof IncidentLapsed e) {
                block(connection, recorded, BlockReason.INCIDENT_LAPSED, e.at());
            }
        }
    }

    private static void block(
            Connection connection, RecordedEvent<IncidentEvent> recorded, BlockReason reason, Instant at)
            throws SQLException {
        var accesses = Rows.list(
                connection,
                LIVE,
                row -> row.uuid("access_id"),
                recorded.stream().id());
        if (!accesses.isEmpty()) {
            Deadlines.set(
                    connection,
                    accesses.stream()
                            .map(access -> new Deadline(
                                    BLOCK, SystemUserEventTypes.access(access), reason.name(), recorded.tenant(), at))
                            .toList());
        }
    }
}

package nl.waarborg.incident.notice.projection;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import nl.waarborg.eventsourcing.Deadline;
import nl.waarborg.eventsourcing.Deadlines;
import nl.waarborg.eventsourcing.Projection;
import nl.waarborg.eventsourcing.RecordedEvent;
import nl.waarborg.incident.incident.domain.IncidentEvent;
import nl.waarborg.incident.incident.domain.IncidentEvent.IncidentLinked;

/** A new link is looked at once more: news about the other matter may have come while it was made. Keeps deadlines only. */
public final class LinkedNotices implements Projection<IncidentEvent> {

    @Override
    public String name() {
        return "linked-notices";
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
        var looks = new ArrayList<Deadline>();
        for (var recorded : events) {
            if (recorded.event() instanceof IncidentLinked e) {
                looks.add(NoticeRows.look(
                        e.related(), recorded.tenant(), recorded.stream().id(), recorded.occurredAt()));
            }
        }
        if (!looks.isEmpty()) {
            Deadlines.set(connection, looks);
        }
    }
}

package nl.waarborg.incident.problem.projection;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import nl.waarborg.eventsourcing.Deadlines;
import nl.waarborg.eventsourcing.Projection;
import nl.waarborg.eventsourcing.RecordedEvent;
import nl.waarborg.eventsourcing.StreamId;
import nl.waarborg.eventsourcing.projection.Rows;
import nl.waarborg.incident.incident.domain.IncidentEvent;
import nl.waarborg.incident.incident.domain.IncidentEvent.IncidentRaised;

/** The first incident of a vendor that is lived, not imported, begins the daily analysis (INC-046). */
public final class FirstAnalysisProjection implements Projection<IncidentEvent> {

    private static final String BEGUN =
            """
            insert into analysed_provider (provider, tenant_id)
            select provider, ? from tenant where tenant_id = ? on conflict do nothing returning provider""";

    private final AnalysisSchedule schedule;

    public FirstAnalysisProjection(AnalysisSchedule schedule) {
        this.schedule = schedule;
    }

    @Override
    public String name() {
        return "first-analysis";
    }

    @Override
    public Class<IncidentEvent> events() {
        return IncidentEvent.class;
    }

    @Override
    public List<String> tables() {
        return List.of("analysed_provider");
    }

    @Override
    public void apply(List<RecordedEvent<IncidentEvent>> events, Connection connection) throws SQLException {
        var first = new LinkedHashMap<UUID, RecordedEvent<IncidentEvent>>();
        for (var recorded : events) {
            if (recorded.event() instanceof IncidentRaised
                    && !recorded.metadata().historic()) {
                first.putIfAbsent(recorded.tenant(), recorded);
            }
        }
        for (var recorded : first.values()) {
            var begun = Rows.list(connection, BEGUN, row -> row.text("provider"), StreamId.PLATFORM, recorded.tenant());
            if (!begun.isEmpty()) {
                Deadlines.set(
                        connection, List.of(schedule.of(begun.getFirst(), schedule.dayOf(recorded.recordedAt()))));
            }
        }
    }
}

package nl.waarborg.benchmarks;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import nl.waarborg.eventsourcing.Projection;
import nl.waarborg.eventsourcing.RecordedEvent;

/** One projection of the kind that services have: a row an incident, written set-based. */
final class FiledIncidents implements Projection<FiledEvent> {

    static final String TABLE =
            """
            create table filed_incident (
                id uuid primary key, tenant_id uuid not null, channel text not null, priority int not null, filed_at timestamptz not null)
            """;
    private static final String INSERT =
            """
            insert into filed_incident (id, tenant_id, channel, priority, filed_at)
            select * from unnest(?::uuid[], ?::uuid[], ?::text[], ?::int[], ?::timestamptz[])
            """;

    @Override
    public String name() {
        return "filed-incidents";
    }

    @Override
    public Class<FiledEvent> events() {
        return FiledEvent.class;
    }

    @Override
    public List<String> tables() {
        return List.of("filed_incident");
    }

    @Override
    public void apply(List<RecordedEvent<FiledEvent>> events, Connection connection) throws SQLException {
        try (var insert = connection.prepareStatement(INSERT)) {
            var filed = events.stream()
                    .map(recorded -> (FiledEvent.IncidentFiled) recorded.event())
                    .toList();
            insert.setArray(1, connection.createArrayOf("uuid", each(events, e -> e.stream()
                    .id())));
            insert.setArray(2, connection.createArrayOf("uuid", each(events, RecordedEvent::tenant)));
            insert.setArray(3, connection.createArrayOf("text", each(filed, FiledEvent.IncidentFiled::channel)));
            insert.setArray(4, connection.createArrayOf("int4", each(filed, FiledEvent.IncidentFiled::priority)));
            insert.setArray(5, connection.createArrayOf("timestamptz", each(events, e -> e.occurredAt()
                    .toString())));
            insert.executeUpdate();
        }
    }

    private static <T> Object[] each(List<T> items, java.util.function.Function<T, Object> component) {
        return items.stream().map(component).toArray();
    }
}

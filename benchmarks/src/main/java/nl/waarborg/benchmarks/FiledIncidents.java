package nl.waarborg.benchmarks;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import nl.waarborg.benchmarks.FiledEvent.IncidentFiled;
import nl.waarborg.eventsourcing.Columns;
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
        Columns.of(events)
                .uuid(filed -> filed.stream().id())
                .uuid(RecordedEvent::tenant)
                .text(filed -> of(filed).channel())
                .integer(filed -> of(filed).priority())
                .instant(RecordedEvent::occurredAt)
                .execute(connection, INSERT);
    }

    private static IncidentFiled of(RecordedEvent<FiledEvent> recorded) {
        return switch (recorded.event()) {
            case IncidentFiled filed -> filed;
        };
    }
}

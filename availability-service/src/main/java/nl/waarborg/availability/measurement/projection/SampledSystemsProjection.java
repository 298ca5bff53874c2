package nl.waarborg.availability.measurement.projection;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import nl.waarborg.availability.system.domain.MonitoredSystemEvent;
import nl.waarborg.availability.system.domain.MonitoredSystemEvent.MonitoredSystemRegistered;
import nl.waarborg.eventsourcing.Projection;
import nl.waarborg.eventsourcing.RecordedEvent;
import nl.waarborg.eventsourcing.projection.Statements;

/** What samples must know of the systems that they name. */
public final class SampledSystemsProjection implements Projection<MonitoredSystemEvent> {

    private static final String REGISTERED =
            """
            insert into sampled_system (tenant_id, provider, system_id, component, environment_kind)
            values (?, ?, ?, ?, ?)
            on conflict (provider, system_id) do update set
                component = excluded.component, environment_kind = excluded.environment_kind""";

    @Override
    public String name() {
        return "sampled-systems";
    }

    @Override
    public Class<MonitoredSystemEvent> events() {
        return MonitoredSystemEvent.class;
    }

    @Override
    public List<String> tables() {
        return List.of("sampled_system");
    }

    @Override
    public void apply(List<RecordedEvent<MonitoredSystemEvent>> events, Connection connection) throws SQLException {
        var statements = new Statements();
        for (var recorded : events) {
            switch (recorded.event()) {
                case MonitoredSystemRegistered e ->
                    statements.add(
                            REGISTERED,
                            recorded.tenant(),
                            e.provider(),
                            e.systemId(),
                            e.component(),
                            e.environmentKind());
            }
        }
        statements.run(connection);
    }
}

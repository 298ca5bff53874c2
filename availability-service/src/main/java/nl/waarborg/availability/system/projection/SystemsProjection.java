package nl.waarborg.availability.system.projection;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import nl.waarborg.availability.system.domain.MonitoredSystemEvent;
import nl.waarborg.availability.system.domain.MonitoredSystemEvent.MonitoredSystemRegistered;
import nl.waarborg.eventsourcing.Projection;
import nl.waarborg.eventsourcing.RecordedEvent;
import nl.waarborg.eventsourcing.projection.Statements;

/** Systems that monitors and outages may name. */
public final class SystemsProjection implements Projection<MonitoredSystemEvent> {

    private static final String REGISTERED =
            """
            insert into monitored_system (
                provider, system_id, name, component, environment_kind, responsible_party, service_window, data_centre_id,
                registered_at, version)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (provider, system_id) do update set
                name = excluded.name, component = excluded.component, environment_kind = excluded.environment_kind,
                responsible_party = excluded.responsible_party, service_window = excluded.service_window,
                data_centre_id = excluded.data_centre_id, version = excluded.version""";

    @Override
    public String name() {
        return "monitored-systems";
    }

    @Override
    public Class<MonitoredSystemEvent> events() {
        return MonitoredSystemEvent.class;
    }

    @Override
    public List<String> tables() {
        return List.of("monitored_system");
    }

    @Override
    public void apply(List<RecordedEvent<MonitoredSystemEvent>> events, Connection connection) throws SQLException {
        var statements = new Statements();
        for (var recorded : events) {
            switch (recorded.event()) {
                case MonitoredSystemRegistered e ->
                    statements.add(
                            REGISTERED,
                            e.provider(),
                            e.systemId(),
                            e.name(),
                            e.component(),
                            e.environmentKind(),
                            e.responsibleParty(),
                            e.serviceWindow(),
                            e.dataCentreId(),
                            e.at(),
                            recorded.version());
            }
        }
        statements.run(connection);
    }
}

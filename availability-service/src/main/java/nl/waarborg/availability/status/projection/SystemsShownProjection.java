package nl.waarborg.availability.status.projection;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import nl.waarborg.availability.system.domain.EnvironmentKind;
import nl.waarborg.availability.system.domain.MonitoredSystemEvent;
import nl.waarborg.availability.system.domain.MonitoredSystemEvent.MonitoredSystemRegistered;
import nl.waarborg.eventsourcing.Projection;
import nl.waarborg.eventsourcing.RecordedEvent;

/** Which components a platform shows: those with a registered system of production. */
public final class SystemsShownProjection implements Projection<MonitoredSystemEvent> {

    private static final String REGISTERED =
            """
            insert into status_system (provider, system_id, component, production) values (?, ?, ?, ?)
            on conflict (provider, system_id) do update
            set component = excluded.component, production = excluded.production""";

    @Override
    public String name() {
        return NoticeStatements.PROJECTION;
    }

    @Override
    public Class<MonitoredSystemEvent> events() {
        return MonitoredSystemEvent.class;
    }

    @Override
    public List<String> tables() {
        return NoticeStatements.TABLES;
    }

    @Override
    public void apply(List<RecordedEvent<MonitoredSystemEvent>> events, Connection connection) throws SQLException {
        var notices = new NoticeStatements();
        for (var recorded : events) {
            switch (recorded.event()) {
                case MonitoredSystemRegistered e -> {
                    notices.change(
                            REGISTERED,
                            e.provider(),
                            e.systemId(),
                            e.component(),
                            e.environmentKind() == EnvironmentKind.PRODUCTION);
                    notices.platformChanged(e.provider());
                }
            }
        }
        notices.run(connection);
    }
}

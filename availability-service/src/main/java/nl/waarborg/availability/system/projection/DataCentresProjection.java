package nl.waarborg.availability.system.projection;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import nl.waarborg.availability.system.domain.DataCentreEvent;
import nl.waarborg.availability.system.domain.DataCentreEvent.DataCentreRegistered;
import nl.waarborg.eventsourcing.Projection;
import nl.waarborg.eventsourcing.RecordedEvent;
import nl.waarborg.eventsourcing.projection.Statements;

/** Data centres with the availability of their network (AVL-011). */
public final class DataCentresProjection implements Projection<DataCentreEvent> {

    private static final String REGISTERED =
            """
            insert into data_centre (
                provider, data_centre_id, name, location, country, network_availability, registered_at, version)
            values (?, ?, ?, ?, ?, ?, ?, ?) on conflict (provider, data_centre_id) do update set
                name = excluded.name, location = excluded.location, country = excluded.country,
                network_availability = excluded.network_availability, version = excluded.version""";

    @Override
    public String name() {
        return "data-centres";
    }

    @Override
    public Class<DataCentreEvent> events() {
        return DataCentreEvent.class;
    }

    @Override
    public List<String> tables() {
        return List.of("data_centre");
    }

    @Override
    public void apply(List<RecordedEvent<DataCentreEvent>> events, Connection connection) throws SQLException {
        var statements = new Statements();
        for (var recorded : events) {
            switch (recorded.event()) {
                case DataCentreRegistered e ->
                    statements.add(
                            REGISTERED,
                            e.provider(),
                            e.dataCentreId(),
                            e.name(),
                            e.location(),
                            e.country(),
                            e.networkAvailability(),
                            e.at(),
                            recorded.version());
            }
        }
        statements.run(connection);
    }
}

package nl.waarborg.processoragreement.subprocessor.projection;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import nl.waarborg.eventsourcing.Projection;
import nl.waarborg.eventsourcing.RecordedEvent;
import nl.waarborg.eventsourcing.projection.Statements;
import nl.waarborg.processoragreement.subprocessor.domain.SystemEvent;
import nl.waarborg.processoragreement.subprocessor.domain.SystemEvent.ProcessingSystemRegistered;

/** The systems with which a vendor works, each as it was described last. */
public final class SystemsProjection implements Projection<SystemEvent> {

    private static final String REGISTERED =
            """
            insert into processing_system (system_id, provider, name, purpose, supplier, certificate, storage_region,
                registered_at)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (system_id) do update set purpose = excluded.purpose, supplier = excluded.supplier,
                certificate = excluded.certificate, storage_region = excluded.storage_region,
                registered_at = excluded.registered_at""";

    @Override
    public String name() {
        return "processing-systems";
    }

    @Override
    public Class<SystemEvent> events() {
        return SystemEvent.class;
    }

    @Override
    public List<String> tables() {
        return List.of("processing_system");
    }

    @Override
    public void apply(List<RecordedEvent<SystemEvent>> events, Connection connection) throws SQLException {
        var statements = new Statements();
        for (var recorded : events) {
            switch (recorded.event()) {
                case ProcessingSystemRegistered e ->
                    statements.add(
                            REGISTERED,
                            recorded.stream().id(),
                            e.provider(),
                            e.name(),
                            e.purpose(),
                            e.supplier(),
                            e.certificate(),
                            e.storageRegion(),
                            e.at());
            }
        }
        statements.run(connection);
    }
}

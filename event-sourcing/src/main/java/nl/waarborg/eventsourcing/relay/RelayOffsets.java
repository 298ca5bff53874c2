package nl.waarborg.eventsourcing.relay;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.runtime.WorkerConfig;
import org.apache.kafka.connect.storage.MemoryOffsetBackingStore;
import org.jspecify.annotations.Nullable;

/** The engine's offsets in the service's own database; instantiated by the engine, by name. */
public final class RelayOffsets extends MemoryOffsetBackingStore {

    static final String URL = "offset.storage.postgres.url";
    static final String USER = "offset.storage.postgres.user";
    static final String PASSWORD = "offset.storage.postgres.password";

    private static final String SELECT = "select key, value from relay_offset";
    private static final String UPSERT =
            "insert into relay_offset (key, value) values (?, ?) on conflict (key) do update set value = excluded.value";

    private @Nullable Map<String, String> settings;

    @Override
    public void configure(WorkerConfig config) {
        super.configure(config);
        settings = config.originalsStrings();
    }

    @Override
    public void start() {
        super.start();
        try (var connection = connect();
                var rows = connection.createStatement().executeQuery(SELECT)) {
            while (rows.next()) {
                data.put(ByteBuffer.wrap(rows.getBytes(1)), ByteBuffer.wrap(rows.getBytes(2)));
            }
        } catch (SQLException e) {
            throw new ConnectException("the relay's offsets cannot be read", e);
        }
    }

    @Override
    protected void save() {
        try (var connection = connect();
                var upsert = connection.prepareStatement(UPSERT)) {
            for (var offset : data.entrySet()) {
                upsert.setBytes(1, bytes(offset.getKey()));
                upsert.setBytes(2, bytes(offset.getValue()));
                upsert.addBatch();
            }
            upsert.executeBatch();
        } catch (SQLException e) {
            throw new ConnectException("the relay's offsets cannot be written", e);
        }
    }

    @Override
    public Set<Map<String, Object>> connectorPartitions(String connectorName) {
        return Set.of();
    }

    private Connection connect() throws SQLException {
        if (settings == null) {
            throw new IllegalStateException("not configured");
        }
        return DriverManager.getConnection(settings.get(URL), settings.get(USER), settings.get(PASSWORD));
    }

    private static byte[] bytes(ByteBuffer buffer) {
        var bytes = new byte[buffer.remaining()];
        buffer.duplicate().get(bytes);
        return bytes;
    }
}

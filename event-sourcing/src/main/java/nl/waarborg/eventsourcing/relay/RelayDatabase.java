package nl.waarborg.eventsourcing.relay;

import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nl.waarborg.eventsourcing.StoredEvent;
import org.jspecify.annotations.Nullable;

/** What the relay keeps in PostgreSQL, and asks of it, on connections of its own as the writer role. */
public final class RelayDatabase {

    private static final String LOCK = "select pg_try_advisory_lock(hashtextextended('waarborg relay', 0))";

    private static final String SLOT =
            """
            select wal_status is distinct from 'lost' and invalidation_reason is null
            from pg_replication_slots where slot_name = ?""";

    private static final String PROGRESS =
            "select topic_id, acknowledged, refill_from from relay_progress where topic = ?";

    private static final String SAVE_REFILL =
            """
            insert into relay_progress (topic, topic_id, refill_from) values (?, ?, coalesce(?::timestamptz, '-infinity'))
            on conflict (topic) do update set topic_id = excluded.topic_id, refill_from = excluded.refill_from""";

    private static final String REFILLED = "update relay_progress set refill_from = null where topic = ?";

    private static final String ACKNOWLEDGED = "update relay_progress set acknowledged = ? where topic = ?";

    private static final String EVENTS = "select " + StoredEvent.COLUMNS
            + " from event where recorded_at >= coalesce(?::timestamptz, '-infinity') order by position";

    private final String url;
    private final String user;
    private final String password;

    public RelayDatabase(String url, String user, String password) {
        this.url = url;
        this.user = user;
        this.password = password;
    }

    /**
     * @param acknowledged when the last event that the broker has was recorded; null: none yet
     * @param refill whether everything from {@code refillFrom} on must be sent again; from the beginning if that is null
     */
    record Progress(String topicId, @Nullable Instant acknowledged, boolean refill, @Nullable Instant refillFrom) {}

    /** The right to send, as long as its connection lives. */
    record Lease(Connection connection) implements AutoCloseable {

        boolean held() {
            try {
                return connection.isValid(3);
            } catch (SQLException e) {
                return false;
            }
        }

        @Override
        public void close() throws SQLException {
            connection.close();
        }
    }

    String url() {
        return url;
    }

    String user() {
        return user;
    }

    String password() {
        return password;
    }

    /** Host, port and path of the JDBC address. */
    URI address() {
        return URI.create(url.substring("jdbc:".length()));
    }

    String name() {
        return address().getPath().substring(1);
    }

    /** Slots are known by name in the whole cluster. */
    String slot() {
        return "relay_" + name().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9_]", "_");
    }

    /** Empty if another replica holds it. */
    Optional<Lease> tryLease() throws SQLException {
        var connection = connect();
        try (var rows = connection.createStatement().executeQuery(LOCK)) {
            rows.next();
            if (rows.getBoolean(1)) {
                connection.setNetworkTimeout(Runnable::run, 10_000);
                return Optional.of(new Lease(connection));
            }
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
        connection.close();
        return Optional.empty();
    }

    /** Whether the slot is there and still has all of the log that it should. */
    boolean slotIsWhole() throws SQLException {
        return query(SLOT, slot(), rows -> rows.next() && rows.getBoolean(1));
    }

    /** A new slot, from now on; the engine's offsets belong to the old one. */
    void recreateSlot() throws SQLException {
        try (var connection = connect();
                var sql = connection.createStatement()) {
            sql.execute("select pg_drop_replication_slot(slot_name) from pg_replication_slots where slot_name = '"
                    + slot() + "'");
            sql.execute("delete from relay_offset");
            sql.execute("select pg_create_logical_replication_slot('" + slot() + "', 'pgoutput')");
        }
    }

    Optional<Progress> progress(String topic) throws SQLException {
        return query(
                PROGRESS,
                topic,
                rows -> rows.next()
                        ? Optional.of(new Progress(
                                rows.getString(1),
                                instant(rows.getTimestamp(2)),
                                rows.getTimestamp(3) != null,
                                instant(rows.getTimestamp(3))))
                        : Optional.empty());
    }

    /** Remembers, before anything is lost, that a refill is due. */
    void beginRefill(String topic, String topicId, @Nullable Instant from) throws SQLException {
        update(SAVE_REFILL, topic, topicId, offset(from));
    }

    void refilled(String topic) throws SQLException {
        update(REFILLED, topic);
    }

    void acknowledged(String topic, Instant recordedAt) throws SQLException {
        update(ACKNOWLEDGED, offset(recordedAt), topic);
    }

    /** Hands over all events recorded since, in chunks, from one snapshot: an order of commits that no later commit disturbs. */
    void events(@Nullable Instant since, Chunks chunks) throws SQLException, InterruptedException {
        try (var connection = connect();
                var sql = connection.createStatement()) {
            sql.execute("set transaction_timeout = 0");
            connection.setAutoCommit(false);
            connection.setReadOnly(true);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            try (var select = connection.prepareStatement(EVENTS)) {
                select.setFetchSize(2_000);
                select.setObject(1, offset(since));
                try (var rows = select.executeQuery()) {
                    var chunk = new ArrayList<StoredEvent>();
                    while (rows.next()) {
                        chunk.add(StoredEvent.from(rows));
                        if (chunk.size() == 2_000) {
                            chunks.take(chunk);
                            chunk = new ArrayList<>();
                        }
                    }
                    chunks.take(chunk);
                }
            }
            connection.commit();
        }
    }

    interface Chunks {
        void take(List<StoredEvent> chunk) throws InterruptedException;
    }

    private interface Reader<R> {
        R read(java.sql.ResultSet rows) throws SQLException;
    }

    private <R> R query(String sql, String parameter, Reader<R> reader) throws SQLException {
        try (var connection = connect();
                var select = connection.prepareStatement(sql)) {
            select.setString(1, parameter);
            try (var rows = select.executeQuery()) {
                return reader.read(rows);
            }
        }
    }

    private void update(String sql, @Nullable Object... parameters) throws SQLException {
        try (var connection = connect();
                var update = connection.prepareStatement(sql)) {
            for (var i = 0; i < parameters.length; i++) {
                update.setObject(i + 1, parameters[i]);
            }
            update.executeUpdate();
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(url, user, password);
    }

    private static @Nullable OffsetDateTime offset(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    /** Null for {@code -infinity} too: from the beginning. */
    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null || at.getTime() < 0 ? null : at.toInstant();
    }
}

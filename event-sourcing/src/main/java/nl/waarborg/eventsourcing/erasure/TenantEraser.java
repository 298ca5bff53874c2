package nl.waarborg.eventsourcing.erasure;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import javax.sql.DataSource;
import nl.waarborg.eventsourcing.EventStore;
import nl.waarborg.eventsourcing.EventStoreException;
import nl.waarborg.eventsourcing.StoredEvent;
import nl.waarborg.eventsourcing.TenantKeys;
import nl.waarborg.eventsourcing.erasure.domain.ReadBack;
import nl.waarborg.eventsourcing.projection.Rows;
import nl.waarborg.eventsourcing.settings.Topics;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Destroys a tenant's key in this service, once nothing personal of the tenant stands anywhere in plain text, and looks whether what the key
 * protected can really no longer be read. Repeating it changes nothing.
 */
public final class TenantEraser {

    private static final Logger LOG = Logger.getLogger(TenantEraser.class);

    private static final String EVENTS = "select " + StoredEvent.COLUMNS + " from event where tenant_id = ?";

    private static final String TABLES =
            """
            select c.relname as name, c.relpersistence = 'u' as unlogged
            from pg_class c join pg_attribute a on a.attrelid = c.oid
            where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
            and a.attname = 'tenant_id' and not a.attisdropped order by 1""";

    private static final int FETCH = 1_000;
    private static final Duration POLL = Duration.ofMillis(500);

    private final DataSource writer;
    private final EventStore store;
    private final TenantKeys keys;
    private final Map<String, Object> kafka;
    private final Topics topics;

    /** @param kafka settings of the connection, {@code bootstrap.servers} at least */
    public TenantEraser(
            DataSource writer, EventStore store, TenantKeys keys, Map<String, Object> kafka, Topics topics) {
        this.writer = writer;
        this.store = store;
        this.keys = keys;
        this.kafka = Map.copyOf(kafka);
        this.topics = topics;
    }

    /** @param unlogged in no backup and no write-ahead log: what may hold plain text, and is emptied */
    private record Table(String name, boolean unlogged) {}

    /** What was seen on the way. */
    private static final class Seen {
        private long events;
        private long protectedValues;
        private long rows;
        private long published;
        private long posted;
        private long readable;
    }

    /** Takes as long as it takes to read everything once or twice; the key is destroyed only if the answer is clean. */
    public ReadBack erase(UUID tenant) {
        var seen = new Seen();
        var known = new PersonalValues();
        var tables = tables();
        events(tenant, event -> store.personalValues(event).forEach(value -> value.ifPresent(known::add)));
        tables.stream().filter(table -> !table.unlogged()).forEach(table -> search(tenant, table, known, seen));
        read(topics.events(), tenant, (partition, record) -> {
            seen.published++;
            if (known.standIn(text(record))) {
                found(
                        seen,
                        "%s, partition %d, offset %d"
                                .formatted(partition.topic(), partition.partition(), record.offset()));
            }
        });
        read(topics.inbound(), tenant, (partition, record) -> seen.posted++);
        if (seen.posted == 0 && seen.readable == 0) {
            keys.destroy(tenant);
            tables.stream().filter(Table::unlogged).forEach(table -> empty(tenant, table));
        }
        events(tenant, event -> {
            seen.events++;
            store.personalValues(event).forEach(value -> {
                seen.protectedValues++;
                if (value.isPresent() && keys.toReveal(tenant).isEmpty()) {
                    found(seen, "event " + event.id());
                }
            });
        });
        return new ReadBack(
                seen.events,
                seen.protectedValues,
                tables.size(),
                seen.rows,
                seen.published,
                known.size(),
                seen.posted,
                seen.readable);
    }

    private static void found(Seen seen, String place) {
        seen.readable++;
        LOG.errorf("Personal data can be read in %s", place);
    }

    private List<Table> tables() {
        return withConnection(
                connection -> Rows.list(connection, TABLES, row -> new Table(row.text("name"), row.flag("unlogged"))));
    }

    private interface EventReader {
        void read(StoredEvent event);
    }

    private void events(UUID tenant, EventReader reader) {
        stream(EVENTS, tenant, row -> reader.read(StoredEvent.from(row)));
    }

    private void search(UUID tenant, Table table, PersonalValues known, Seen seen) {
        stream("select t::text from %s t where tenant_id = ?".formatted(table.name()), tenant, row -> {
            seen.rows++;
            if (known.standIn(row.getString(1))) {
                found(seen, "table " + table.name());
            }
        });
    }

    private void empty(UUID tenant, Table table) {
        withConnection(connection -> {
            try (var delete =
                    connection.prepareStatement("delete from %s where tenant_id = ?".formatted(table.name()))) {
                delete.setObject(1, tenant);
                return delete.executeUpdate();
            }
        });
    }

    private interface RowReader {
        void read(java.sql.ResultSet row) throws SQLException;
    }

    /** Row by row, however many there are, in a transaction that only reads and may take long. */
    private void stream(String sql, UUID tenant, RowReader reader) {
        withConnection(connection -> {
            connection.setAutoCommit(false);
            try (var settings = connection.createStatement();
                    var select = connection.prepareStatement(sql)) {
                settings.execute("set local transaction_timeout = 0");
                select.setFetchSize(FETCH);
                select.setObject(1, tenant);
                try (var rows = select.executeQuery()) {
                    while (rows.next()) {
                        reader.read(rows);
                    }
                }
                return true;
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        });
    }

    /** Every record of the tenant in the topic as it is now; none if there is no such topic. */
    private void read(
            String topic, UUID tenant, BiConsumer<TopicPartition, ConsumerRecord<String, byte @Nullable []>> reader) {
        var settings = new HashMap<>(kafka);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        try (var consumer = new KafkaConsumer<String, byte @Nullable []>(
                settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            var partitions = Optional.ofNullable(consumer.partitionsFor(topic)).orElse(List.of()).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            var ends = consumer.endOffsets(partitions).entrySet();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            while (ends.stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                for (var record : consumer.poll(POLL)) {
                    if (isOf(tenant, record)) {
                        reader.accept(new TopicPartition(record.topic(), record.partition()), record);
                    }
                }
            }
        }
    }

    private static boolean isOf(UUID tenant, ConsumerRecord<String, byte @Nullable []> record) {
        var header = record.headers().lastHeader("ce_tenantid");
        // An event in structured form names its tenant in its body.
        return header == null
                ? text(record).contains(tenant.toString())
                : new String(header.value(), StandardCharsets.UTF_8).equals(tenant.toString());
    }

    private static String text(ConsumerRecord<String, byte @Nullable []> record) {
        var value = record.value();
        return value == null ? "" : new String(value, StandardCharsets.UTF_8);
    }

    private interface Work<R> {
        R run(Connection connection) throws SQLException;
    }

    private <R> R withConnection(Work<R> work) {
        try (var connection = writer.getConnection()) {
            connection.setAutoCommit(true);
            return work.run(connection);
        } catch (SQLException e) {
            throw new EventStoreException(e);
        }
    }
}

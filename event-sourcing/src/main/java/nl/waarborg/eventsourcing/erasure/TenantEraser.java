package nl.waarborg.eventsourcing.erasure;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
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
public class TenantEraser {

    private static final Logger LOG = Logger.getLogger(TenantEraser.class);

    private static final String EVENTS = "select " + StoredEvent.COLUMNS + " from event where tenant_id = ?";

    /** A table of what belongs to a platform as a whole names in one of these the customer whom a row is about. */
    private static final String TABLES =
            """
            select c.relname as name, c.relpersistence = 'u' as unlogged,
                string_agg(quote_ident(a.attname), ', ') as tenants
            from pg_class c join pg_attribute a on a.attrelid = c.oid
            where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
            and a.attname in ('tenant_id', 'of_tenant', 'tenant') and a.atttypid = 'uuid'::regtype
            and not a.attisdropped group by c.oid order by 1""";

    private static final String NAMES = "select name from tenant where tenant_id = ?";

    private static final String REFUSALS =
            """
            select h.rejection::text from handled_command h
            where h.rejection is not null and h.stream_id in (select stream_id from event where tenant_id = ?)""";

    private static final JsonMapper JSON = new JsonMapper();
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

    /**
     * @param unlogged in no backup and no write-ahead log: what may hold plain text, and is emptied
     * @param tenants columns that name a customer, with commas between them
     */
    private record Table(String name, boolean unlogged, String tenants) {}

    /** What was seen on the way. */
    private static final class Seen {
        private long events;
        private long protectedValues;
        private long rows;
        private long published;
        private long posted;
        private long readable;
    }

    /**
     * Takes as long as it takes to read everything once or twice. The key is destroyed only if nothing personal was found in plain text;
     * what was posted meanwhile is found afterwards, and then the answer is not clean either.
     */
    public ReadBack erase(UUID tenant) {
        var seen = new Seen();
        var known = new PersonalValues(names(tenant));
        var tables = tables();
        events(tenant, event -> store.personalValues(event).forEach(value -> value.ifPresent(known::add)));
        tables.stream().filter(table -> !table.unlogged()).forEach(table -> search(tenant, table, known, seen));
        search(REFUSALS, "handled_command", tenant, known, seen);
        read(topics.events(), tenant, (partition, record) -> {
            seen.published++;
            if (standsIn(text(record), known)) {
                found(
                        seen,
                        "%s, partition %d, offset %d"
                                .formatted(partition.topic(), partition.partition(), record.offset()));
            }
        });
        seen.posted = posted(tenant);
        if (seen.posted == 0 && seen.readable == 0) {
            keys.destroy(tenant);
            tables.stream().filter(Table::unlogged).forEach(table -> empty(tenant, table));
            seen.posted = posted(tenant);
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

    private List<String> names(UUID tenant) {
        return withConnection(connection -> Rows.list(connection, NAMES, row -> row.text("name"), tenant));
    }

    private List<Table> tables() {
        return withConnection(connection -> Rows.list(
                connection, TABLES, row -> new Table(row.text("name"), row.flag("unlogged"), row.text("tenants"))));
    }

    private interface EventReader {
        void read(StoredEvent event);
    }

    private void events(UUID tenant, EventReader reader) {
        stream(EVENTS, tenant, row -> reader.read(StoredEvent.from(row)));
    }

    private void search(UUID tenant, Table table, PersonalValues known, Seen seen) {
        search(
                "select to_jsonb(t)::text from %s t where ? in (%s)".formatted(table.name(), table.tenants()),
                table.name(),
                tenant,
                known,
                seen);
    }

    private void search(String sql, String table, UUID tenant, PersonalValues known, Seen seen) {
        stream(sql, tenant, row -> {
            seen.rows++;
            if (standsIn(row.getString(1), known)) {
                found(seen, "table " + table);
            }
        });
    }

    private void empty(UUID tenant, Table table) {
        withConnection(connection -> {
            try (var delete = connection.prepareStatement(
                    "delete from %s where ? in (%s)".formatted(table.name(), table.tenants()))) {
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

    private long posted(UUID tenant) {
        var posted = new AtomicLong();
        read(topics.inbound(), tenant, (partition, record) -> posted.incrementAndGet());
        return posted.get();
    }

    private static boolean isOf(UUID tenant, ConsumerRecord<String, byte @Nullable []> record) {
        var header = record.headers().lastHeader("ce_tenantid");
        // An event in structured form names its tenant in its body.
        return header == null
                ? text(record).contains(tenant.toString())
                : new String(header.value(), StandardCharsets.UTF_8).equals(tenant.toString());
    }

    private static boolean standsIn(String json, PersonalValues known) {
        try {
            return known.standIn(JSON.readTree(json));
        } catch (JsonProcessingException e) {
            return known.standIn(json);
        }
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

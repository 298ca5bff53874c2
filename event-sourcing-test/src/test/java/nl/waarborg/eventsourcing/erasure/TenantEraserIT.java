package nl.waarborg.eventsourcing.erasure;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agroal.api.AgroalDataSource;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.waarborg.eventsourcing.Actor;
import nl.waarborg.eventsourcing.CommandContext;
import nl.waarborg.eventsourcing.EventStore;
import nl.waarborg.eventsourcing.EventTypes;
import nl.waarborg.eventsourcing.StreamId;
import nl.waarborg.eventsourcing.TenantKeyFiles;
import nl.waarborg.eventsourcing.Tickets;
import nl.waarborg.eventsourcing.Tickets.Open;
import nl.waarborg.eventsourcing.Tickets.Opened;
import nl.waarborg.eventsourcing.Tickets.TicketDecider;
import nl.waarborg.eventsourcing.Tickets.TicketEvent;
import nl.waarborg.eventsourcing.erasure.domain.Erasure;
import nl.waarborg.eventsourcing.erasure.domain.ErasureCommand.BeginErasure;
import nl.waarborg.eventsourcing.erasure.domain.ErasureDecider;
import nl.waarborg.eventsourcing.erasure.domain.ErasureEvent;
import nl.waarborg.eventsourcing.erasure.domain.ErasureEvent.TenantErased;
import nl.waarborg.eventsourcing.erasure.domain.ReadBack;
import nl.waarborg.eventsourcing.relay.KafkaTopics;
import nl.waarborg.eventsourcing.settings.Settings;
import nl.waarborg.eventsourcing.settings.Topics;
import nl.waarborg.eventsourcing.test.TestInfrastructure;
import nl.waarborg.local.Database;
import nl.waarborg.rules.Rule;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A tenant's personal data go for good, and only once nothing of them stands anywhere in plain text. */
@Timeout(120)
@Rule("PRA-058")
class TenantEraserIT {

    private static final String SECRET = "Loonstrook van Annelies Zonneveld";
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final UUID TENANT = Tickets.TENANT;
    private static final Map<String, Object> KAFKA = Map.of("bootstrap.servers", TestInfrastructure.kafka());

    @TempDir
    Path keyFiles;

    private Database database;
    private AgroalDataSource pool;
    private TenantKeyFiles keys;
    private EventStore store;
    private Topics topics;
    private TenantEraser eraser;
    private final StreamId ticket = StreamId.fresh("ticket");

    @BeforeEach
    void open() {
        database = TestInfrastructure.database("eraser_it_" + System.nanoTime() % 1_000_000);
        pool = TestInfrastructure.writer(database, 6);
        keys = new TenantKeyFiles(keyFiles, new byte[32]);
        store = store(pool);
        topics = new Topics(database.name() + "-" + UUID.randomUUID());
        try (var made = new KafkaTopics(KAFKA)) {
            made.ensure(topics.events(), 2, (short) -1, KafkaTopics.FOR_EVER);
            made.ensure(topics.inbound(), 2, (short) -1, KafkaTopics.FOR_EVER);
        }
        eraser = new TenantEraser(pool, store, keys, KAFKA, topics);
        store.handler(new TicketDecider(), Tickets.TYPES)
                .handle(ticket, CommandContext.of(TENANT, Actor.SCHEDULER, NOON), new Open("INC1", SECRET));
    }

    @AfterEach
    void close() {
        store.close();
        pool.close();
    }

    private EventStore store(AgroalDataSource writer) {
        List<EventTypes<?>> types = List.of(Tickets.TYPES, ErasureAggregate.EVENTS);
        return new EventStore(writer, keys, types, List.of(new ErasuresProjection()), (commands, events, took) -> {});
    }

    private static String title(EventStore store, StreamId stream) {
        return store.read(Tickets.TYPES, stream).stream()
                .<TicketEvent>map(recorded -> recorded.event())
                .filter(Opened.class::isInstance)
                .findFirst()
                .map(event -> ((Opened) event).title())
                .orElse(null);
    }

    private static void produce(String topic, UUID tenant, String text) {
        try (var producer = new KafkaProducer<>(KAFKA, new StringSerializer(), new ByteArraySerializer())) {
            var record = new ProducerRecord<>(topic, "key", text.getBytes(StandardCharsets.UTF_8));
            record.headers().add("ce_tenantid", tenant.toString().getBytes(StandardCharsets.UTF_8));
            var unused = producer.send(record);
            producer.flush();
        }
    }

    private void execute(String sql) throws SQLException {
        try (var connection = pool.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void what_the_key_protected_is_read_back_and_found_unreadable() {
        produce(topics.events(), TENANT, "{\"number\":\"INC1\"}");
        produce(topics.events(), UUID.randomUUID(), SECRET); // another tenant's
        var before = eraser.erase(UUID.randomUUID());
        assertEquals(0, before.events());
        assertEquals(SECRET, title(store, ticket));

        var readBack = eraser.erase(TENANT);

        assertTrue(readBack.clean(), readBack.toString());
        assertEquals(1, readBack.events());
        assertEquals(1, readBack.protectedValues());
        assertEquals(1, readBack.published());
        assertEquals(1, readBack.soughtValues());
        assertTrue(readBack.rows() >= 1, readBack.toString());
        assertNull(title(store, ticket));
        assertTrue(keys.toReveal(TENANT).isEmpty());
        assertTrue(eraser.erase(TENANT).clean());
    }

    @Test
    void ids_words_of_a_list_and_single_words_within_others_do_not_keep_the_key() throws SQLException {
        var person = UUID.randomUUID();
        for (var value : List.of("CUSTOMER", person.toString(), "2026-03-02", "Amsterdam")) {
            open(value);
        }
        execute("create table plain (tenant_id uuid, side text, person uuid, day date, zone text)");
        execute("insert into plain values ('%s', 'CUSTOMER', '%s', '2026-03-02', 'Europe/Amsterdam')"
                .formatted(TENANT, person));

        assertTrue(eraser.erase(TENANT).clean());
    }

    @Test
    void the_name_of_the_organisation_and_parts_of_it_do_not_keep_the_key() throws SQLException {
        var name = "Example Care Foundation Zonneveld";
        open(name);
        open("Example Care Foundation");
        execute("insert into tenant (tenant_id, provider, name) values ('%s', 'afas', '%s')".formatted(TENANT, name));
        execute("create table agreed (tenant_id uuid, name text)");
        execute("insert into agreed values ('%s', '%s')".formatted(TENANT, name));
        produce(topics.events(), TENANT, "{\"name\":\"%s\"}".formatted(name));

        var readBack = eraser.erase(TENANT);

        assertTrue(readBack.clean(), readBack.toString());
        assertEquals(3, readBack.soughtValues());
        assertTrue(keys.toReveal(TENANT).isEmpty());
    }

    @Test
    void what_is_within_the_name_is_found_where_it_stands_beside_it() throws SQLException {
        open("Jan de Vries");
        execute("insert into tenant (tenant_id, provider, name) values ('%s', 'afas', 'Bakery Jan de Vries')"
                .formatted(TENANT));
        assertTrue(eraser.erase(UUID.randomUUID()).clean());
        execute("create table careless (tenant_id uuid, note text)");
        execute("insert into careless values ('%s', 'Bakery Jan de Vries, ask for Jan de Vries')".formatted(TENANT));

        assertEquals(1, eraser.erase(TENANT).readable());
    }

    @Test
    void a_single_word_alone_and_a_value_that_json_escapes_are_found() throws SQLException {
        open("Zonneveld");
        open("said \"no\" to\nAnnelies");
        execute("create table careless (of_tenant uuid, name text, note json)");
        execute("insert into careless values ('%s', 'Zonneveld', '{}')".formatted(TENANT));
        execute("insert into careless values ('%s', 'x', '{\"a\":[\"he said \\\"no\\\" to\\nAnnelies\"]}')"
                .formatted(TENANT));

        assertEquals(2, eraser.erase(TENANT).readable());
    }

    private void open(String title) {
        store.handler(new TicketDecider(), Tickets.TYPES)
                .handle(
                        StreamId.fresh("ticket"),
                        CommandContext.of(TENANT, Actor.SCHEDULER, NOON),
                        new Open("INC" + title.hashCode(), title));
    }

    private String text(String sql) throws SQLException {
        try (var connection = pool.getConnection();
                var rows = connection.createStatement().executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    @Test
    void posted_events_that_have_not_expired_keep_the_key() {
        produce(topics.inbound(), TENANT, SECRET);

        var readBack = eraser.erase(TENANT);

        assertEquals(1, readBack.posted());
        assertFalse(readBack.clean());
        assertEquals(SECRET, title(store, ticket));
    }

    @Test
    void plain_text_in_a_table_or_in_the_topic_keeps_the_key_and_is_counted() throws SQLException {
        execute("create table careless (tenant_id uuid, note text)");
        execute("insert into careless values ('%s', 'about %s')".formatted(TENANT, SECRET));
        produce(topics.events(), TENANT, "{\"title\":\"%s\"}".formatted(SECRET));

        var readBack = eraser.erase(TENANT);

        assertEquals(2, readBack.readable());
        assertEquals(SECRET, title(store, ticket));
        execute("drop table careless");
        execute("create unlogged table search (tenant_id uuid, words text)");
        execute("insert into search values ('%s', '%s'), (gen_random_uuid(), '%s')".formatted(TENANT, SECRET, SECRET));
        assertEquals(1, eraser.erase(TENANT).readable());
    }

    @Test
    void what_is_in_no_backup_is_emptied() throws SQLException {
        execute("create unlogged table search (tenant_id uuid, words text)");
        execute("insert into search values ('%s', '%s'), (gen_random_uuid(), '%s')".formatted(TENANT, SECRET, SECRET));

        assertTrue(eraser.erase(TENANT).clean());

        assertEquals("1", text("select count(*) from search"));
        assertEquals("0", text("select count(*) from search where tenant_id = '%s'".formatted(TENANT)));
    }

    @Test
    void an_erasure_that_breaks_off_does_not_hold_up_another() {
        var other = UUID.randomUUID();
        var commands = store.handler(new ErasureDecider(), ErasureAggregate.EVENTS);
        var broken = new TenantEraser(pool, store, keys, KAFKA, topics) {
            @Override
            public ReadBack erase(UUID tenant) {
                if (tenant.equals(TENANT)) {
                    throw new IllegalStateException("a key file of another master key");
                }
                return super.erase(tenant);
            }
        };
        try (var erasures = new Erasures(pool, commands, broken, InstantSource.system(), settings())) {
            for (var tenant : List.of(TENANT, other)) {
                commands.handle(
                        Erasure.stream(tenant),
                        CommandContext.of(tenant, Actor.SCHEDULER, NOON),
                        new BeginErasure(UUID.randomUUID(), NOON));
            }
            erasures.start();

            await().atMost(Duration.ofSeconds(60)).until(() -> history(other).getLast() instanceof TenantErased);
            assertEquals(1, erasures.failing());
        }
        assertEquals(1, history(TENANT).size());
    }

    @Test
    void an_erasure_that_was_begun_is_done_and_recorded() {
        var commands = store.handler(new ErasureDecider(), ErasureAggregate.EVENTS);
        var erasure = UUID.randomUUID();
        try (var erasures = new Erasures(pool, commands, eraser, InstantSource.system(), settings())) {
            erasures.start();
            commands.handle(
                    Erasure.stream(TENANT),
                    CommandContext.of(TENANT, Actor.SCHEDULER, NOON),
                    new BeginErasure(erasure, NOON));

            await().atMost(Duration.ofSeconds(60)).until(() -> history(TENANT).getLast() instanceof TenantErased);
        }
        var erased = (TenantErased) history(TENANT).getLast();
        assertEquals(erasure, erased.erasureId());
        assertTrue(erased.readBack().clean());
        assertNull(title(store, ticket));
        assertEquals(2, history(TENANT).size());
    }

    private List<ErasureEvent> history(UUID tenant) {
        return store.read(ErasureAggregate.EVENTS, Erasure.stream(tenant)).stream()
                .<ErasureEvent>map(recorded -> recorded.event())
                .toList();
    }

    private static Settings.Erasure settings() {
        return new Settings.Erasure() {
            @Override
            public boolean enabled() {
                return true;
            }

            @Override
            public Duration interval() {
                return Duration.ofMillis(100);
            }

            @Override
            public Duration lookAgain() {
                return Duration.ofSeconds(1);
            }
        };
    }
}

package nl.waarborg.eventsourcing.relay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static nl.waarborg.eventsourcing.relay.TopicReader.header;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agroal.api.AgroalDataSource;
import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import nl.waarborg.eventsourcing.Actor;
import nl.waarborg.eventsourcing.CommandContext;
import nl.waarborg.eventsourcing.EventStore;
import nl.waarborg.eventsourcing.StreamId;
import nl.waarborg.eventsourcing.evidence.EvidenceLog;
import nl.waarborg.eventsourcing.projection.Rows;
import nl.waarborg.eventsourcing.relay.Notes.KeptInside;
import nl.waarborg.eventsourcing.relay.Notes.Noted;
import nl.waarborg.eventsourcing.relay.Notes.Write;
import nl.waarborg.eventsourcing.relay.Relay.Role;
import nl.waarborg.eventsourcing.settings.Topics;
import nl.waarborg.eventsourcing.test.TestInfrastructure;
import nl.waarborg.local.Database;
import nl.waarborg.local.KafkaBroker;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What was appended reaches the topic: all of it, in order, whatever is killed, dropped or deleted meanwhile. */
@Timeout(300)
class RelayIT {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @TempDir
    Path keys;

    private final List<AutoCloseable> opened = new ArrayList<>();
    private Database database;
    private AgroalDataSource pool;
    private EventStore store;
    private EvidenceLog evidence;
    private Topics topics;

    @AfterEach
    void close() throws Exception {
        for (var each : opened.reversed()) {
            each.close();
        }
    }

    private <T extends AutoCloseable> T closing(T each) {
        opened.add(each);
        return each;
    }

    private void service(String name) {
        database = TestInfrastructure.database("relay_" + name + "_it");
        pool = closing(TestInfrastructure.writer(database, 8));
        store = closing(Notes.store(pool, keys));
        evidence = Notes.evidence(pool, store, keys);
        topics = new Topics(database.name() + "-" + UUID.randomUUID());
    }

    private Relay startRelay(String kafka) {
        var relay = closing(Notes.relay(database, store, evidence, topics, kafka));
        relay.start();
        return relay;
    }

    private void write(StreamId stream, String... texts) {
        Notes.write(Notes.notes(store), stream, texts);
    }

    private static void awaitRole(Relay relay, Role role) {
        await().atMost(PATIENCE).until(() -> relay.status().role() == role);
    }

    private TopicReader reader(String kafka) {
        return closing(new TopicReader(kafka, topics.events()));
    }

    private static void awaitTaken(TopicReader reader, int events) {
        await().atMost(PATIENCE).until(() -> reader.taken().size() >= events);
    }

    /** Versions 1 to the last, once each, in this order, for every stream. */
    private static void assertEachStreamIsWhole(List<ConsumerRecord<String, byte[]>> taken, int streams, int events) {
        var versions = taken.stream().collect(groupingBy(ConsumerRecord::key, mapping(TopicReader::version, toList())));
        assertEquals(streams, versions.size());
        versions.values()
                .forEach(each ->
                        assertEquals(IntStream.rangeClosed(1, events).boxed().toList(), each));
    }

    /** A leaf each, in places without a gap. */
    private void assertEachEventHasItsLeaf(int events) {
        var leaves = new Rows(pool);
        await().atMost(PATIENCE)
                .until(() -> leaves.first("select leaves from evidence_size", row -> row.number("leaves"))
                                .orElseThrow()
                        >= events);
        assertEquals(
                IntStream.range(0, events).boxed().toList(),
                leaves.list("select leaf from evidence_leaf order by leaf", row -> row.number("leaf")));
        assertEquals(
                events,
                leaves
                        .list(
                                "select e.id from event e join evidence_leaf l on l.position = e.position",
                                row -> row.uuid("id"))
                        .stream()
                        .distinct()
                        .count());
    }

    @Test
    void an_event_leaves_as_a_cloud_event_with_its_trace_and_without_what_stays_inside() {
        service("form");
        var relay = startRelay(TestInfrastructure.kafka());
        awaitRole(relay, Role.STREAMING);
        var stream = StreamId.fresh("note");
        var trace = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
        var correlation = UUID.randomUUID();
        var context = new CommandContext(
                Notes.TENANT,
                Actor.SCHEDULER,
                Instant.parse("2026-03-04T05:06:07Z"),
                true,
                null,
                correlation,
                null,
                trace,
                null,
                null);
        Notes.notes(store).handle(stream, context, new Write(List.of(new KeptInside("secret"), new Noted("said"))));

        var reader = reader(TestInfrastructure.kafka());
        awaitTaken(reader, 1);
        var record = reader.taken().getFirst();
        var headers = record.headers();
        assertEquals(1, reader.taken().size());
        assertEquals("{\"text\":\"said\"}", new String(record.value(), UTF_8));
        assertEquals(stream.id().toString(), record.key());
        assertEquals("1.0", header(headers, "ce_specversion"));
        assertEquals(Notes.NOTED, header(headers, "ce_type"));
        assertEquals(topics.source(), header(headers, "ce_source"));
        assertEquals("2", header(headers, "ce_sequence"));
        assertEquals(stream.toString(), header(headers, "ce_subject"));
        assertEquals(Notes.TENANT.toString(), header(headers, "ce_tenantid"));
        assertEquals("2026-03-04T05:06:07Z", header(headers, "ce_time"));
        assertEquals("true", header(headers, "ce_historic"));
        assertEquals(correlation.toString(), header(headers, "ce_correlationid"));
        assertEquals("application/json", header(headers, "content-type"));
        assertEquals(trace, header(headers, "ce_traceparent"));
        assertEquals(trace, header(headers, "traceparent"));
        assertNull(relay.status().trouble());
    }

    @Test
    void events_of_before_the_first_start_are_published_too() {
        service("before");
        var stream = StreamId.fresh("note");
        write(stream, "one", "two");
        startRelay(TestInfrastructure.kafka());
        var reader = closing(new TopicReader(TestInfrastructure.kafka(), topics.events()));
        await().atMost(PATIENCE).ignoreExceptions().until(() -> reader.taken().size() == 2);
        assertEachStreamIsWhole(reader.taken(), 1, 2);
        assertEachEventHasItsLeaf(2);
    }

    /** A replica of the relay in a JVM of its own, to be killed. */
    static final class Replica {

        private Replica() {}

        public static void main(String[] arguments) throws InterruptedException {
            var database = new Database(arguments[0], arguments[1], arguments[2], arguments[3], "", "");
            var pool = TestInfrastructure.writer(database, 2);
            var store = Notes.store(pool, Path.of(arguments[4]));
            var evidence = Notes.evidence(pool, store, Path.of(arguments[4]));
            Notes.relay(database, store, evidence, new Topics(arguments[5]), arguments[6])
                    .start();
            Thread.currentThread().join();
        }
    }

    @Test
    void another_replica_takes_over_from_a_killed_one_and_nothing_is_lost_or_doubled() throws Exception {
        service("kill");
        var replica = startReplica();
        var streams =
                IntStream.range(0, 20).mapToObj(i -> StreamId.fresh("note")).toList();
        streams.forEach(stream -> write(stream, "1"));
        var reader = reader(TestInfrastructure.kafka());
        await().atMost(PATIENCE).ignoreExceptions().until(() -> reader.taken().size() == 20);
        var standby = startRelay(TestInfrastructure.kafka());
        await().atMost(PATIENCE).until(() -> standby.status().role() == Role.STANDING_BY);

        for (var version = 2; version <= 60; version++) {
            for (var stream : streams) {
                write(stream, Integer.toString(version));
            }
            if (version == 30) {
                assertEquals(Role.STANDING_BY, standby.status().role());
                replica.destroyForcibly(); // SIGKILL, with events appended that it has not sent
                replica.waitFor();
            }
        }

        awaitTaken(reader, 20 * 60);
        assertEachStreamIsWhole(reader.taken(), 20, 60);
        assertEquals(Role.STREAMING, standby.status().role());
        assertEachEventHasItsLeaf(20 * 60);
    }

    private Process startReplica() throws IOException {
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        Replica.class.getName(),
                        database.name(),
                        database.jdbcUrl(),
                        database.writerUser(),
                        database.writerPassword(),
                        keys.toString(),
                        topics.service(),
                        TestInfrastructure.kafka())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.to(new File(keys.toFile(), "replica.log")))
                .start();
        closing(process::destroyForcibly);
        return process;
    }

    @Test
    void a_lost_slot_is_made_anew_and_what_it_missed_is_sent_from_the_table() throws Exception {
        service("slot");
        var relay = startRelay(TestInfrastructure.kafka());
        awaitRole(relay, Role.STREAMING);
        var streams =
                IntStream.range(0, 5).mapToObj(i -> StreamId.fresh("note")).toList();
        streams.forEach(stream -> write(stream, "1", "2"));
        var reader = reader(TestInfrastructure.kafka());
        awaitTaken(reader, 10);

        try (var superuser = TestInfrastructure.superuser(database);
                var sql = superuser.createStatement()) {
            var slot = "relay_" + database.name();
            // Again and again, since the engine comes back to its slot at once.
            await().atMost(PATIENCE).ignoreExceptions().until(() -> {
                sql.execute("select pg_terminate_backend(active_pid) from pg_replication_slots where slot_name = '"
                        + slot + "'");
                sql.execute("select pg_drop_replication_slot('" + slot + "')");
                return true;
            });
            streams.forEach(stream -> write(stream, "3"));
        }

        awaitTaken(reader, 15);
        awaitRole(relay, Role.STREAMING);
        streams.forEach(stream -> write(stream, "4"));
        awaitTaken(reader, 20);
        assertEachStreamIsWhole(reader.taken(), 5, 4);
        assertEachEventHasItsLeaf(20);
        assertTrue(reader.received() > 20, "sent again: " + reader.received());
    }

    @Test
    void a_deleted_topic_is_made_anew_and_filled_from_the_table() throws Exception {
        service("topic");
        var relay = startRelay(TestInfrastructure.kafka());
        awaitRole(relay, Role.STREAMING);
        var streams =
                IntStream.range(0, 5).mapToObj(i -> StreamId.fresh("note")).toList();
        streams.forEach(stream -> write(stream, "1", "2"));
        awaitTaken(reader(TestInfrastructure.kafka()), 10);

        try (var admin = Admin.create(Map.of("bootstrap.servers", TestInfrastructure.kafka()))) {
            admin.deleteTopics(List.of(topics.events())).all().get();
        }
        streams.forEach(stream -> write(stream, "3"));

        await().atMost(PATIENCE).ignoreExceptions().until(() -> {
            try (var fresh = new TopicReader(TestInfrastructure.kafka(), topics.events())) {
                await().atMost(Duration.ofSeconds(10))
                        .ignoreExceptions()
                        .until(() -> fresh.taken().size() == 15);
                assertEachStreamIsWhole(fresh.taken(), 5, 3);
            }
            return true;
        });
        awaitRole(relay, Role.STREAMING);
    }

    @Test
    void the_store_goes_on_without_kafka_and_the_topic_catches_up() throws Exception {
        service("away");
        var port = freePort();
        var directory = keys.resolve("broker");
        var relay = startRelay("127.0.0.1:" + port);
        var stream = StreamId.fresh("note");
        write(stream, "1");
        await().atMost(PATIENCE).until(() -> relay.status().trouble() != null);
        assertNotNull(relay.status().trouble());

        var broker = KafkaBroker.start(KafkaBroker.Settings.in(directory).onPort(port));
        try (var reader = new TopicReader(broker.bootstrapServers(), topics.events())) {
            await().atMost(PATIENCE)
                    .ignoreExceptions()
                    .until(() -> reader.taken().size() == 1);

            broker.kill();
            write(stream, "2");
            await().atMost(PATIENCE).until(() -> relay.status().lag().compareTo(Duration.ofMillis(500)) > 0);
            broker = KafkaBroker.start(KafkaBroker.Settings.in(directory).onPort(port));
            write(stream, "3");

            await().atMost(PATIENCE)
                    .ignoreExceptions()
                    .until(() -> reader.taken().size() == 3);
            assertEachStreamIsWhole(reader.taken(), 1, 3);
        } finally {
            relay.close();
            broker.close();
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}

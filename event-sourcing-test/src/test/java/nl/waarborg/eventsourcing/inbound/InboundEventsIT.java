package nl.waarborg.eventsourcing.inbound;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.validation.Validation;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import nl.waarborg.eventsourcing.Columns;
import nl.waarborg.eventsourcing.CommandContext;
import nl.waarborg.eventsourcing.CommandHandler;
import nl.waarborg.eventsourcing.EventTypes;
import nl.waarborg.eventsourcing.PersonalData;
import nl.waarborg.eventsourcing.Projection;
import nl.waarborg.eventsourcing.RecordedEvent;
import nl.waarborg.eventsourcing.StreamId;
import nl.waarborg.eventsourcing.TenantKeyFiles;
import nl.waarborg.eventsourcing.relay.Notes;
import nl.waarborg.eventsourcing.relay.Notes.NoteEvent;
import nl.waarborg.eventsourcing.relay.Notes.Noted;
import nl.waarborg.eventsourcing.relay.Notes.Write;
import nl.waarborg.eventsourcing.settings.Settings;
import nl.waarborg.eventsourcing.settings.Topics;
import nl.waarborg.eventsourcing.test.TestInfrastructure;
import nl.waarborg.eventsourcing.web.StrictJson;
import nl.waarborg.eventsourcing.web.Tenants;
import nl.waarborg.local.Database;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What comes from Kafka is taken in once, in order per stream, and one bad event stops nobody else. */
@Timeout(300)
class InboundEventsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final String POSTED = "nl.waarborg.listener.write.v1";

    @TempDir
    Path keys;

    private final AtomicBoolean poisonous = new AtomicBoolean(true);
    private final AtomicInteger largest = new AtomicInteger();
    private final ConcurrentLinkedQueue<String> overtaken = new ConcurrentLinkedQueue<>();
    private final List<AutoCloseable> opened = new ArrayList<>();
    private Database database;
    private AgroalDataSource pool;
    private CommandHandler<Write, Integer, NoteEvent> own;
    private KafkaProducer<String, byte[]> producer;
    private Topics producing;
    private Topics listening;

    /** What this consumer reads of a note: fewer fields than were sent. */
    sealed interface OthersNote {}

    record Heard(String text) implements OthersNote {}

    record PostedNote(String text) {}

    /** Counts what it applied: an event that is applied twice shows. */
    private final class HeardNotes implements Projection<OthersNote> {

        @Override
        public String name() {
            return "heard-notes";
        }

        @Override
        public Class<OthersNote> events() {
            return OthersNote.class;
        }

        @Override
        public List<String> tables() {
            return List.of("heard");
        }

        @Override
        public void apply(List<RecordedEvent<OthersNote>> events, Connection connection) throws SQLException {
            largest.accumulateAndGet(events.size(), Math::max);
            for (var recorded : events) {
                switch (recorded.event()) {
                    case Heard heard
                    when heard.text.equals("poison") && poisonous.get() ->
                        throw new IllegalStateException("cannot stand " + heard.text);
                    case Heard heard ->
                        Columns.of(List.of(heard))
                                .uuid(h -> recorded.stream().id())
                                .integer(h -> recorded.version())
                                .text(Heard::text)
                                .execute(
                                        connection,
                                        "insert into heard (stream, version, text)"
                                                + " select * from unnest(?::uuid[], ?::int[], ?::text[])");
                }
            }
        }
    }

    /** Answers each note with one of its own. */
    private final class WhenNotedThenNote implements Automation<OthersNote> {

        @Override
        public String name() {
            return "when-noted-then-note";
        }

        @Override
        public void react(RecordedEvent<OthersNote> event, CommandContext context) {
            switch (event.event()) {
                case Heard heard -> {
                    if (!isApplied(event)) {
                        overtaken.add(heard.text);
                    }
                    own.handle(
                            answerTo(event.stream().id()), context, new Write(List.of(new Noted("re: " + heard.text))));
                }
            }
        }

        private boolean isApplied(RecordedEvent<?> event) {
            return count("select count(*) from heard where stream = '"
                            + event.stream().id() + "' and version = " + event.version())
                    == 1;
        }
    }

    private static StreamId answerTo(UUID stream) {
        return StreamId.natural("note", Notes.TENANT, stream.toString());
    }

    @BeforeEach
    void listener(TestInfo test) throws Exception {
        var name = "inbound_" + Integer.toHexString(test.getDisplayName().hashCode()) + "_it";
        database = TestInfrastructure.database(name);
        pool = closing(TestInfrastructure.writer(database, 16));
        run("create table heard (stream uuid not null, version integer not null, text text not null)");
        run("insert into tenant (tenant_id, provider, name) values ('" + Notes.TENANT + "', 'afas', 'Tenant')");
        var store = closing(Notes.store(pool, keys));
        own = Notes.notes(store);
        producing = new Topics("speaker-" + UUID.randomUUID());
        listening = new Topics("listener-" + UUID.randomUUID());
        createTopic(producing.events());
        producer = closing(new KafkaProducer<>(
                Map.of("bootstrap.servers", TestInfrastructure.kafka()),
                new StringSerializer(),
                new ByteArraySerializer()));
    }

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

    private InboundEvents start() {
        return start(new InboundSettings(1 << 20));
    }

    private InboundEvents start(InboundSettings settings) {
        var types = new EventTypes<OthersNote>("others-note", OthersNote.class).type(Notes.NOTED, Heard.class);
        var subscription = Subscription.to(producing.service(), "notes", types)
                .project(new HeardNotes())
                .automate(new WhenNotedThenNote());
        var posted = PostedType.of(
                POSTED,
                PostedNote.class,
                (tenant, data) -> StreamId.natural("note", tenant, "posted"),
                (stream, context, data) -> own.handle(stream, context, new Write(List.of(new Noted(data.text)))));
        var validator = Validation.buildDefaultValidatorFactory().getValidator();
        var events = new PostedEvents(
                List.of(posted), new StrictJson(validator), InstantSource.system(), new EventSettings());
        var inbound = closing(new InboundEvents(
                List.of(subscription),
                events,
                new Tenants(pool),
                pool,
                new PersonalData(new TenantKeyFiles(keys, new byte[32])),
                Map.of("bootstrap.servers", TestInfrastructure.kafka()),
                listening,
                settings,
                Notes.settings(),
                InstantSource.system(),
                new SimpleMeterRegistry()));
        inbound.start();
        return inbound;
    }

    private static void createTopic(String topic) throws Exception {
        try (var admin = Admin.create(Map.of("bootstrap.servers", TestInfrastructure.kafka()))) {
            admin.createTopics(List.of(new NewTopic(topic, 4, (short) 1))).all().get();
        }
    }

    /** A published note; the same stream and version always has the same id. */
    private void say(UUID stream, int version, String data) throws Exception {
        var record = new ProducerRecord<>(producing.events(), stream.toString(), data.getBytes(UTF_8));
        var attributes = Map.of(
                "specversion", "1.0",
                "id",
                        UUID.nameUUIDFromBytes((stream + "/" + version).getBytes(UTF_8))
                                .toString(),
                "source", producing.source(),
                "type", Notes.NOTED,
                "subject", "note-" + stream,
                "time", "2026-03-04T05:06:07Z",
                "tenantid", Notes.TENANT.toString(),
                "sequence", Integer.toString(version),
                "partitionkey", stream.toString());
        attributes.forEach((name, value) -> record.headers().add("ce_" + name, value.getBytes(UTF_8)));
        record.headers().add("content-type", "application/json".getBytes(UTF_8));
        producer.send(record).get();
    }

    private static String text(String text) {
        return "{\"text\": \"" + text + "\", \"more\": 1}";
    }

    private void post(String id, String tenant, String data) throws Exception {
        var record = new ProducerRecord<>(listening.inbound(), "posted", data.getBytes(UTF_8));
        var attributes = Map.of(
                "specversion",
                "1.0",
                "id",
                id,
                "source",
                "urn:poster",
                "type",
                POSTED,
                "time",
                "2026-03-04T05:06:07Z",
                "tenantid",
                tenant);
        attributes.forEach((name, value) -> record.headers().add("ce_" + name, value.getBytes(UTF_8)));
        record.headers().add("content-type", "application/json".getBytes(UTF_8));
        producer.send(record).get();
    }

    private void run(String sql) throws SQLException {
        try (var connection = pool.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private long count(String sql) {
        try (var connection = pool.getConnection();
                var rows = connection.createStatement().executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void awaitCount(String sql, long expected) {
        await().atMost(PATIENCE).until(() -> count(sql) == expected);
    }

    private long answers(UUID stream) {
        return count("select count(*) from event where stream_id = '"
                + answerTo(stream).id() + "'");
    }

    @Test
    void events_are_applied_and_reacted_to_once_however_often_they_come() throws Exception {
        var first = start();
        var streams = new ArrayList<UUID>();
        for (var i = 0; i < 10; i++) {
            streams.add(UUID.randomUUID());
        }
        for (var version = 1; version <= 5; version++) {
            for (var stream : streams) {
                say(stream, version, text("v" + version));
            }
        }
        awaitCount("select count(*) from heard", 50);
        for (var stream : streams) {
            await().atMost(PATIENCE).until(() -> answers(stream) == 5);
        }
        first.close();

        // All of it again, as after a refill, and the automation's offset lost on top of that.
        for (var version = 1; version <= 5; version++) {
            for (var stream : streams) {
                say(stream, version, text("v" + version));
            }
        }
        run("delete from inbound_offset where consumer like '%.when-noted-then-note'");
        run("delete from inbound_seen where consumer like '%.when-noted-then-note'");
        start();
        for (var stream : streams) {
            say(stream, 6, text("last"));
        }

        awaitCount("select count(*) from heard", 60);
        for (var stream : streams) {
            await().atMost(PATIENCE).until(() -> answers(stream) == 6);
        }
        assertEquals(
                0,
                count("select count(*) from (select stream, version from heard group by 1, 2 having count(*) > 1) t"));
        assertEquals(List.of(), List.copyOf(overtaken), "the automation overtook the projection");
        assertEquals(0, count("select count(*) from dead_letter"));
    }

    @Test
    void large_events_are_taken_in_a_few_at_a_time_and_none_is_lost() throws Exception {
        var streams = List.of(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());
        for (var version = 1; version <= 10; version++) {
            for (var stream : streams) {
                say(stream, version, text("x".repeat(2_000)));
            }
        }
        start(new InboundSettings(5_000));

        awaitCount("select count(*) from heard", 30);
        for (var stream : streams) {
            await().atMost(PATIENCE).until(() -> answers(stream) == 10);
        }
        assertTrue(largest.get() <= 2, largest + " events of more than 2,000 bytes at once");
        assertEquals(List.of(), List.copyOf(overtaken), "the automation overtook the projection");
    }

    @Test
    void a_poisonous_event_is_parked_with_those_behind_it_while_other_streams_go_on() throws Exception {
        var inbound = start();
        var bad = UUID.randomUUID();
        var good = UUID.randomUUID();
        say(bad, 1, text("fine"));
        say(bad, 2, text("poison"));
        say(bad, 3, text("after"));
        say(good, 1, text("other"));
        awaitCount("select count(*) from heard where stream = '" + good + "'", 1);
        awaitCount("select count(*) from dead_letter where consumer like '%.notes'", 2);
        say(good, 2, text("goes on"));
        awaitCount("select count(*) from heard where stream = '" + good + "'", 2);

        assertEquals(1, count("select count(*) from heard where stream = '" + bad + "'"));
        assertEquals(
                0, count("select count(*) from dead_letter where content like '%poison%' or reason like '%poison%'"));
        var letters = inbound.list(0, "afas", 10);
        assertEquals(
                List.of(false, true),
                letters.stream().map(DeadLetters.Letter::waits).toList());
        assertEquals(List.of(), inbound.list(0, "phocus", 10), "another provider's operator sees it");

        assertEquals(0, inbound.retry(letters.getFirst()), "still poisonous");
        poisonous.set(false);
        assertEquals(2, inbound.retry(letters.getFirst()));
        assertEquals(3, count("select count(*) from heard where stream = '" + bad + "'"));
        assertEquals(0, count("select count(*) from dead_letter"));
        say(bad, 4, text("and on"));
        awaitCount("select count(*) from heard where stream = '" + bad + "'", 4);
    }

    @Test
    void an_unreadable_event_can_be_given_up_and_what_waited_behind_it_goes_on() throws Exception {
        var inbound = start();
        var stream = UUID.randomUUID();
        say(stream, 1, "{\"other\": 1}");
        say(stream, 2, text("after"));
        awaitCount("select count(*) from dead_letter where consumer like '%.notes'", 2);
        var letter = inbound.list(0, "afas", 10).stream()
                .filter(each -> each.consumer().endsWith(".notes"))
                .findFirst()
                .orElseThrow();
        assertTrue(letter.reason().contains("/text"), letter.reason());

        inbound.discard(letter);

        assertEquals(1, count("select count(*) from heard where stream = '" + stream + "'"));
        assertEquals(0, count("select count(*) from dead_letter where consumer like '%.notes'"));
    }

    @Test
    void a_topic_that_was_made_anew_is_read_from_its_beginning() throws Exception {
        start();
        var stream = UUID.randomUUID();
        say(stream, 1, text("one"));
        say(stream, 2, text("two"));
        awaitCount("select count(*) from heard", 2);
        try (var admin = Admin.create(Map.of("bootstrap.servers", TestInfrastructure.kafka()))) {
            admin.deleteTopics(List.of(producing.events())).all().get();
        }
        await().atMost(PATIENCE).ignoreExceptions().until(() -> {
            createTopic(producing.events());
            return true;
        });
        say(stream, 1, text("one"));
        say(stream, 2, text("two"));
        say(stream, 3, text("three"));

        awaitCount("select count(*) from heard", 3);
        assertEquals(3, count("select count(distinct version) from heard"));
    }

    @Test
    void two_replicas_share_the_work_and_the_end_of_one_doubles_nothing() throws Exception {
        var one = start();
        start();
        var streams = new ArrayList<UUID>();
        for (var i = 0; i < 20; i++) {
            streams.add(UUID.randomUUID());
        }
        for (var version = 1; version <= 20; version++) {
            for (var stream : streams) {
                say(stream, version, text("v" + version));
            }
            if (version == 10) {
                one.close();
            }
        }
        awaitCount("select count(*) from heard", 400);
        for (var stream : streams) {
            await().atMost(PATIENCE).until(() -> answers(stream) == 20);
        }
        assertEquals(400, count("select count(*) from (select distinct stream, version from heard) t"));
    }

    @Test
    void what_others_produce_to_the_inbound_topic_becomes_commands_once() throws Exception {
        var inbound = start();
        await().atMost(PATIENCE).ignoreExceptions().until(() -> {
            post("1", Notes.TENANT.toString(), "{\"text\": \"posted\"}");
            return true;
        });
        post("1", Notes.TENANT.toString(), "{\"text\": \"posted\"}");
        post("2", Notes.TENANT.toString(), "{\"text\": \"second\"}");
        var stream = StreamId.natural("note", Notes.TENANT, "posted");
        awaitCount("select count(*) from event where stream_id = '" + stream.id() + "'", 2);

        post("3", UUID.randomUUID().toString(), "{\"text\": \"of a stranger\"}");
        awaitCount("select count(*) from dead_letter", 1);
        assertEquals(2, count("select count(*) from event where stream_id = '" + stream.id() + "'"));
        assertFalse(inbound.troubles().containsKey(listening.service() + ".posted"));
        assertEquals("2026-03-04T05:06:07Z", occurredAt(stream).toString());
    }

    private Instant occurredAt(StreamId stream) {
        try (var connection = pool.getConnection();
                var rows = connection
                        .createStatement()
                        .executeQuery(
                                "select occurred_at from event where stream_id = '" + stream.id() + "' limit 1")) {
            rows.next();
            return rows.getTimestamp(1).toInstant();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    static final class EventSettings implements Settings.Events {

        @Override
        public Duration futureTolerance() {
            return Duration.ofMinutes(5);
        }

        @Override
        public int maxBatch() {
            return 1000;
        }

        @Override
        public int parallel() {
            return 64;
        }
    }

    record InboundSettings(int batchBytes) implements Settings.Inbound {

        @Override
        public boolean enabled() {
            return true;
        }

        @Override
        public int batch() {
            return 500;
        }

        @Override
        public int attempts() {
            return 3;
        }

        @Override
        public Duration sessionTimeout() {
            return Duration.ofSeconds(6);
        }

        @Override
        public Duration retention() {
            return Duration.ofDays(7);
        }

        @Override
        public Duration retryInterval() {
            return Duration.ofMillis(200);
        }
    }
}

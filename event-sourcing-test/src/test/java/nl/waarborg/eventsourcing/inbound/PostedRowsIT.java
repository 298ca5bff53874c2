package nl.waarborg.eventsourcing.inbound;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agroal.api.AgroalDataSource;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.validation.Validation;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import nl.waarborg.eventsourcing.Columns;
import nl.waarborg.eventsourcing.CommandContext;
import nl.waarborg.eventsourcing.Deadline;
import nl.waarborg.eventsourcing.Deadlines;
import nl.waarborg.eventsourcing.PersonalData;
import nl.waarborg.eventsourcing.RowsOnce;
import nl.waarborg.eventsourcing.StreamId;
import nl.waarborg.eventsourcing.TenantKeyFiles;
import nl.waarborg.eventsourcing.inbound.PostedEvents.Answer;
import nl.waarborg.eventsourcing.inbound.PostedEvents.Outcome;
import nl.waarborg.eventsourcing.relay.Notes;
import nl.waarborg.eventsourcing.settings.Topics;
import nl.waarborg.eventsourcing.test.TestInfrastructure;
import nl.waarborg.eventsourcing.web.ProblemException;
import nl.waarborg.eventsourcing.web.StrictJson;
import nl.waarborg.eventsourcing.web.Tenants;
import nl.waarborg.local.Database;
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

/** Bulk data become rows: together, each once, and a bad one fails alone. */
@Timeout(300)
class PostedRowsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final String TYPE = "nl.waarborg.listener.count.v1";
    private static final Instant AT = Instant.parse("2026-03-04T05:06:07Z");
    private static final String COUNT =
            """
            insert into counted (name, total)
            select name, sum(number) from unnest(?::text[], ?::int[]) as t (name, number) group by name order by name
            on conflict (name) do update set total = counted.total + excluded.total""";

    @TempDir
    Path keys;

    private final List<AutoCloseable> opened = new ArrayList<>();
    private final List<Future<?>> sent = new ArrayList<>();
    private AgroalDataSource pool;
    private Topics listening;
    private PostedEvents events;
    private Poster poster;

    record Counts(String name, int number) {}

    @BeforeEach
    void listener(TestInfo test) throws Exception {
        var name = "rows_" + Integer.toHexString(test.getDisplayName().hashCode()) + "_it";
        Database database = TestInfrastructure.database(name);
        pool = closing(TestInfrastructure.writer(database, 16));
        run("create table counted (name text primary key, total bigint not null)");
        run("insert into tenant (tenant_id, provider, name) values ('" + Notes.TENANT + "', 'afas', 'Tenant')");
        listening = new Topics("listener-" + UUID.randomUUID());
        poster = Poster.ofTopic(new Tenants(pool));
        events = new PostedEvents(
                List.of(),
                List.of(PostedRows.of(TYPE, Counts.class, PostedRowsIT::read, PostedRowsIT::write)),
                new RowsOnce(pool),
                new StrictJson(Validation.buildDefaultValidatorFactory().getValidator()),
                InstantSource.system(),
                new InboundEventsIT.EventSettings());
    }

    private static Counts read(CommandContext context, Counts counts) {
        if (counts.name.equals("unknown")) {
            throw ProblemException.invalidField("/data/name", "is not known");
        }
        return counts;
    }

    private static void write(List<Counts> fresh, Connection connection) throws SQLException {
        Columns.of(fresh.stream().sorted(Comparator.comparing(Counts::name)).toList())
                .text(Counts::name)
                .integer(Counts::number)
                .execute(connection, COUNT);
        for (var counts : fresh) {
            // Late, so that what was written of its neighbours must be undone.
            if (counts.name.equals("poison")) {
                throw new IllegalStateException("cannot stand it");
            }
            if (counts.name.equals("watched")) {
                var stream = StreamId.natural("count", Notes.TENANT, counts.name);
                Deadlines.set(connection, List.of(new Deadline("look", stream, "", Notes.TENANT, AT)));
            }
        }
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

    private static PostedEvent event(String id, String name, int number) {
        return event(id, name, number, false);
    }

    private static PostedEvent event(String id, String name, int number, boolean historic) {
        return new PostedEvent(CloudEventBuilder.v1()
                .withId(id)
                .withSource(URI.create("urn:poster"))
                .withType(TYPE)
                .withTime(AT.atOffset(ZoneOffset.UTC))
                .withExtension("tenantid", Notes.TENANT.toString())
                .withExtension("historic", historic)
                .withData("application/json", data(name, number))
                .build());
    }

    private static byte[] data(String name, int number) {
        return ("{\"name\": \"" + name + "\", \"number\": " + number + "}").getBytes(UTF_8);
    }

    private List<PostedEvent> batch() {
        return IntStream.range(0, 200)
                .mapToObj(i -> event("batch-" + i, "name-" + i % 50, i))
                .toList();
    }

    private static List<Outcome> outcomes(List<Answer> answers) {
        return answers.stream().map(Answer::outcome).toList();
    }

    @Test
    void a_batch_is_written_in_one_transaction_and_does_nothing_when_it_comes_again() {
        var first = events.handle(batch(), poster);
        assertTrue(outcomes(first).stream().allMatch(Outcome.ACCEPTED::equals));
        assertEquals(50, count("select count(*) from counted"));
        assertEquals(
                1,
                count("select count(distinct xmin::text) from (select xmin from counted"
                        + " union all select xmin from handled_command) t"));

        var again = events.handle(batch(), poster);
        assertTrue(outcomes(again).stream().allMatch(Outcome.DUPLICATE::equals));
        assertEquals(199 * 100, count("select sum(total) from counted"));
    }

    @Test
    void a_bad_neighbour_fails_alone_and_leaves_nothing_behind() {
        var answers = events.handle(
                List.of(
                        event("1", "a", 1),
                        event("2", "poison", 1),
                        event("3", "unknown", 1),
                        event("1", "a", 1),
                        event("1", "a", 2),
                        event("4", "a", 10),
                        event("5", "b", 100)),
                poster);

        assertEquals(
                List.of(
                        "ACCEPTED",
                        "urn:waarborg:problem:internal",
                        "urn:waarborg:problem:invalid-fields",
                        "DUPLICATE",
                        "urn:waarborg:problem:id-reused",
                        "ACCEPTED",
                        "ACCEPTED"),
                answers.stream()
                        .map(answer -> answer.problem() == null
                                ? answer.outcome().name()
                                : answer.problem().type().toString())
                        .toList());
        assertEquals(11, count("select total from counted where name = 'a'"));
        assertEquals(2, count("select count(*) from counted"));
        assertEquals(3, count("select count(*) from handled_command"));
    }

    @Test
    void the_same_batch_from_many_sides_at_once_counts_once() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var i = 0; i < 8; i++) {
                threads.execute(() -> events.handle(batch(), poster));
            }
        }
        assertEquals(199 * 100, count("select sum(total) from counted"));
        assertEquals(200, count("select count(*) from handled_command"));
    }

    @Test
    void what_is_imported_holds_its_deadlines() {
        events.handle(List.of(event("1", "watched", 1, true), event("2", "a", 1, false)), poster);

        assertEquals(1, count("select count(*) from deadline where held_source = 'urn:poster'"));
        assertEquals(2, count("select sum(total) from counted"));
    }

    @Test
    void from_the_topic_they_are_written_together_once_and_bad_ones_are_parked() throws Exception {
        var first = listen();
        var producer = closing(new KafkaProducer<>(
                Map.of("bootstrap.servers", TestInfrastructure.kafka(), "linger.ms", "200"),
                new StringSerializer(),
                new ByteArraySerializer()));
        await().atMost(PATIENCE).ignoreExceptions().until(() -> {
            post(producer, "warm", "warm", 0);
            awaitSent();
            return true;
        });
        awaitCount("select count(*) from counted where name = 'warm'", 1);
        for (var i = 0; i < 200; i++) {
            post(producer, "batch-" + i, "name-" + i % 50, i);
        }
        post(producer, "bad", "poison", 1);
        post(producer, "stranger", "unknown", 1);
        awaitSent();
        awaitCount("select coalesce(sum(total), 0) from counted", 199 * 100);
        awaitCount("select count(*) from dead_letter", 2);
        assertTrue(
                count("select count(distinct xmin::text) from handled_command") < 150,
                "they do not share transactions");

        // All of it again, as after an offset that was lost.
        first.close();
        run("delete from inbound_offset");
        listen();
        post(producer, "last", "last", 1);
        awaitSent();
        awaitCount("select count(*) from counted where name = 'last'", 1);
        awaitCount("select sum(total) from counted", 199 * 100 + 1);
        assertEquals(2, count("select count(*) from dead_letter"));
    }

    private InboundEvents listen() {
        var inbound = closing(new InboundEvents(
                List.of(),
                events,
                new Tenants(pool),
                pool,
                new PersonalData(new TenantKeyFiles(keys, new byte[32])),
                Map.of("bootstrap.servers", TestInfrastructure.kafka()),
                listening,
                new InboundEventsIT.InboundSettings(1 << 20),
                Notes.settings(),
                InstantSource.system(),
                new SimpleMeterRegistry()));
        inbound.start();
        return inbound;
    }

    private void post(KafkaProducer<String, byte[]> producer, String id, String name, int number) {
        var record = new ProducerRecord<>(listening.inbound(), id, data(name, number));
        var attributes = Map.of(
                "specversion",
                "1.0",
                "id",
                id,
                "source",
                "urn:poster",
                "type",
                TYPE,
                "time",
                AT.toString(),
                "tenantid",
                Notes.TENANT.toString());
        attributes.forEach((attribute, value) -> record.headers().add("ce_" + attribute, value.getBytes(UTF_8)));
        record.headers().add("content-type", "application/json".getBytes(UTF_8));
        sent.add(producer.send(record));
    }

    private void awaitSent() throws Exception {
        for (var each : sent) {
            each.get();
        }
        sent.clear();
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
}

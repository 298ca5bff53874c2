package nl.waarborg.benchmarks;

import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.config.SmallRyeConfigBuilder;
import jakarta.validation.Validation;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import nl.waarborg.eventsourcing.Actor;
import nl.waarborg.eventsourcing.Columns;
import nl.waarborg.eventsourcing.CommandContext;
import nl.waarborg.eventsourcing.EventStore;
import nl.waarborg.eventsourcing.EventTypes;
import nl.waarborg.eventsourcing.PersonalData;
import nl.waarborg.eventsourcing.Projection;
import nl.waarborg.eventsourcing.Publication;
import nl.waarborg.eventsourcing.PublishedEvent;
import nl.waarborg.eventsourcing.RecordedEvent;
import nl.waarborg.eventsourcing.StreamId;
import nl.waarborg.eventsourcing.TenantKeyFiles;
import nl.waarborg.eventsourcing.evidence.EvidenceLog;
import nl.waarborg.eventsourcing.inbound.InboundEvents;
import nl.waarborg.eventsourcing.inbound.PostedEvents;
import nl.waarborg.eventsourcing.inbound.Subscription;
import nl.waarborg.eventsourcing.relay.DebeziumRelay;
import nl.waarborg.eventsourcing.relay.PublishedEvents;
import nl.waarborg.eventsourcing.relay.Relay;
import nl.waarborg.eventsourcing.relay.RelayDatabase;
import nl.waarborg.eventsourcing.settings.Settings;
import nl.waarborg.eventsourcing.settings.Topics;
import nl.waarborg.eventsourcing.web.StrictJson;
import nl.waarborg.eventsourcing.web.Tenants;
import nl.waarborg.evidence.SigningKey;
import nl.waarborg.local.Database;
import nl.waarborg.local.KafkaBroker;
import nl.waarborg.local.PostgresServer;
import org.HdrHistogram.Histogram;
import org.postgresql.PGConnection;

/**
 * From the commit of an event in one service's database to the moment at which another session sees it in the projection of another
 * service's database: through the write-ahead log, the relay and Kafka, with the settings that services have by default. Events are sent at a
 * fixed pace, whatever became of earlier ones.
 */
public final class PublicationLatency {

    private static final String KNOCKED = "nl.waarborg.knock.knocked.v1";
    private static final Duration WARM_UP = Duration.ofSeconds(15);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private PublicationLatency() {}

    record Knocked(int number) {}

    private static final EventTypes<Knocked> TYPES =
            new EventTypes<>("knock", Knocked.class).type("knocked", Knocked.class);
    private static final EventTypes<Knocked> OTHERS_TYPES =
            new EventTypes<>("others-knock", Knocked.class).type(KNOCKED, Knocked.class);

    /** A row an event. Whoever listens is told in the moment in which others can see the row: at the commit. */
    private static final class HeardKnocks implements Projection<Knocked> {

        private static final String TABLE = "create table heard_knock (stream uuid primary key, number int not null)";
        private static final String INSERT =
                """
                with heard as (
                    insert into heard_knock (stream, number) select * from unnest(?::uuid[], ?::int[]) returning number)
                select pg_notify('heard', number::text) from heard""";

        @Override
        public String name() {
            return "heard-knocks";
        }

        @Override
        public Class<Knocked> events() {
            return Knocked.class;
        }

        @Override
        public List<String> tables() {
            return List.of("heard_knock");
        }

        @Override
        public void apply(List<RecordedEvent<Knocked>> events, Connection connection) throws SQLException {
            Columns.of(events)
                    .uuid(knock -> knock.stream().id())
                    .integer(knock -> knock.event().number())
                    .query(connection, INSERT, row -> 0);
        }
    }

    /** Arguments: events a second (20,1000), seconds each (30). */
    public static void main(String[] arguments) throws Exception {
        var rates = arguments.length > 0 ? arguments[0] : "20,1000";
        var length = Duration.ofSeconds(arguments.length > 1 ? Long.parseLong(arguments[1]) : 30);
        try (var directory = TemporaryDirectory.create();
                var server = PostgresServer.start(PostgresServer.Settings.in(directory.path()));
                var broker = KafkaBroker.start(KafkaBroker.Settings.in(directory.path()))) {
            var speaking = server.createDatabase("speaker");
            var listening = server.createDatabase("listener");
            LocalDatabases.migrate(speaking);
            LocalDatabases.migrate(listening, HeardKnocks.TABLE);
            var keys = new TenantKeyFiles(directory.path().resolve("keys"), new byte[32]);
            try (var speakers = LocalDatabases.writer(speaking, 16);
                    var listeners = LocalDatabases.writer(listening, 16);
                    var store =
                            new EventStore(speakers, keys, List.of(TYPES), List.of(), (commands, events, took) -> {});
                    var relay = relay(speaking, speakers, store, broker.bootstrapServers());
                    var inbound = inbound(listeners, keys, broker.bootstrapServers())) {
                relay.start();
                inbound.start();
                measure(store, listening, 50, WARM_UP);
                System.out.printf(
                        "%-12s %10s %10s %8s %8s %8s %8s | %s%n",
                        "events/s", "sent", "seen/s", "p50 ms", "p95 ms", "p99 ms", "max ms", "machine busy");
                for (var rate : rates.split(",", -1)) {
                    measure(store, listening, Integer.parseInt(rate), Duration.ofSeconds(5));
                    report(Integer.parseInt(rate), measure(store, listening, Integer.parseInt(rate), length));
                }
            }
        }
    }

    private record Measured(Histogram latencies, double seconds, double busy) {}

    private static Measured measure(EventStore store, Database listening, int rate, Duration length) throws Exception {
        var events = Math.toIntExact(rate * length.toSeconds());
        var committed = new AtomicLongArray(events);
        var knocks = store.handler(new Filing<Knocked>(), TYPES);
        var machine = CpuMeter.machine();
        var start = System.nanoTime();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor();
                var connection = DriverManager.getConnection(
                        listening.jdbcUrl(), listening.writerUser(), listening.writerPassword())) {
            try (var listen = connection.createStatement()) {
                listen.execute("listen heard");
            }
            var listener = threads.submit(() -> listen(connection.unwrap(PGConnection.class), committed));
            var sent = new ArrayList<Future<?>>();
            for (var i = 0; i < events; i++) {
                var number = i;
                awaitTurn(start + i * TimeUnit.SECONDS.toNanos(1) / rate);
                sent.add(threads.submit(() -> {
                    var context = CommandContext.of(Payload.TENANT, Actor.SCHEDULER, Instant.now())
                            .withExpectedVersion(0);
                    knocks.handle(StreamId.fresh(TYPES.category()), context, new Knocked(number));
                    committed.set(number, System.nanoTime());
                }));
            }
            for (var each : sent) {
                each.get();
            }
            var latencies = listener.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            var used = CpuMeter.machine().since(machine);
            return new Measured(latencies, (System.nanoTime() - start) / 1e9, (double) used.busy() / used.all());
        }
    }

    private static void awaitTurn(long at) {
        for (var left = at - System.nanoTime(); left > 0; left = at - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    /** Returns when every event was seen, once each. */
    private static Histogram listen(PGConnection connection, AtomicLongArray committed) throws SQLException {
        var latencies = new Histogram(PATIENCE.toNanos(), 3);
        while (latencies.getTotalCount() < committed.length()) {
            var notifications = connection.getNotifications(0);
            var seen = System.nanoTime();
            for (var notification : notifications) {
                var number = Integer.parseInt(notification.getParameter());
                var at = committed.get(number);
                while (at == 0) { // seen before the writer's thread was told of its own commit
                    Thread.onSpinWait();
                    at = committed.get(number);
                }
                latencies.recordValue(Math.max(0, seen - at));
            }
        }
        return latencies;
    }

    private static void report(int rate, Measured measured) {
        var latencies = measured.latencies;
        System.out.printf(
                Locale.ROOT,
                "%-12d %10d %10.0f %8.1f %8.1f %8.1f %8.1f | %.0f %%%n",
                rate,
                latencies.getTotalCount(),
                latencies.getTotalCount() / measured.seconds,
                latencies.getValueAtPercentile(50) / 1e6,
                latencies.getValueAtPercentile(95) / 1e6,
                latencies.getValueAtPercentile(99) / 1e6,
                latencies.getMaxValue() / 1e6,
                100 * measured.busy);
    }

    private static Relay relay(Database database, DataSource writer, EventStore store, String kafka) {
        var topics = new Topics("speaker");
        Publication publication = recorded -> Optional.of(new PublishedEvent(KNOCKED, recorded.event()));
        return new DebeziumRelay(
                new RelayDatabase(database.jdbcUrl(), database.writerUser(), database.writerPassword()),
                new PublishedEvents(store, publication, topics),
                new EvidenceLog(writer, store, SigningKey.generate("waarborg/speaker"), InstantSource.system()),
                Map.of("bootstrap.servers", kafka),
                topics.events(),
                byDefault(Settings.Relay.class),
                InstantSource.system());
    }

    private static InboundEvents inbound(AgroalDataSource pool, TenantKeyFiles keys, String kafka) {
        var clock = InstantSource.system();
        try (var validators = Validation.buildDefaultValidatorFactory()) {
            var posted = new PostedEvents(
                    List.of(), new StrictJson(validators.getValidator()), clock, byDefault(Settings.Events.class));
            return new InboundEvents(
                    List.of(Subscription.to("speaker", "knocks", OTHERS_TYPES).project(new HeardKnocks())),
                    posted,
                    new Tenants(pool),
                    pool,
                    new PersonalData(keys),
                    Map.of("bootstrap.servers", kafka),
                    new Topics("listener"),
                    byDefault(Settings.Inbound.class),
                    byDefault(Settings.Relay.class),
                    clock,
                    new SimpleMeterRegistry());
        }
    }

    /** What a service gets that sets nothing. */
    private static <S> S byDefault(Class<S> settings) {
        return new SmallRyeConfigBuilder().withMapping(settings).build().getConfigMapping(settings);
    }
}

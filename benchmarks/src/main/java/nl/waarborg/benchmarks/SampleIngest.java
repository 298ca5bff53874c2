package nl.waarborg.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import nl.waarborg.local.PostgresServer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Availability samples of monitors that a running availability-service takes in per second, as batches over HTTP and over Kafka, until a
 * query shows all of them; beside a bare {@code INSERT … unnest} of the same samples as rows, on a PostgreSQL of its own. What is
 * measured of the service begins with the events and ends with what can be read: parsing, checking and folding are in it.
 */
public final class SampleIngest {

    private static final Instant START = Instant.parse("2024-01-01T00:00:00Z");
    private static final String TYPE = "nl.waarborg.availability.record-samples.v1";
    private static final String SOURCE = "urn:benchmark:monitor";
    private static final int SYSTEMS = 8;
    private static final int SAMPLES_OF_EVENT = 1000;
    private static final int EVENTS_OF_BATCH = 10;
    private static final int CLIENTS = 4;
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Pattern UP = Pattern.compile("\"upSeconds\":(\\d+)");
    private static final String TABLE =
            """
            create table bare_sample (system_id text not null, probe text not null, at timestamptz not null, up boolean not null,
                primary key (system_id, probe, at))""";
    private static final String BARE =
            "insert into bare_sample select * from unnest(?::text[], ?::text[], ?::timestamptz[], ?::boolean[])";

    private final URI service;
    private final String poster;
    private final String operator;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private SampleIngest(URI service, String poster, String operator) {
        this.service = service;
        this.poster = poster;
        this.operator = operator;
    }

    /**
     * Arguments: address of availability-service, of the broker, a token of an event producer of afas that may post as {@value SOURCE}, one of
     * an operator of afas, samples (1000000). {@code benchmarks/sample-ingest} knows them all.
     */
    public static void main(String[] arguments) throws Exception {
        if (arguments.length < 4) {
            throw new IllegalArgumentException("arguments: service broker poster-token operator-token [samples]");
        }
        var samples = arguments.length > 4 ? Integer.parseInt(arguments[4]) : 1_000_000;
        var events = samples / SAMPLES_OF_EVENT;
        var ingest = new SampleIngest(URI.create(arguments[0]), arguments[2], arguments[3]);
        report("bare INSERT … unnest", events, bare(events));
        var first = ingest.systems();
        ingest.overHttp(first.subList(0, 1), events / 10); // warms up
        var http = ingest.systems();
        report("HTTP batches", events, seconds(() -> ingest.overHttp(http, events)));
        var kafka = ingest.systems();
        report("Kafka", events, seconds(() -> ingest.overKafka(arguments[1], kafka, events)));
    }

    private interface Work {
        void run() throws Exception;
    }

    private static double seconds(Work work) throws Exception {
        var start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e9;
    }

    private static void report(String way, int events, double seconds) {
        System.out.printf(
                Locale.ROOT,
                "%-22s %,12.0f samples/s (%,d in %.1f s)%n",
                way,
                events * SAMPLES_OF_EVENT / seconds,
                events * SAMPLES_OF_EVENT,
                seconds);
    }

    /** The second of an event's sample; events of one system follow each other. */
    private static Instant at(int event, int sample) {
        return START.plusSeconds((long) event / SYSTEMS * SAMPLES_OF_EVENT + sample);
    }

    private static double bare(int events) throws Exception {
        var directory = Files.createTempDirectory("waarborg-benchmark");
        try (var server = PostgresServer.start(PostgresServer.Settings.in(directory))) {
            var database = server.createDatabase("samples");
            try (var connection =
                    DriverManager.getConnection(database.jdbcUrl(), database.writerUser(), database.writerPassword())) {
                connection.createStatement().execute(TABLE);
                return seconds(() -> {
                    for (var event = 0; event < events; event += EVENTS_OF_BATCH) {
                        insert(connection, event);
                    }
                });
            }
        }
    }

    private static void insert(java.sql.Connection connection, int first) throws SQLException {
        var systems = new ArrayList<String>();
        var probes = new ArrayList<String>();
        var times = new ArrayList<String>();
        var ups = new ArrayList<Boolean>();
        for (var event = first; event < first + EVENTS_OF_BATCH; event++) {
            for (var sample = 0; sample < SAMPLES_OF_EVENT; sample++) {
                systems.add("system-" + event % SYSTEMS);
                probes.add("probe");
                times.add(at(event, sample).toString());
                ups.add(true);
            }
        }
        try (var insert = connection.prepareStatement(BARE)) {
            insert.setArray(1, connection.createArrayOf("text", systems.toArray()));
            insert.setArray(2, connection.createArrayOf("text", probes.toArray()));
            insert.setArray(3, connection.createArrayOf("text", times.toArray()));
            insert.setArray(4, connection.createArrayOf("bool", ups.toArray()));
            insert.executeUpdate();
        }
    }

    /** Registers systems that have no samples yet. */
    private List<String> systems() throws IOException, InterruptedException {
        var systems = IntStream.range(0, SYSTEMS)
                .mapToObj(i -> "bench-" + UUID.randomUUID())
                .toList();
        for (var system : systems) {
            send(HttpRequest.newBuilder(service.resolve("/api/v1/systems/" + system))
                    .header("Authorization", "Bearer " + operator)
                    .header("Content-Type", "application/json")
                    .PUT(HttpRequest.BodyPublishers.ofString(
                            """
                            {"name": "%s", "component": "PROFIT", "environmentKind": "PRODUCTION", "responsibleParty": "VENDOR"}"""
                                    .formatted(system))));
        }
        return systems;
    }

    private void overHttp(List<String> systems, int events) throws Exception {
        var requests = new ArrayList<Future<String>>();
        try (var threads = Executors.newFixedThreadPool(CLIENTS)) {
            for (var first = 0; first < events; first += EVENTS_OF_BATCH) {
                var from = first;
                Callable<String> request = () -> send(HttpRequest.newBuilder(service.resolve("/api/v1/events"))
                        .header("Authorization", "Bearer " + poster)
                        .header("Content-Type", "application/cloudevents-batch+json")
                        .POST(HttpRequest.BodyPublishers.ofString(batch(systems, from))));
                requests.add(threads.submit(request));
            }
        }
        for (var each : requests) {
            if (each.get().contains("REFUSED")) {
                throw new IllegalStateException("a batch was refused: " + each.get());
            }
        }
        awaitAll(systems, events);
    }

    private void overKafka(String broker, List<String> systems, int events) throws Exception {
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", broker, "linger.ms", "5", "compression.type", "lz4"),
                new StringSerializer(),
                new StringSerializer())) {
            var sent = new ArrayList<Future<?>>();
            for (var event = 0; event < events; event++) {
                var record = new ProducerRecord<>(
                        "availability.inbound", systems.get(event % systems.size()), event(systems, event));
                record.headers().add("content-type", "application/cloudevents+json".getBytes(UTF_8));
                sent.add(producer.send(record));
            }
            for (var each : sent) {
                each.get();
            }
        }
        awaitAll(systems, events);
    }

    private static String batch(List<String> systems, int first) {
        var batch = new StringBuilder("[");
        for (var event = first; event < first + EVENTS_OF_BATCH; event++) {
            batch.append(event == first ? "" : ",").append(event(systems, event));
        }
        return batch.append(']').toString();
    }

    private static String event(List<String> systems, int event) {
        var system = systems.get(event % systems.size());
        var text = new StringBuilder(SAMPLES_OF_EVENT * 100);
        text.append("{\"specversion\":\"1.0\",\"id\":\"")
                .append(system)
                .append('/')
                .append(event);
        text.append("\",\"source\":\"" + SOURCE + "\",\"type\":\"" + TYPE + "\",\"time\":\"");
        text.append(at(event, SAMPLES_OF_EVENT)).append("\",\"tenantid\":\"").append(new UUID(0, 0));
        text.append(
                "\",\"datacontenttype\":\"application/json\",\"data\":{\"provider\":\"afas\",\"probe\":\"p\",\"samples\":[");
        for (var sample = 0; sample < SAMPLES_OF_EVENT; sample++) {
            text.append(sample == 0 ? "" : ",").append("{\"system\":\"").append(system);
            text.append("\",\"at\":\"").append(at(event, sample)).append("\",\"up\":true}");
        }
        return text.append("]}}").toString();
    }

    /** Until a query shows every second that was sampled. */
    private void awaitAll(List<String> systems, int events) throws Exception {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        for (var system = 0; system < systems.size(); system++) {
            var of = system;
            var seconds = IntStream.range(0, events)
                            .filter(event -> event % systems.size() == of)
                            .mapToLong(event -> at(event, 0).getEpochSecond())
                            .distinct()
                            .count()
                    * SAMPLES_OF_EVENT;
            while (seen(systems.get(of), events) < seconds) {
                if (System.nanoTime() > deadline) {
                    throw new IllegalStateException("not all samples were seen");
                }
                Thread.sleep(Duration.ofMillis(20));
            }
        }
    }

    private long seen(String system, int events) throws IOException, InterruptedException {
        var end = at(events + SYSTEMS, 0);
        String answer;
        try {
            answer = send(HttpRequest.newBuilder(
                            service.resolve("/api/v1/measurements/" + system + "?from=" + START + "&to=" + end))
                    .header("Authorization", "Bearer " + operator)
                    .GET());
        } catch (IOException e) {
            return 0; // a broken connection says nothing; whoever waits asks again
        }
        var up = UP.matcher(answer);
        return up.find() ? Long.parseLong(up.group(1)) : 0;
    }

    private String send(HttpRequest.Builder request) throws IOException, InterruptedException {
        var response = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() >= 300) {
            throw new IllegalStateException(response.statusCode() + " " + response.body());
        }
        return response.body();
    }
}

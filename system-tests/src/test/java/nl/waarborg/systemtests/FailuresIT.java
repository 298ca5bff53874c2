package nl.waarborg.systemtests;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import nl.waarborg.local.Identity;
import nl.waarborg.local.Role;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Parts are killed while a system posts. What was acknowledged is there, once; the system posts the rest again; whoever listens gets
 * everything. Nobody tends the suite but its supervisor, which starts again what died.
 */
@ExtendWith(Suite.Started.class)
class FailuresIT {

    private final Instant at = Instant.now().minus(Duration.ofHours(1));
    private static final Duration RECOVERY = Duration.ofSeconds(90);

    /** What stays between the customer and support. */
    private static final Set<String> UNPUBLISHED = Set.of(
            "vendor-reaction-added",
            "feedback-requested",
            "deadline-warning-raised",
            "clocks-paused",
            "clocks-resumed");

    private Customer customer;
    private UUID submitter;

    @BeforeEach
    void concludeAgreement() {
        customer = Customer.concluded("afas");
        submitter = customer.submitter("submitter@failures.example");
    }

    @Test
    void incident_service_is_killed_while_events_are_posted() throws Exception {
        try (var outbox = new Outbox(customer, histories(60))) {
            outbox.awaitAcknowledged(20);
            Suite.running().kill(RunningPart.INCIDENT_SERVICE);
            outbox.awaitAcknowledged(100);
            Suite.running().kill(RunningPart.INCIDENT_SERVICE);

            assertAllThereAndPublishedOnce(outbox.awaitAll());
            assertTrue(outbox.failures().contains(Outbox.NO_ANSWER), "no post ever met the killed service");
        }
    }

    @Test
    void kafka_is_away_and_incident_service_works_whole_and_even_starts_without_it() throws Exception {
        Map<String, String> streams;
        try (var away = Suite.running().keepDown(RunningPart.KAFKA);
                var outbox = new Outbox(customer, histories(60))) {
            streams = new TreeMap<>(outbox.awaitAll());
            assertEquals(Set.of(), outbox.failures());
            assertTrue(isReady());
            assertThereOnce(streams);

            Suite.running().kill(RunningPart.INCIDENT_SERVICE);
            await().atMost(RECOVERY).until(FailuresIT::isReady);
            streams.put("LAST", customer.accept(customer.raise("LAST", submitter, "P3", at)));
            assertTrue(away.isHeld());
        }
        assertPublishedOnce(streams);

        // Events of others flow again as well.
        Customer.concluded("afas");
    }

    @Test
    void kafka_is_killed_while_events_are_posted() throws Exception {
        try (var outbox = new Outbox(customer, histories(60))) {
            outbox.awaitAcknowledged(20);
            Suite.running().kill(RunningPart.KAFKA);

            assertAllThereAndPublishedOnce(outbox.awaitAll());
            assertEquals(Set.of(), outbox.failures());
        }
    }

    @Test
    void postgresql_is_killed_while_events_are_posted() throws Exception {
        try (var outbox = new Outbox(customer, histories(60))) {
            outbox.awaitAcknowledged(20);
            Suite.running().kill(RunningPart.INCIDENT_WRITERS);
            outbox.awaitAcknowledged(100);
            Suite.running().kill(RunningPart.POSTGRESQL);
            var queue = customer.as(Role.SUPPORT_AGENT).get("/api/v1/incidents?tenant=" + customer.tenant());
            assertTrue(
                    queue.status() == 200 || queue.problem().equals("unavailable"),
                    () -> queue.status() + " " + queue.body());

            assertAllThereAndPublishedOnce(outbox.awaitAll());
            assertTrue(outbox.failures().contains(503), () -> "failures " + outbox.failures());
        }
    }

    @Test
    void incident_service_is_killed_while_it_takes_in_agreements() {
        var customers = new ArrayList<Customer>();
        for (var i = 0; i < 24; i++) {
            customers.add(Customer.concluding("afas"));
            if (i == 8) {
                Suite.running().kill(RunningPart.INCIDENT_SERVICE);
            }
        }
        customers.forEach(Customer::awaitTerms);
        var nextMonth = LocalDate.now(SupportHours2016.ZONE).plusMonths(1);
        for (var i = 0; i < customers.size(); i++) {
            customers.get(i).changeTerms(Map.of("priority.P2.response", "OPEN PT4H"), nextMonth);
            if (i == 8) {
                Suite.running().kill(RunningPart.INCIDENT_SERVICE);
            }
        }
        await().atMost(RECOVERY).ignoreException(UncheckedIOException.class).untilAsserted(() -> {
            for (var each : customers) {
                assertEquals(each.agreedVersions(), each.knownVersions());
            }
        });
        assertEquals(2, customers.getFirst().knownVersions().size());
    }

    /** Opened all at once, these events take more memory than the service has. */
    @Test
    void availability_service_comes_back_to_a_backlog_of_large_events() throws Exception {
        var operator = Api.availability(Identity.of(Role.OPERATOR, "afas", null));
        var system = "backlog-" + UUID.randomUUID();
        var registered = operator.put(
                "/api/v1/systems/" + system,
                Map.of(
                        "name", system,
                        "component", "PROFIT",
                        "environmentKind", "PRODUCTION",
                        "responsibleParty", "VENDOR"));
        assertEquals(2, registered.status() / 100, registered.body().toString());
        var events = 500;
        var samplesOfEach = 1_000;
        var from = Instant.parse("2026-03-02T00:00:00Z");
        Suite.running().kill(RunningPart.AVAILABILITY_SERVICE);
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of(
                        "bootstrap.servers", Suite.running().kafka(), "compression.type", "gzip", "linger.ms", "20"),
                new StringSerializer(),
                new StringSerializer())) {
            var sent = new ArrayList<Future<RecordMetadata>>();
            for (var event = 0; event < events; event++) {
                var first = from.plusSeconds((long) event * samplesOfEach);
                var record =
                        new ProducerRecord<>("availability.inbound", system, samples(system, first, samplesOfEach));
                record.headers().add("content-type", Api.EVENT.getBytes(UTF_8));
                sent.add(producer.send(record));
            }
            for (var each : sent) {
                each.get();
            }
        }

        var measured = "/api/v1/measurements/%s?from=%s&to=%s"
                .formatted(system, from, from.plusSeconds((long) events * samplesOfEach));
        await().atMost(RECOVERY).ignoreException(UncheckedIOException.class).untilAsserted(() -> {
            var answer = operator.get(measured);
            assertEquals(200, answer.status(), answer.body().toString());
            assertEquals(
                    events * samplesOfEach, answer.body().findPath("upSeconds").asInt());
        });
    }

    /** As a monitor posts them: one a second, all of them up. */
    private static String samples(String system, Instant first, int count) {
        var samples = IntStream.range(0, count)
                .mapToObj(
                        i -> Map.of("system", system, "at", first.plusSeconds(i).toString(), "up", true))
                .toList();
        try {
            return Api.MAPPER.writeValueAsString(Map.of(
                    "specversion",
                    "1.0",
                    "id",
                    system + "/" + first,
                    "source",
                    "urn:waarborg:system-tests:monitor",
                    "type",
                    "nl.waarborg.availability.record-samples.v1",
                    "time",
                    first.plusSeconds(count).toString(),
                    "tenantid",
                    new UUID(0, 0),
                    "datacontenttype",
                    Api.JSON,
                    "data",
                    Map.of("provider", "afas", "probe", "monitor", "samples", samples)));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Raised, answered and handled: for each number, its events. */
    private Map<String, List<Map<String, Object>>> histories(int count) {
        var histories = new LinkedHashMap<String, List<Map<String, Object>>>();
        IntStream.range(0, count).mapToObj(i -> "TICKET-" + (100 + i)).forEach(number -> {
            var about = Map.of("number", number);
            histories.put(
                    number,
                    List.of(
                            customer.raise(number, submitter, "P3", at),
                            customer.event("respond-" + number, "respond.v1", at.plusSeconds(60), about),
                            customer.event(
                                    "handle-" + number,
                                    "handle.v1",
                                    at.plusSeconds(120),
                                    Map.of("number", number, "solution", "Done"))));
        });
        return histories;
    }

    private void assertAllThereAndPublishedOnce(Map<String, String> streams) {
        assertThereOnce(streams);
        assertPublishedOnce(streams);
    }

    private void assertThereOnce(Map<String, String> streams) {
        var numbers = new ArrayList<String>();
        for (var incident : answered("/api/v1/incidents?limit=500&tenant=" + customer.tenant())
                .path("items")) {
            numbers.add(incident.path("incident").path("number").asText());
        }
        Collections.sort(numbers);
        assertEquals(List.copyOf(new TreeSet<>(streams.keySet())), numbers);
        streams.values().forEach(stream -> {
            var history = history(stream);
            var types = history.stream().map(Entry::type).toList();
            for (var posted : List.of("incident-raised", "incident-response-given", "incident-handled")) {
                assertEquals(1, Collections.frequency(types, posted), () -> posted + " in " + history);
            }
            assertEquals(
                    IntStream.rangeClosed(1, history.size()).boxed().toList(),
                    history.stream().map(Entry::version).toList());
        });
    }

    /** Whoever listens from the beginning sees every event that may be known outside, and each only once by stream and version. */
    private void assertPublishedOnce(Map<String, String> streams) {
        try (var listener = new PublishedEvents(customer)) {
            await().atMost(RECOVERY).untilAsserted(() -> {
                var published = new TreeMap<String, Set<Integer>>();
                streams.values().forEach(stream -> published.put(stream, publishedVersions(stream)));
                assertEquals(published, listener.versions());
            });
        }
    }

    private Set<Integer> publishedVersions(String stream) {
        var versions = new TreeSet<Integer>();
        history(stream).stream()
                .filter(entry -> !UNPUBLISHED.contains(entry.type()))
                .forEach(entry -> versions.add(entry.version()));
        return versions;
    }

    private record Entry(int version, String type) {}

    private List<Entry> history(String stream) {
        return StreamSupport.stream(
                        answered("/api/v1/incidents/" + stream + "/history").spliterator(), false)
                .map(entry -> new Entry(
                        entry.path("version").asInt(), entry.path("type").asText()))
                .toList();
    }

    /** As soon as the service is there again. */
    private JsonNode answered(String path) {
        return await().pollDelay(Duration.ZERO)
                .atMost(RECOVERY)
                .ignoreException(UncheckedIOException.class)
                .until(() -> customer.as(Role.SUPPORT_AGENT).get(path), answer -> answer.status() == 200)
                .body();
    }

    private static boolean isReady() {
        try {
            return new Api(Suite.running().addresses().incidents(), null)
                            .get("/q/health/ready")
                            .status()
                    == 200;
        } catch (UncheckedIOException e) {
            return false;
        }
    }
}

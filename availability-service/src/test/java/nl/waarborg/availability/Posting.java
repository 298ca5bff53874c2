package nl.waarborg.availability;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import nl.waarborg.eventsourcing.test.quarkus.ServiceSurroundings;
import nl.waarborg.local.Identity;
import nl.waarborg.local.Role;
import nl.waarborg.terms.Preset;
import nl.waarborg.terms.TermKey;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** What other systems and services say, in tests. */
public final class Posting {

    public static final String SOURCE = "urn:test:monitor";
    public static final UUID PLATFORM = new UUID(0, 0);

    /** For what others do meanwhile, on a busy machine. */
    public static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final ObjectMapper JSON = new ObjectMapper();

    private Posting() {}

    public static Map<String, Object> event(
            String id, UUID tenant, String type, Instant at, boolean historic, Object data) {
        var event = new HashMap<String, Object>(Map.of(
                "specversion",
                "1.0",
                "id",
                id,
                "source",
                SOURCE,
                "type",
                "nl.waarborg.availability." + type + ".v1",
                "time",
                at.toString(),
                "tenantid",
                tenant,
                "datacontenttype",
                "application/json",
                "data",
                data));
        if (historic) {
            event.put("historic", true);
        }
        return event;
    }

    public static Response post(Map<String, Object> event) {
        return poster("afas")
                .contentType("application/cloudevents+json")
                .body(json(event))
                .post("/api/v1/events");
    }

    public static Response postBatch(List<Map<String, Object>> events) {
        return postBatch("afas", events);
    }

    public static Response postBatch(String provider, List<Map<String, Object>> events) {
        return poster(provider)
                .contentType("application/cloudevents-batch+json")
                .body(json(events))
                .post("/api/v1/events");
    }

    private static RequestSpecification poster(String provider) {
        return given().auth()
                .oauth2(ServiceSurroundings.token(Identity.eventProducer(
                        provider, null, List.of(SOURCE), List.of("nl.waarborg.availability.*"), true)));
    }

    public static RequestSpecification as(Identity identity) {
        return given().auth().oauth2(ServiceSurroundings.token(identity)).contentType(ContentType.JSON);
    }

    /** A customer with an agreement of old, known to the service when this returns. */
    public static UUID agreed(String provider, Preset preset) {
        var tenant = UUID.randomUUID();
        var agreement = UUID.randomUUID();
        agreement(
                tenant,
                "agreement-concluded",
                Map.of(
                        "agreementId",
                        agreement,
                        "provider",
                        provider,
                        "reference",
                        "R-" + tenant,
                        "name",
                        "Example",
                        "preset",
                        preset,
                        "concludedOn",
                        "2016-01-01",
                        "licence",
                        Map.of("type", "ERP", "users", 10, "employees", 10, "environments", 1, "returns", 1)));
        terms(tenant, agreement, preset, 1, "2015-12-31T23:00:00Z", Set.of());
        await().atMost(PATIENCE)
                .until(() -> as(Identity.of(Role.OPERATOR, provider, null))
                                .get("/api/v1/tenants/" + tenant + "/terms")
                                .statusCode()
                        == 200);
        return tenant;
    }

    /** First Class from a day on; known to the service when this returns. */
    public static void firstClass(String provider, UUID tenant, String startsOn) {
        agreement(tenant, "first-class-started", Map.of("agreementId", UUID.randomUUID(), "startsOn", startsOn));
        await().atMost(PATIENCE).until(() -> as(Identity.of(Role.OPERATOR, provider, null))
                .get("/api/v1/tenants/" + tenant + "/terms")
                .path("firstClass"));
    }

    /** From a moment on something is not agreed any longer; known to the service when this returns. */
    public static void notAgreed(String provider, UUID tenant, Preset preset, String validFrom, TermKey key) {
        terms(tenant, UUID.randomUUID(), preset, 2, validFrom, Set.of(key));
        await().atMost(PATIENCE).until(() -> as(Identity.of(Role.OPERATOR, provider, null))
                .get("/api/v1/tenants/" + tenant + "/terms")
                .jsonPath()
                .getList("terms.version")
                .contains(2));
    }

    private static void terms(
            UUID tenant, UUID agreement, Preset preset, int version, String validFrom, Set<TermKey> without) {
        agreement(
                tenant,
                "tenant-terms-published",
                Map.of(
                        "agreementId",
                        agreement,
                        "termsVersion",
                        version,
                        "preset",
                        preset,
                        "validFrom",
                        validFrom,
                        "terms",
                        preset.terms().values().stream()
                                .filter(term -> !without.contains(term.key()))
                                .map(term -> Map.of(
                                        "key", term.key().key(),
                                        "value", term.value().toString(),
                                        "clause", term.clause(),
                                        "origin", "PRESET"))
                                .toList()));
    }

    private static void agreement(UUID tenant, String type, Map<String, ?> data) {
        send(
                "processor-agreement.events",
                tenant.toString(),
                "urn:waarborg:processor-agreement",
                "nl.waarborg.processor-agreement." + type + ".v1",
                tenant,
                UUID.randomUUID().toString(),
                data);
    }

    /** To a topic, as a CloudEvent in binary mode. */
    public static void send(String topic, String key, String source, String type, UUID tenant, String id, Object data) {
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", ServiceSurroundings.kafka()),
                new StringSerializer(),
                new StringSerializer())) {
            var record = new ProducerRecord<>(topic, key, json(data));
            Map.of(
                            "ce_specversion",
                            "1.0",
                            "ce_id",
                            id,
                            "ce_source",
                            source,
                            "ce_type",
                            type,
                            "ce_time",
                            "2026-03-01T00:00:00Z",
                            "ce_tenantid",
                            tenant.toString(),
                            "content-type",
                            "application/json")
                    .forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
            producer.send(record).get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What this service told others of one matter, in order; waits until it is so much. */
    public static List<JsonNode> published(String type, String matter, int count) {
        var found = new ArrayList<JsonNode>();
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of(
                        "bootstrap.servers",
                        ServiceSurroundings.kafka(),
                        "group.id",
                        UUID.randomUUID().toString(),
                        "auto.offset.reset",
                        "earliest"),
                new StringDeserializer(),
                new StringDeserializer())) {
            consumer.subscribe(List.of("availability.events"));
            await().atMost(PATIENCE).until(() -> {
                for (var record : consumer.poll(Duration.ofMillis(500))) {
                    var said = record.headers().lastHeader("ce_type");
                    if (said != null
                            && new String(said.value(), StandardCharsets.UTF_8)
                                    .equals("nl.waarborg.availability." + type + ".v1")
                            && record.value().contains(matter)) {
                        found.add(JSON.readTree(record.value()));
                    }
                }
                return found.size() >= count;
            });
        }
        return found;
    }

    public static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}

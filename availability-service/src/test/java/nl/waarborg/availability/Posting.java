package nl.waarborg.availability;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import nl.waarborg.eventsourcing.test.quarkus.ServiceSurroundings;
import nl.waarborg.local.Identity;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/** What other systems and services say, in tests. */
final class Posting {

    static final String SOURCE = "urn:test:monitor";
    static final UUID PLATFORM = new UUID(0, 0);

    private static final ObjectMapper JSON = new ObjectMapper();

    private Posting() {}

    static Map<String, Object> event(String id, UUID tenant, String type, Instant at, boolean historic, Object data) {
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

    static Response post(Map<String, Object> event) {
        return poster().contentType("application/cloudevents+json")
                .body(json(event))
                .post("/api/v1/events");
    }

    static Response postBatch(List<Map<String, Object>> events) {
        return poster().contentType("application/cloudevents-batch+json")
                .body(json(events))
                .post("/api/v1/events");
    }

    private static RequestSpecification poster() {
        return given().auth()
                .oauth2(ServiceSurroundings.token(Identity.eventProducer(
                        "afas", null, List.of(SOURCE), List.of("nl.waarborg.availability.*"), true)));
    }

    static RequestSpecification as(Identity identity) {
        return given().auth().oauth2(ServiceSurroundings.token(identity)).contentType(ContentType.JSON);
    }

    /** To a topic, as a CloudEvent in binary mode. */
    static void send(String topic, String key, String source, String type, UUID tenant, String id, Object data) {
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

    static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}

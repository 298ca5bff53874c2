package nl.waarborg.systemtests;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import nl.waarborg.local.Role;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Parts are killed while a system posts; it posts again whatever was not answered, and nothing is lost or doubled. */
class FailuresIT {

    private static final Instant AT = Instant.parse("2026-03-05T10:00:00Z");

    private static Customer customer;
    private static UUID submitter;

    @BeforeAll
    static void concludeAgreement() {
        customer = Customer.concluded("afas");
        submitter = customer.submitter("submitter@failures.example");
    }

    @Test
    void incident_service_is_killed_between_posts() {
        var events = raises("KILLED-", 60);

        post(events.subList(0, 30));
        Suite.running().killService("incident-service");
        post(events.subList(30, 60));
        Suite.running().killService("incident-service");

        assertEquals(numbers("KILLED-", 60), storedNumbers("KILLED-"));
        assertEquals(
                "DUPLICATE", onceAnswered(events.getFirst()).path("outcome").asText());
    }

    @Test
    void kafka_is_killed_while_events_are_posted_and_others_hear_of_them_afterwards() {
        Suite.running().killKafka();
        var events = raises("NO-KAFKA-", 20);
        for (var event : events) {
            // Whoever writes reads its own write; the broker is not needed for it.
            assertEquals(201, customer.post(event).status());
        }
        assertEquals(numbers("NO-KAFKA-", 20), storedNumbers("NO-KAFKA-"));

        // An agreement that is concluded meanwhile reaches incident-service as soon as the broker is back.
        var late = Customer.concluded("afas");
        late.accept(late.raise("AFTER-1", late.submitter("s@late.example"), "P3", AT));
    }

    private static List<Map<String, Object>> raises(String prefix, int count) {
        return numbers(prefix, count).stream()
                .map(number -> customer.raise(number, submitter, "P3", AT))
                .toList();
    }

    private static List<String> numbers(String prefix, int count) {
        return IntStream.range(0, count).mapToObj(i -> prefix + (100 + i)).toList();
    }

    /** Each until it is answered, as a producer with an outbox does. */
    private static void post(List<Map<String, Object>> events) {
        events.forEach(FailuresIT::onceAnswered);
    }

    private static JsonNode onceAnswered(Map<String, Object> event) {
        return await().atMost(Duration.ofSeconds(60))
                .ignoreException(UncheckedIOException.class)
                .until(() -> customer.post(event), answer -> answer.status() / 100 == 2)
                .body();
    }

    private static List<String> storedNumbers(String prefix) {
        var answer = await().atMost(Duration.ofSeconds(60))
                .ignoreException(UncheckedIOException.class)
                .until(
                        () -> customer.as(Role.SUPPORT_AGENT)
                                .get("/api/v1/incidents?limit=100&tenant=" + customer.tenant()),
                        list -> list.status() == 200);
        var numbers = new ArrayList<String>();
        for (var incident : answer.body().path("items")) {
            var number = incident.path("incident").path("number").asText();
            if (number.startsWith(prefix)) {
                numbers.add(number);
            }
        }
        return numbers.stream().sorted().toList();
    }
}

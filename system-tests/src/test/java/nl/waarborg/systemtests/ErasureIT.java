package nl.waarborg.systemtests;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import nl.waarborg.local.Role;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** One confirmation, and no service can read a customer's people any more; each says so itself. */
@ExtendWith(Suite.Started.class)
class ErasureIT {

    private static final List<String> SERVICES = List.of("processor-agreement", "incident", "availability");
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final String TITLE = "The payslips stay empty";

    @Test
    void every_service_answers_a_confirmed_erasure_and_none_can_read_the_customers_people() {
        var erased = customer();
        var stays = customer();
        assertEquals(TITLE, title(erased));
        var erasure = UUID.randomUUID();

        confirm(erased.customer(), erasure);

        try (var answers = new Answers(erased.customer())) {
            await().atMost(PATIENCE).until(() -> answers.read().keySet().containsAll(SERVICES));
            answers.read().forEach((service, answer) -> {
                assertEquals(erasure.toString(), answer.path("erasureId").asText(), service);
                assertEquals(0, answer.path("readBack").path("readable").asInt(), service);
            });
            assertTrue(answers.read()
                            .get("incident")
                            .path("readBack")
                            .path("protectedValues")
                            .asInt()
                    > 0);
        }
        assertNull(title(erased));
        var late = erased.customer().raise("TOO-LATE", erased.submitter(), "P3", Instant.now());
        assertEquals("tenant-erased", erased.customer().post(late).problem());
        assertEquals(TITLE, title(stays));
    }

    /** A customer with an incident of which somebody wrote the title. */
    private record WithIncident(Customer customer, UUID submitter, String incident) {}

    private static WithIncident customer() {
        var customer = Customer.concluded("phocus");
        var submitter = customer.submitter("erasure@customer.example");
        return new WithIncident(
                customer, submitter, customer.accept(customer.raise("ERASED", submitter, "P3", Instant.now())));
    }

    private static @Nullable String title(WithIncident erased) {
        var answer = erased.customer().as(Role.SUPPORT_AGENT).get("/api/v1/incidents/" + erased.incident());
        assertEquals(200, answer.status(), answer.body().toString());
        return answer.body().path("incident").path("title").textValue();
    }

    /** As processor-agreement-service publishes it. */
    private static void confirm(Customer customer, UUID erasure) {
        var event = new ProducerRecord<>(
                "processor-agreement.events", erasure.toString(), "{\"erasureId\":\"%s\"}".formatted(erasure));
        Map.of(
                        "ce_specversion",
                        "1.0",
                        "ce_id",
                        UUID.randomUUID().toString(),
                        "ce_source",
                        "urn:waarborg:processor-agreement",
                        "ce_type",
                        "nl.waarborg.processor-agreement.tenant-erasure-confirmed.v1",
                        "ce_time",
                        Instant.now().toString(),
                        "ce_tenantid",
                        customer.tenant().toString(),
                        "ce_partitionkey",
                        erasure.toString(),
                        "ce_sequence",
                        "1",
                        "ce_subject",
                        "erasure-" + erasure,
                        "content-type",
                        "application/json")
                .forEach((name, value) -> event.headers().add(name, value.getBytes(UTF_8)));
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", Suite.running().kafka()),
                new StringSerializer(),
                new StringSerializer())) {
            var unused = producer.send(event);
            producer.flush();
        }
    }

    /** What each service published of this customer's erasure, by service. */
    private static final class Answers implements AutoCloseable {

        private final Customer customer;
        private final KafkaConsumer<String, byte[]> consumer;
        private final Map<String, JsonNode> seen = new TreeMap<>();

        Answers(Customer customer) {
            this.customer = customer;
            this.consumer = new KafkaConsumer<>(
                    Map.of(
                            ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                            Suite.running().kafka()),
                    new StringDeserializer(),
                    new ByteArrayDeserializer());
            var partitions = SERVICES.stream()
                    .flatMap(service -> consumer.partitionsFor(service + ".events").stream())
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
        }

        Map<String, JsonNode> read() {
            consumer.poll(Duration.ofMillis(500)).forEach(this::take);
            return seen;
        }

        private void take(ConsumerRecord<String, byte[]> event) {
            var service = event.topic().replace(".events", "");
            if (!header(event, "ce_type").equals("nl.waarborg.%s.tenant-erased.v1".formatted(service))
                    || !header(event, "ce_tenantid").equals(customer.tenant().toString())) {
                return;
            }
            try {
                seen.put(service, Api.MAPPER.readTree(event.value()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static String header(ConsumerRecord<String, byte[]> event, String name) {
            return Optional.ofNullable(event.headers().lastHeader(name))
                    .map(header -> new String(header.value(), UTF_8))
                    .orElse("");
        }

        @Override
        public void close() {
            consumer.close();
        }
    }
}

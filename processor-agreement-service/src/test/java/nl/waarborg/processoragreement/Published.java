package nl.waarborg.processoragreement;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import nl.waarborg.eventsourcing.test.quarkus.ServiceSurroundings;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** One event as other services read it from the topic. */
record Published(String type, UUID tenant, String stream, String time, String text) {

    static final String TYPES = "nl.waarborg.processor-agreement.";

    /** At least so many events of the tenant, in the order of its partition. */
    static List<Published> ofTenant(UUID tenant, int count) {
        return read(count, event -> event.tenant().equals(tenant));
    }

    static List<Published> ofStream(UUID stream, int count) {
        return read(count, event -> event.stream().equals(stream.toString()));
    }

    private static List<Published> read(int count, Predicate<Published> wanted) {
        var found = new ArrayList<Published>();
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of(
                        "bootstrap.servers",
                        ServiceSurroundings.kafka(),
                        "group.id",
                        UUID.randomUUID().toString(),
                        "auto.offset.reset",
                        "earliest",
                        "metadata.max.age.ms",
                        "1000"),
                new StringDeserializer(),
                new StringDeserializer())) {
            consumer.subscribe(List.of("processor-agreement.events"));
            await().atMost(Duration.ofSeconds(60)).until(() -> {
                consumer.poll(Duration.ofMillis(500)).forEach(record -> {
                    var event = new Published(
                            header(record, "ce_type"),
                            UUID.fromString(header(record, "ce_tenantid")),
                            header(record, "ce_partitionkey"),
                            header(record, "ce_time"),
                            record.value());
                    if (wanted.test(event)) {
                        found.add(event);
                    }
                });
                return found.size() >= count;
            });
        }
        return found;
    }

    /** Publishes an event of another service in its place. */
    static void asOther(String service, String type, UUID stream, int sequence, UUID tenant, Object data) {
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", ServiceSurroundings.kafka()),
                new StringSerializer(),
                new StringSerializer())) {
            var record = new ProducerRecord<>(
                    service + ".events",
                    stream.toString(),
                    new ObjectMapper().valueToTree(data).toString());
            Map.of(
                            "ce_specversion",
                            "1.0",
                            "ce_id",
                            UUID.randomUUID().toString(),
                            "ce_source",
                            "urn:waarborg:" + service,
                            "ce_type",
                            "nl.waarborg." + service + "." + type,
                            "ce_subject",
                            "test-" + stream,
                            "ce_time",
                            Instant.now().toString(),
                            "ce_tenantid",
                            tenant.toString(),
                            "ce_sequence",
                            Integer.toString(sequence),
                            "content-type",
                            "application/json")
                    .forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
            producer.send(record).get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    JsonNode json() {
        try {
            return new ObjectMapper().readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String header(ConsumerRecord<?, ?> record, String name) {
        var header = record.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }
}

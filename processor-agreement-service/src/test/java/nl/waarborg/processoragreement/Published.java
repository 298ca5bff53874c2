package nl.waarborg.processoragreement;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.waarborg.eventsourcing.test.quarkus.ServiceSurroundings;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** One event as other services read it from the topic. */
record Published(String type, UUID tenant, String stream, String time, String text) {

    static final String TYPES = "nl.waarborg.processor-agreement.";

    /** At least so many events of the tenant, in the order of its partition. */
    static List<Published> ofTenant(UUID tenant, int count) {
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
                    if (tenant.toString().equals(header(record, "ce_tenantid"))) {
                        found.add(new Published(
                                header(record, "ce_type"),
                                tenant,
                                header(record, "ce_partitionkey"),
                                header(record, "ce_time"),
                                record.value()));
                    }
                });
                return found.size() >= count;
            });
        }
        return found;
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

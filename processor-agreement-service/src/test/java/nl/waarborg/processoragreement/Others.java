package nl.waarborg.processoragreement;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import nl.waarborg.eventsourcing.test.quarkus.ServiceSurroundings;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/** What other services tell, as they publish it. */
final class Others {

    private Others() {}

    /**
     * @param stream of the producer
     * @param sequence the event's place in the stream, from 1
     * @param type without {@code nl.waarborg.<service>.}
     * @param at RFC 3339
     */
    static void tell(String service, UUID stream, int sequence, String type, UUID tenant, String at, String data) {
        var record = new ProducerRecord<>(service + ".events", stream.toString(), data);
        Map.of(
                        "ce_specversion",
                        "1.0",
                        "ce_id",
                        UUID.randomUUID().toString(),
                        "ce_source",
                        "urn:waarborg:" + service,
                        "ce_type",
                        "nl.waarborg." + service + "." + type,
                        "ce_time",
                        at,
                        "ce_tenantid",
                        tenant.toString(),
                        "ce_sequence",
                        Integer.toString(sequence),
                        "content-type",
                        "application/json")
                .forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", ServiceSurroundings.kafka()),
                new StringSerializer(),
                new StringSerializer())) {
            producer.send(record).get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}

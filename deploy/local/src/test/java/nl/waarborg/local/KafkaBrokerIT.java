package nl.waarborg.local;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class KafkaBrokerIT {

    @TempDir
    private Path directory;

    @Test
    void an_acknowledged_record_survives_a_kill_and_topics_do_not_create_themselves() throws Exception {
        var settings = KafkaBroker.Settings.in(directory);
        var killed = KafkaBroker.start(settings);
        try (var admin = Admin.create(Map.of("bootstrap.servers", killed.bootstrapServers()))) {
            var unknown = assertThrows(ExecutionException.class, () -> admin.describeTopics(List.of("incident.events"))
                    .allTopicNames()
                    .get(30, SECONDS));
            assertEquals(
                    UnknownTopicOrPartitionException.class, unknown.getCause().getClass());
            admin.createTopics(List.of(new NewTopic("incident.events", Optional.of(1), Optional.empty())))
                    .all()
                    .get(30, SECONDS);
        }
        send(killed, "raised");
        killed.kill();

        try (var broker = KafkaBroker.start(settings)) {
            send(broker, "handled");
            assertEquals(List.of("raised", "handled"), read(broker));
        }
    }

    private static void send(KafkaBroker broker, String value) throws Exception {
        try (var producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", broker.bootstrapServers(), "acks", "all"),
                new StringSerializer(),
                new StringSerializer())) {
            producer.send(new ProducerRecord<>("incident.events", value)).get(30, SECONDS);
        }
    }

    private static List<String> read(KafkaBroker broker) {
        var partition = new TopicPartition("incident.events", 0);
        try (var consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", broker.bootstrapServers()),
                new StringDeserializer(),
                new StringDeserializer())) {
            consumer.assign(Set.of(partition));
            consumer.seekToBeginning(Set.of(partition));
            return java.util.stream.Stream.of(consumer.poll(Duration.ofSeconds(30)))
                    .flatMap(records -> records.records(partition).stream())
                    .map(record -> record.value())
                    .toList();
        }
    }
}

package nl.waarborg.eventsourcing.relay;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads a topic from its beginning as a consumer of the suite would: what it saw of a stream, it does not take again. */
final class TopicReader implements AutoCloseable {

    private final KafkaConsumer<String, byte[]> consumer;
    private final String topic;
    private final Map<String, Integer> seen = new HashMap<>();
    private final List<ConsumerRecord<String, byte[]>> taken = new ArrayList<>();
    private int received;

    TopicReader(String kafka, String topic) {
        this.consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", kafka, "auto.offset.reset", "earliest", "enable.auto.commit", "false"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        this.topic = topic;
    }

    /** What was taken so far, after a look at what is new. */
    List<ConsumerRecord<String, byte[]>> taken() {
        if (consumer.assignment().isEmpty()) {
            var partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            consumer.assign(partitions);
        }
        for (var record : consumer.poll(Duration.ofMillis(100))) {
            received++;
            var version = version(record);
            if (version > seen.getOrDefault(record.key(), 0)) {
                seen.put(record.key(), version);
                taken.add(record);
            }
        }
        return taken;
    }

    int received() {
        return received;
    }

    static int version(ConsumerRecord<String, byte[]> record) {
        return Integer.parseInt(header(record.headers(), "ce_sequence"));
    }

    static String header(Headers headers, String name) {
        var header = headers.lastHeader(name);
        return header == null ? null : new String(header.value(), java.nio.charset.StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        consumer.close();
    }
}

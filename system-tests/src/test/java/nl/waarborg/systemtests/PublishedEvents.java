package nl.waarborg.systemtests;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** A consumer of {@code incident.events} from its beginning: what it has seen of one customer's incidents, each event once. */
final class PublishedEvents implements AutoCloseable {

    private static final String TOPIC = "incident.events";

    private final Customer customer;
    private final KafkaConsumer<byte[], byte[]> consumer;
    /** By stream and version, the id and what was said. */
    private final Map<String, TreeMap<Integer, String>> seen = new TreeMap<>();

    PublishedEvents(Customer customer) {
        this.customer = customer;
        this.consumer = new KafkaConsumer<>(
                Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, Suite.running().kafka()),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        var partitions = consumer.partitionsFor(TOPIC).stream()
                .map(info -> new TopicPartition(TOPIC, info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /** The versions of each stream that came, so far: reads on until nothing more comes at once. */
    Map<String, Set<Integer>> versions() {
        for (var events = poll(); !events.isEmpty(); events = poll()) {
            events.forEach(this::take);
        }
        var versions = new TreeMap<String, Set<Integer>>();
        seen.forEach((stream, events) -> versions.put(stream, new TreeSet<>(events.keySet())));
        return versions;
    }

    private ConsumerRecords<byte[], byte[]> poll() {
        return consumer.poll(Duration.ofMillis(200));
    }

    private void take(ConsumerRecord<byte[], byte[]> event) {
        var stream = header(event, "ce_partitionkey");
        if (!header(event, "ce_tenantid").equals(customer.tenant().toString())
                || !header(event, "ce_subject").equals("incident-" + stream)) {
            return;
        }
        var said = header(event, "ce_id") + " " + header(event, "ce_type") + " " + new String(event.value(), UTF_8);
        var before = seen.computeIfAbsent(stream, first -> new TreeMap<>())
                .putIfAbsent(Integer.valueOf(header(event, "ce_sequence")), said);
        if (before != null && !before.equals(said)) {
            throw new AssertionError("two events of " + stream + " have one version: " + before + ", " + said);
        }
    }

    private static String header(ConsumerRecord<byte[], byte[]> event, String name) {
        return new String(event.headers().lastHeader(name).value(), UTF_8);
    }

    @Override
    public void close() {
        consumer.close();
    }
}

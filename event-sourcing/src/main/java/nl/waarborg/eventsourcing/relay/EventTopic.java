package nl.waarborg.eventsourcing.relay;

import io.cloudevents.CloudEvent;
import io.cloudevents.kafka.KafkaMessageFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import nl.waarborg.eventsourcing.StoredEvent;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/**
 * The service's topic as long as it is one and the same. A record never expires while it waits for the broker: if one did and a later one of
 * its stream did not, consumers would take the earlier for a duplicate.
 */
final class EventTopic implements AutoCloseable {

    private final KafkaProducer<String, byte[]> producer;
    private final PublishedEvents events;
    private final String topic;
    private final byte[] topicId;
    private final AtomicReference<@Nullable String> broken = new AtomicReference<>();
    private final AtomicReference<@Nullable Instant> waitingSince = new AtomicReference<>();

    EventTopic(Map<String, Object> connection, PublishedEvents events, String topic, Uuid id) {
        var settings = new HashMap<>(connection);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, Integer.MAX_VALUE);
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        this.producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
        this.events = events;
        this.topic = topic;
        this.topicId = id.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Returns when the broker has acknowledged all that have a public form; how many that were. */
    int publish(List<StoredEvent> stored) throws InterruptedException {
        waitingSince.set(stored.isEmpty() ? null : stored.getFirst().recordedAt());
        var sent = new ArrayList<Future<RecordMetadata>>();
        for (var each : stored) {
            events.of(each).ifPresent(event -> sent.add(producer.send(record(event))));
        }
        for (var each : sent) {
            acknowledged(each);
        }
        waitingSince.set(null);
        return sent.size();
    }

    /** The commit of the oldest event that is being sent; null if none is. */
    @Nullable
    Instant waitingSince() {
        return waitingSince.get();
    }

    /** Ends a wait for acknowledgements that cannot come, and refuses every further one. */
    void abandon(String reason) {
        broken.compareAndSet(null, reason);
        producer.close(Duration.ZERO);
    }

    private void acknowledged(Future<RecordMetadata> sent) throws InterruptedException {
        while (true) {
            var reason = broken.get();
            if (reason != null) {
                throw new IllegalStateException(reason);
            }
            try {
                sent.get(1, TimeUnit.SECONDS);
                return;
            } catch (TimeoutException e) {
                // The broker is away; it may come back.
            } catch (ExecutionException e) {
                throw new IllegalStateException("the broker refused an event", e.getCause());
            }
        }
    }

    private ProducerRecord<String, byte[]> record(CloudEvent event) {
        var key = String.valueOf(event.getExtension("partitionkey"));
        var record = KafkaMessageFactory.createWriter(topic, key).writeBinary(event);
        record.headers().add(KafkaTopics.TOPIC_ID_HEADER, topicId);
        if (event.getExtension("traceparent") instanceof String traceparent) {
            record.headers().add("traceparent", traceparent.getBytes(StandardCharsets.UTF_8));
        }
        return record;
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(5));
    }
}

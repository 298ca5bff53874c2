package nl.waarborg.eventsourcing.web;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.MultiEmitter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The service's own topic, live, for any number of watchers. One reader follows the end of the topic for all of them; a watcher that
 * resumes is first brought up to date by a reader of its own. A position is the next offset of each partition, so any replica can go on
 * where another one stopped.
 */
public final class LiveEvents implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(LiveEvents.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final int WAITING = 10_000;

    private final Map<String, Object> kafka;
    private final String topic;
    private final int most;
    private final Map<UUID, Watcher> watchers = new ConcurrentHashMap<>();
    private volatile boolean stopped;
    private @Nullable Thread reader;

    /** @param most watchers at a time */
    public LiveEvents(Map<String, Object> kafka, String topic, int most) {
        this.kafka = Map.copyOf(kafka);
        this.topic = topic;
        this.most = most;
    }

    /**
     * An event as it was published.
     *
     * @param position the position after it, as {@code Last-Event-ID}
     */
    public record LiveEvent(String position, String type, UUID tenant, String json) {}

    private static final class Watcher {

        private final LinkedBlockingQueue<ConsumerRecord<String, byte[]>> queue = new LinkedBlockingQueue<>(WAITING);
        private volatile boolean tooSlow;

        void offer(ConsumerRecord<String, byte[]> record) {
            if (!queue.offer(record)) {
                tooSlow = true;
            }
        }
    }

    /**
     * @param position where to go on; null: with what comes now
     * @param visible the tenants whose events the watcher may see
     * @throws ProblemException 503 if there are too many watchers
     */
    public Multi<LiveEvent> watch(@Nullable String position, Predicate<UUID> visible) {
        if (watchers.size() >= most) {
            throw new ProblemException(ProblemKind.UNAVAILABLE, "too many are watching already");
        }
        var from = position == null ? Map.<Integer, Long>of() : parse(position);
        var id = UUID.randomUUID();
        Consumer<MultiEmitter<? super LiveEvent>> attach = emitter -> {
            var watcher = new Watcher();
            watchers.put(id, watcher);
            startReader();
            var thread = Thread.ofVirtual().name("live-" + id).start(() -> serve(watcher, from, visible, emitter));
            emitter.onTermination(() -> {
                watchers.remove(id);
                thread.interrupt();
            });
        };
        return Multi.createFrom().emitter(attach, WAITING);
    }

    private void serve(
            Watcher watcher,
            Map<Integer, Long> from,
            Predicate<UUID> visible,
            MultiEmitter<? super LiveEvent> emitter) {
        var next = new TreeMap<>(from);
        try {
            catchUp(next, visible, emitter);
            while (!emitter.isCancelled() && !watcher.tooSlow) {
                emit(watcher.queue.take(), next, visible, emitter);
            }
            emitter.complete(); // the watcher comes back with its last position
        } catch (InterruptedException e) {
            emitter.complete();
        } catch (KafkaException e) {
            emitter.fail(e);
        }
    }

    private void catchUp(
            SortedMap<Integer, Long> next, Predicate<UUID> visible, MultiEmitter<? super LiveEvent> emitter) {
        try (var consumer = consumer()) {
            var partitions = partitions(consumer);
            consumer.assign(partitions);
            var ends = consumer.endOffsets(partitions);
            var firsts = consumer.beginningOffsets(partitions);
            if (next.isEmpty()) {
                // A position names every partition, so that resuming repeats nothing.
                ends.forEach((partition, end) -> next.put(partition.partition(), end));
            }
            for (var partition : partitions) {
                // A position beyond the end is one of an earlier topic of this name.
                long wanted = next.getOrDefault(partition.partition(), 0L);
                long end = ends.getOrDefault(partition, 0L);
                long first = firsts.getOrDefault(partition, 0L);
                next.put(partition.partition(), wanted > end ? first : Math.max(wanted, first));
                consumer.seek(partition, next.getOrDefault(partition.partition(), first));
            }
            while (!emitter.isCancelled()
                    && ends.entrySet().stream()
                            .anyMatch(end -> next.getOrDefault(end.getKey().partition(), 0L) < end.getValue())) {
                for (var record : consumer.poll(POLL)) {
                    emit(record, next, visible, emitter);
                }
            }
        }
    }

    private static void emit(
            ConsumerRecord<String, byte[]> record,
            SortedMap<Integer, Long> next,
            Predicate<UUID> visible,
            MultiEmitter<? super LiveEvent> emitter) {
        if (record.offset() < next.getOrDefault(record.partition(), 0L)) {
            return;
        }
        next.put(record.partition(), record.offset() + 1);
        var tenant = tenant(record);
        if (tenant.isPresent() && visible.test(tenant.get())) {
            emitter.emit(
                    new LiveEvent(format(next), header(record, "ce_type").orElse("event"), tenant.get(), json(record)));
        }
    }

    private synchronized void startReader() {
        if (reader == null && !stopped) {
            reader = Thread.ofPlatform().name("live-events").daemon().start(this::read);
        }
    }

    private void read() {
        while (!stopped) {
            try (var consumer = consumer()) {
                var partitions = partitions(consumer);
                consumer.assign(partitions);
                consumer.seekToEnd(partitions);
                while (!stopped) {
                    for (var record : consumer.poll(POLL)) {
                        watchers.values().forEach(watcher -> watcher.offer(record));
                    }
                }
            } catch (WakeupException e) {
                return;
            } catch (KafkaException e) {
                LOG.debugf("%s cannot be watched now: %s", topic, e.getMessage());
                try {
                    Thread.sleep(POLL);
                } catch (InterruptedException interrupted) {
                    return;
                }
            }
        }
    }

    private List<TopicPartition> partitions(KafkaConsumer<String, byte[]> consumer) {
        return consumer.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(topic, info.partition()))
                .toList();
    }

    private KafkaConsumer<String, byte[]> consumer() {
        var settings = new HashMap<>(kafka);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        return new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
    }

    private static String json(ConsumerRecord<String, byte[]> record) {
        return new String(record.value(), StandardCharsets.UTF_8);
    }

    private static Optional<UUID> tenant(ConsumerRecord<String, byte[]> record) {
        try {
            return header(record, "ce_tenantid").map(UUID::fromString);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> header(ConsumerRecord<String, byte[]> record, String name) {
        return Optional.ofNullable(record.headers().lastHeader(name))
                .map(Header::value)
                .map(value -> new String(value, StandardCharsets.UTF_8));
    }

    private static String format(SortedMap<Integer, Long> next) {
        return next.entrySet().stream()
                .map(entry -> entry.getKey() + ":" + entry.getValue())
                .collect(Collectors.joining(","));
    }

    private static Map<Integer, Long> parse(String position) {
        try {
            var next = new HashMap<Integer, Long>();
            for (var part : position.split(",", -1)) {
                var pair = part.split(":", 2);
                next.put(Integer.valueOf(pair[0]), Long.valueOf(pair[1]));
            }
            return next;
        } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
            throw new ProblemException(ProblemKind.INVALID_REQUEST, "Last-Event-ID is not one that this stream gave");
        }
    }

    @Override
    public synchronized void close() {
        stopped = true;
        if (reader != null) {
            reader.interrupt();
        }
    }
}

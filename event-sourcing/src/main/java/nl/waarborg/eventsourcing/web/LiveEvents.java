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
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
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

    /** While the broker is away a watcher is told that it is still served. */
    private static final Duration BROKER_ANSWERS_WITHIN = Duration.ofSeconds(5);

    private static final int WAITING = 10_000;

    /** Watchers that read for themselves at a time; after an outage all come back at once. */
    private static final int READERS = 4;

    private final Map<String, Object> kafka;
    private final String topic;
    private final int most;
    private final Duration heartbeat;
    private final Map<UUID, Watcher> watchers = new ConcurrentHashMap<>();
    private final Semaphore readers = new Semaphore(READERS);
    private volatile boolean stopped;
    private @Nullable Thread reader;

    /**
     * @param most watchers at a time
     * @param heartbeat the longest silence
     */
    public LiveEvents(Map<String, Object> kafka, String topic, int most, Duration heartbeat) {
        this.kafka = Map.copyOf(kafka);
        this.topic = topic;
        this.most = most;
        this.heartbeat = heartbeat;
    }

    /** What a watcher gets. */
    public sealed interface Live {}

    /**
     * An event as it was published.
     *
     * @param position the position after it, as {@code Last-Event-ID}
     */
    public record LiveEvent(String position, String type, UUID tenant, String json) implements Live {}

    /** Nothing happened, and the watcher is still served. */
    public record Heartbeat() implements Live {}

    /** A record, or nothing: the common reader began anew and may have missed some. */
    private static final class Watcher {

        private final LinkedBlockingQueue<Optional<ConsumerRecord<String, byte[]>>> queue =
                new LinkedBlockingQueue<>(WAITING);
        private volatile boolean tooSlow;

        void offer(Optional<ConsumerRecord<String, byte[]>> record) {
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
    public Multi<Live> watch(@Nullable String position, Predicate<UUID> visible) {
        if (watchers.size() >= most) {
            throw new ProblemException(ProblemKind.UNAVAILABLE, "too many are watching already");
        }
        var from = position == null ? Map.<Integer, Long>of() : parse(position);
        var id = UUID.randomUUID();
        Consumer<MultiEmitter<? super Live>> attach = emitter -> {
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

    /** Those who watch at this replica now. */
    public int watching() {
        return watchers.size();
    }

    private void serve(
            Watcher watcher, Map<Integer, Long> from, Predicate<UUID> visible, MultiEmitter<? super Live> emitter) {
        var next = new TreeMap<>(from);
        try {
            bringUpToDate(next, visible, emitter);
            while (!emitter.isCancelled() && !watcher.tooSlow && !stopped) {
                var taken = watcher.queue.poll(heartbeat.toNanos(), TimeUnit.NANOSECONDS);
                if (taken == null) {
                    emitter.emit(new Heartbeat());
                } else if (taken.isEmpty() || isAhead(taken.get(), next)) {
                    bringUpToDate(next, visible, emitter);
                } else {
                    emit(taken.get(), next, visible, emitter);
                }
            }
            emitter.complete(); // the watcher comes back with its last position
        } catch (InterruptedException e) {
            emitter.complete();
        }
    }

    private static boolean isAhead(ConsumerRecord<String, byte[]> record, SortedMap<Integer, Long> next) {
        return record.offset() > next.getOrDefault(record.partition(), 0L);
    }

    /** As soon as the broker answers. */
    private void bringUpToDate(
            SortedMap<Integer, Long> next, Predicate<UUID> visible, MultiEmitter<? super Live> emitter)
            throws InterruptedException {
        while (!emitter.isCancelled() && !stopped) {
            readers.acquire();
            try {
                catchUp(next, visible, emitter);
                return;
            } catch (InterruptException e) {
                throw new InterruptedException();
            } catch (KafkaException e) {
                LOG.debugf("%s cannot be read now: %s", topic, e.getMessage());
                emitter.emit(new Heartbeat());
            } finally {
                readers.release();
            }
            Thread.sleep(POLL);
        }
    }

    private void catchUp(SortedMap<Integer, Long> next, Predicate<UUID> visible, MultiEmitter<? super Live> emitter)
            throws InterruptedException {
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
            while (!emitter.isCancelled() && isBehind(next, ends)) {
                for (var record : consumer.poll(POLL)) {
                    emit(record, next, visible, emitter);
                }
                awaitTaken(emitter);
            }
        }
    }

    private static boolean isBehind(SortedMap<Integer, Long> next, Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream()
                .anyMatch(end -> next.getOrDefault(end.getKey().partition(), 0L) < end.getValue());
    }

    /** A long history comes no faster than the watcher takes it. */
    private static void awaitTaken(MultiEmitter<? super Live> emitter) throws InterruptedException {
        while (!emitter.isCancelled() && emitter.requested() == 0) {
            Thread.sleep(5);
        }
    }

    private static void emit(
            ConsumerRecord<String, byte[]> record,
            SortedMap<Integer, Long> next,
            Predicate<UUID> visible,
            MultiEmitter<? super Live> emitter) {
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
                partitions.forEach(consumer::position); // seeking is lazy
                watchers.values().forEach(watcher -> watcher.offer(Optional.empty()));
                while (!stopped) {
                    for (var record : consumer.poll(POLL)) {
                        watchers.values().forEach(watcher -> watcher.offer(Optional.of(record)));
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
        var partitions = consumer.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(topic, info.partition()))
                .toList();
        if (partitions.isEmpty()) {
            throw new KafkaException("there is no topic " + topic + " yet");
        }
        return partitions;
    }

    private KafkaConsumer<String, byte[]> consumer() {
        var settings = new HashMap<>(kafka);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) BROKER_ANSWERS_WITHIN.toMillis());
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

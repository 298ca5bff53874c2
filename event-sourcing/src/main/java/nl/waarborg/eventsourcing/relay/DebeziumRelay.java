package nl.waarborg.eventsourcing.relay;

import io.debezium.embedded.Connect;
import io.debezium.engine.DebeziumEngine;
import io.debezium.engine.DebeziumEngine.RecordCommitter;
import io.debezium.engine.RecordChangeEvent;
import io.debezium.engine.format.ChangeEventFormat;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import nl.waarborg.eventsourcing.StoredEvent;
import nl.waarborg.eventsourcing.evidence.EvidenceLog;
import nl.waarborg.eventsourcing.evidence.LeafNumbering;
import nl.waarborg.eventsourcing.relay.RelayDatabase.Lease;
import nl.waarborg.eventsourcing.settings.Settings;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.source.SourceRecord;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The relay on Debezium's embedded engine, reading the inserts of table {@code event} through {@code pgoutput}.
 *
 * <p>A slot has one consumer: replicas contend for an advisory lock, the others stand by. When the slot was lost, a new one is made and
 * everything since the last acknowledged event, minus a margin, is sent again from the table; when the topic was wiped or made anew (its id
 * is remembered), everything is. Consumers drop what they have seen by the highest version per stream.
 *
 * <p>What it has sent it numbers as leaves of the evidence, many at a time, and signs the tree from time to time.
 */
public final class DebeziumRelay implements Relay {

    private static final Logger LOG = Logger.getLogger(DebeziumRelay.class);

    /** Nothing older than the writer's longest transaction (30 s) can still be committed; ten times that, to be sure. */
    private static final Duration REFILL_MARGIN = Duration.ofMinutes(5);

    private final RelayDatabase database;
    private final PublishedEvents events;
    private final EvidenceLog evidence;
    private final Map<String, Object> kafka;
    private final String topic;
    private final Settings.Relay settings;
    private final InstantSource clock;
    private final Thread thread = Thread.ofPlatform().name("relay").daemon().unstarted(this::run);

    private final AtomicLong published = new AtomicLong();
    private volatile boolean stopped;
    private volatile Role role = Role.STOPPED;
    private volatile Duration lastLag = Duration.ZERO;
    private volatile @Nullable String trouble;
    private volatile @Nullable Instant acknowledged;
    private volatile @Nullable EventTopic current;
    private Instant nextCheckpoint = Instant.MIN;

    /** @param kafka settings of the connection, {@code bootstrap.servers} at least */
    public DebeziumRelay(
            RelayDatabase database,
            PublishedEvents events,
            EvidenceLog evidence,
            Map<String, Object> kafka,
            String topic,
            Settings.Relay settings,
            InstantSource clock) {
        this.database = database;
        this.events = events;
        this.evidence = evidence;
        this.kafka = Map.copyOf(kafka);
        this.topic = topic;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public void start() {
        thread.start();
    }

    @Override
    public Status status() {
        var sending = current;
        var waiting = sending == null ? null : sending.waitingSince();
        var lag = waiting == null ? lastLag : Duration.between(waiting, clock.instant());
        return new Status(role, lag.isNegative() ? Duration.ZERO : lag, published.get(), trouble);
    }

    @Override
    public void close() {
        stopped = true;
        thread.interrupt();
        try {
            thread.join(Duration.ofSeconds(15));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        while (!stopped) {
            try {
                role = Role.STANDING_BY;
                var lease = database.tryLease();
                if (lease.isPresent()) {
                    try (var held = lease.get()) {
                        lead(held);
                    }
                } else {
                    trouble = null;
                    Thread.sleep(settings.standbyInterval());
                }
            } catch (InterruptedException e) {
                break;
            } catch (Exception e) {
                trouble(e);
                if (stopped || !pause()) {
                    break;
                }
            }
        }
        role = Role.STOPPED;
    }

    private void trouble(Exception e) {
        var message = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        if (!message.equals(trouble)) {
            LOG.warnf("The relay to %s cannot go on and tries again: %s", topic, message);
            LOG.debug("", e);
        }
        trouble = message;
    }

    private boolean pause() {
        try {
            Thread.sleep(settings.retryInterval());
            return true;
        } catch (InterruptedException e) {
            return false;
        }
    }

    private void lead(Lease lease) throws Exception {
        role = Role.PREPARING;
        try (var topics = new KafkaTopics(kafka)) {
            var topicId =
                    topics.ensure(topic, settings.partitions(), settings.replicationFactor(), KafkaTopics.FOR_EVER);
            prepare(topicId);
            try (var sending = new EventTopic(kafka, events, topic, topicId)) {
                current = sending;
                work(lease, topics, topicId, sending);
            } finally {
                current = null;
            }
        }
    }

    /** Finds out what must be sent again, and writes that down before the slot that would have told it is replaced. */
    private void prepare(Uuid topicId) throws SQLException {
        var progress = database.progress(topic);
        var sameTopic = progress.isPresent() && progress.get().topicId().equals(topicId.toString());
        if (!sameTopic) {
            LOG.infof("%s is new: everything is sent to it", topic);
            database.beginRefill(topic, topicId.toString(), null);
        }
        if (!database.slotIsWhole()) {
            if (sameTopic && !progress.get().refill()) {
                var from = progress.get().acknowledged();
                LOG.warnf("The slot %s is lost: sent again is everything since %s", database.slot(), from);
                database.beginRefill(topic, topicId.toString(), from == null ? null : from.minus(REFILL_MARGIN));
            }
            database.recreateSlot();
        }
    }

    private void work(Lease lease, KafkaTopics topics, Uuid topicId, EventTopic sending) throws Exception {
        try (var worker = new Worker(sending)) {
            worker.begin();
            while (!worker.ended(settings.standbyInterval())) {
                if (!lease.held()) {
                    throw new IllegalStateException("the lock of the relay is lost");
                }
                if (!topicId.equals(topics.id(topic).orElse(null))) {
                    throw new IllegalStateException(topic + " was deleted or made anew");
                }
                if (acknowledged != null) {
                    database.acknowledged(topic, acknowledged);
                }
                if (role == Role.STREAMING) {
                    trouble = null;
                    worker.writeLeaves();
                    checkpoint();
                }
            }
        } catch (org.apache.kafka.common.KafkaException e) {
            throw new IllegalStateException("Kafka does not answer: " + e.getMessage(), e);
        }
    }

    private void checkpoint() {
        var now = clock.instant();
        if (now.isAfter(nextCheckpoint)) {
            evidence.sign();
            nextCheckpoint = now.plus(settings.checkpointInterval());
        }
    }

    private int send(EventTopic sending, List<StoredEvent> stored) throws InterruptedException {
        if (stored.isEmpty()) {
            return 0;
        }
        var sent = sending.publish(stored);
        published.addAndGet(sent);
        return sent;
    }

    /** Refill and engine, on a thread of their own, so that lock and topic are watched meanwhile. */
    private final class Worker implements AutoCloseable {

        private final EventTopic sending;
        private final CompletableFuture<Void> end = new CompletableFuture<>();
        private final Thread thread =
                Thread.ofPlatform().name("relay-worker").daemon().unstarted(this::work);
        private volatile @Nullable DebeziumEngine<RecordChangeEvent<SourceRecord>> engine;
        private volatile @Nullable LeafNumbering leaves;
        private volatile boolean closing;

        Worker(EventTopic sending) {
            this.sending = sending;
        }

        void begin() {
            thread.start();
        }

        /** Whether it ended by itself within the time; throws what ended it. */
        boolean ended(Duration wait) throws Exception {
            try {
                end.get(wait.toMillis(), TimeUnit.MILLISECONDS);
                return true;
            } catch (TimeoutException e) {
                return false;
            } catch (ExecutionException e) {
                throw e.getCause() instanceof Exception cause ? cause : e;
            }
        }

        void writeLeaves() {
            var numbering = leaves;
            if (numbering != null) {
                numbering.write();
            }
        }

        private void work() {
            try {
                var numbering = evidence.numbering();
                leaves = numbering;
                var numbered = evidence.numberedUntil().map(until -> until.minus(REFILL_MARGIN));
                database.events(numbered.orElse(null), numbering::catchUp);
                var progress = database.progress(topic).orElseThrow();
                if (progress.refill()) {
                    role = Role.REFILLING;
                    database.events(progress.refillFrom(), chunk -> send(sending, chunk));
                    database.refilled(topic);
                }
                if (!closing) {
                    role = Role.STREAMING;
                    stream(numbering);
                }
                numbering.write();
                end.complete(null);
            } catch (Exception e) {
                end.completeExceptionally(e);
            }
        }

        private void stream(LeafNumbering numbering) throws IOException {
            var failure = new CompletableFuture<@Nullable Throwable>();
            var built = DebeziumEngine.create(ChangeEventFormat.of(Connect.class))
                    .using(configuration())
                    .using(DebeziumRelay.class.getClassLoader())
                    .using((DebeziumEngine.CompletionCallback)
                            (success, message, error) -> failure.complete(success ? null : failed(message, error)))
                    .notifying((batch, committer) -> relay(batch, committer, numbering))
                    .build();
            engine = built;
            if (!closing) {
                built.run();
            }
            var cause = failure.getNow(null);
            if (cause != null) {
                throw new IllegalStateException(cause.getMessage(), cause);
            }
        }

        private static Throwable failed(String message, @Nullable Throwable error) {
            return error == null ? new IllegalStateException(message) : error;
        }

        private void relay(
                List<RecordChangeEvent<SourceRecord>> batch,
                RecordCommitter<RecordChangeEvent<SourceRecord>> committer,
                LeafNumbering numbering)
                throws InterruptedException {
            var stored = new ArrayList<StoredEvent>(batch.size());
            for (var change : batch) {
                if (change.record().value() instanceof Struct value
                        && value.schema().field("after") != null
                        && value.getStruct("after") != null) {
                    stored.add(stored(value.getStruct("after")));
                }
            }
            send(sending, stored);
            numbering.number(stored);
            for (var change : batch) {
                committer.markProcessed(change);
            }
            committer.markBatchFinished();
            if (!stored.isEmpty()) {
                var last = stored.getLast().recordedAt();
                lastLag = Duration.between(last, clock.instant());
                acknowledged = last;
            }
        }

        @Override
        public void close() {
            closing = true;
            // Kafka's client passes an interrupt on; an engine that is closed in haste keeps the slot and its metrics.
            Thread.interrupted();
            sending.abandon(stopped ? "the relay stops" : "the relay starts again");
            var running = engine;
            if (running != null) {
                try {
                    running.close();
                } catch (IOException | IllegalStateException e) {
                    LOG.debug("The engine had ended already", e);
                }
            }
            try {
                thread.join(Duration.ofSeconds(10));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static StoredEvent stored(Struct row) {
        return new StoredEvent(
                UUID.fromString(row.getString("stream_id")),
                row.getInt32("version"),
                row.getInt16("type"),
                row.getInt16("schema_version"),
                row.getInt64("position"),
                UUID.fromString(row.getString("id")),
                UUID.fromString(row.getString("tenant_id")),
                Instant.parse(row.getString("occurred_at")),
                Instant.parse(row.getString("recorded_at")),
                row.getString("payload"),
                row.getString("metadata"));
    }

    private Properties configuration() {
        var address = database.address();
        var settings = new Properties();
        settings.setProperty("name", database.slot());
        settings.setProperty("connector.class", "io.debezium.connector.postgresql.PostgresConnector");
        settings.setProperty("topic.prefix", "relay");
        // An engine that is closed in haste leaves its metrics behind; the next would wait a minute for their name.
        settings.setProperty("custom.metric.tags", "engine=" + UUID.randomUUID());
        settings.setProperty("database.hostname", address.getHost());
        settings.setProperty("database.port", Integer.toString(address.getPort() < 0 ? 5432 : address.getPort()));
        settings.setProperty("database.dbname", database.name());
        settings.setProperty("database.user", database.user());
        settings.setProperty("database.password", database.password());
        settings.setProperty("plugin.name", "pgoutput");
        settings.setProperty("slot.name", database.slot());
        settings.setProperty("slot.max.retries", "4");
        settings.setProperty("slot.retry.delay.ms", "500");
        settings.setProperty("publication.name", "waarborg_relay");
        settings.setProperty("publication.autocreate.mode", "disabled");
        settings.setProperty("table.include.list", "public.event");
        settings.setProperty("snapshot.mode", "no_data");
        settings.setProperty("skipped.operations", "u,d,t");
        settings.setProperty(
                "poll.interval.ms", Long.toString(this.settings.pollInterval().toMillis()));
        settings.setProperty("max.batch.size", "1024");
        settings.setProperty("max.queue.size", "4096");
        // A quiet slot must not hold back the log of other databases, and a kill must not leave a gap that stops the
        // engine.
        settings.setProperty("lsn.flush.mode", "connector_and_driver");
        settings.setProperty("offset.mismatch.strategy", "trust_slot");
        settings.setProperty("errors.max.retries", "0");
        settings.setProperty("offset.flush.interval.ms", "1000");
        settings.setProperty("offset.storage", RelayOffsets.class.getName());
        settings.setProperty(RelayOffsets.URL, database.url());
        settings.setProperty(RelayOffsets.USER, database.user());
        settings.setProperty(RelayOffsets.PASSWORD, database.password());
        return settings;
    }
}

package nl.waarborg.eventsourcing.inbound;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Phaser;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import nl.waarborg.eventsourcing.EventStoreException;
import nl.waarborg.eventsourcing.inbound.InboundOffsets.Move;
import nl.waarborg.eventsourcing.inbound.InboundOffsets.PartitionMoved;
import nl.waarborg.eventsourcing.relay.KafkaTopics;
import nl.waarborg.eventsourcing.settings.Settings;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.InvalidOffsetException;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Takes one topic in for one consumer: a subscription's projections, an automation, or the posted types.
 *
 * <p>It works on Kafka's client itself, since offsets live in PostgreSQL and move in the transaction of what was applied: no commit to Kafka,
 * no reset policy. The consumer group only spreads partitions over replicas, by the classic protocol: there the client says after how long
 * a killed replica's partitions pass on. An offset moves only from where this replica believes it stands, so a partition that was handed over
 * meanwhile is never applied twice.
 */
final class TopicConsumer implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(TopicConsumer.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final int KEYS_AT_ONCE = 64;

    private final String name;
    private final String topic;
    private final Intake intake;
    private final DataSource writer;
    private final DeadLetters letters;
    private final InboundOffsets offsets;
    private final Map<String, Object> kafka;
    private final Settings.Inbound settings;
    private final InstantSource clock;
    private final Projected projected;
    private final Counter skipped;
    private final Counter parked;
    private final Counter applied;
    private final Thread thread;

    private volatile boolean stopped;
    private volatile @Nullable KafkaConsumer<String, byte[]> client;
    private volatile Duration lag = Duration.ZERO;
    private volatile @Nullable String trouble;
    private @Nullable String topicId;
    private final Map<TopicPartition, Long> positions = new HashMap<>();

    /** Wakes automations when projections have moved on. */
    static final class Projected {

        private final Phaser moves = new Phaser(1);

        void moved() {
            moves.arrive();
        }

        void await(Duration atMost) throws InterruptedException {
            try {
                moves.awaitAdvanceInterruptibly(moves.getPhase(), atMost.toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                // A projection of another replica may have moved.
            }
        }
    }

    TopicConsumer(
            String name,
            String topic,
            Intake intake,
            DataSource writer,
            DeadLetters letters,
            Map<String, Object> kafka,
            Settings.Inbound settings,
            InstantSource clock,
            Projected projected,
            MeterRegistry metrics) {
        this.name = name;
        this.topic = topic;
        this.intake = intake;
        this.writer = writer;
        this.letters = letters;
        this.offsets = new InboundOffsets(name);
        this.kafka = kafka;
        this.settings = settings;
        this.clock = clock;
        this.projected = projected;
        this.skipped = metrics.counter("waarborg.inbound.skipped", "consumer", name);
        this.parked = metrics.counter("waarborg.inbound.parked", "consumer", name);
        this.applied = metrics.counter("waarborg.inbound.events", "consumer", name);
        metrics.gauge("waarborg.inbound.lag.seconds", Tags.of("consumer", name), this, c -> c.lag.toMillis() / 1e3);
        this.thread = Thread.ofPlatform().name("inbound-" + name).daemon().unstarted(this::run);
    }

    String name() {
        return name;
    }

    String topic() {
        return topic;
    }

    InboundOffsets offsets() {
        return offsets;
    }

    Duration lag() {
        return lag;
    }

    Optional<String> trouble() {
        return Optional.ofNullable(trouble);
    }

    void start() {
        thread.start();
    }

    @Override
    public void close() {
        stopped = true;
        var polling = client;
        if (polling != null) {
            polling.wakeup();
        }
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
                session();
            } catch (WakeupException e) {
                // stopped
            } catch (PartitionMoved e) {
                LOG.debugf("%s: %s", name, e.getMessage());
            } catch (Exception e) {
                if (!stopped) {
                    note(e);
                    pause();
                }
            }
        }
    }

    private void note(Exception e) {
        var message = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        if (!message.equals(trouble)) {
            LOG.warnf("%s cannot go on with %s and tries again: %s", name, topic, message);
            LOG.debug("", e);
        }
        trouble = message;
    }

    private void pause() {
        try {
            Thread.sleep(settings.retryInterval());
        } catch (InterruptedException e) {
            // stopped
        }
    }

    private void session() throws Exception {
        try (var topics = new KafkaTopics(kafka)) {
            var found = topics.id(topic);
            if (found.isEmpty()) {
                throw new IllegalStateException("there is no topic " + topic + " yet");
            }
            topicId = found.get().toString();
            try (var consumer =
                    new KafkaConsumer<>(configuration(), new StringDeserializer(), new ByteArrayDeserializer())) {
                client = consumer;
                consumer.subscribe(List.of(topic), new Assigned(consumer));
                while (!stopped) {
                    poll(consumer, topics);
                }
            } finally {
                client = null;
                positions.clear();
            }
        }
    }

    private void poll(KafkaConsumer<String, byte[]> consumer, KafkaTopics topics) throws Exception {
        var polled = new ArrayList<ConsumerRecord<String, byte[]>>();
        try {
            consumer.poll(POLL).forEach(polled::add);
        } catch (InvalidOffsetException e) {
            var now = topics.id(topic);
            if (now.isPresent() && now.get().toString().equals(topicId)) {
                // The broker kept what it was told to keep; what was deleted before it was read is gone.
                LOG.warnf("%s: %s no longer holds what was not read yet; going on with what it holds", name, topic);
                e.partitions().forEach(partition -> reset(consumer, partition));
            }
            throw new IllegalStateException("positions in " + topic + " are no longer valid");
        }
        trouble = null;
        if (polled.isEmpty()) {
            lag = Duration.ZERO;
            return;
        }
        for (List<ConsumerRecord<String, byte[]>> rest = polled; !rest.isEmpty(); ) {
            // Opened a portion at a time, as an event that is opened takes ten times the room.
            var portion = InboundRecord.first(rest, settings.batchBytes());
            var records = portion.stream().map(InboundRecord::of).toList();
            rest = rest.subList(portion.size(), rest.size());
            if (!take(consumer, records, strays(records, topics))) {
                rest.forEach(
                        record -> comeBackTo(consumer, new TopicPartition(topic, record.partition()), record.offset()));
                return;
            }
        }
    }

    /** Those that were meant for an earlier topic of this name; the relay sends them again, in their place. */
    private Set<InboundRecord> strays(List<InboundRecord> records, KafkaTopics topics) throws Exception {
        var strays = records.stream()
                .filter(record ->
                        record.topicId().map(id -> !id.equals(topicId)).orElse(false))
                .collect(Collectors.toSet());
        if (!strays.isEmpty() && !topics.id(topic).map(Object::toString).equals(Optional.ofNullable(topicId))) {
            throw new IllegalStateException(topic + " was made anew");
        }
        return strays;
    }

    /** Answers whether what follows may be taken as well. */
    private boolean take(KafkaConsumer<String, byte[]> consumer, List<InboundRecord> records, Set<InboundRecord> strays)
            throws Exception {
        var held = false;
        switch (intake) {
            case Intake.Rows rows -> {
                takeRows(rows, records, strays);
                projected.moved();
            }
            case Intake.Commands commands -> {
                var ready = ready(records);
                held = ready.size() < records.size();
                if (held) {
                    var taken = new HashSet<>(ready);
                    records.stream()
                            .filter(record -> !taken.contains(record))
                            .forEach(record -> comeBackTo(consumer, partition(record), record.offset()));
                }
                if (ready.isEmpty()) {
                    projected.await(Duration.ofMillis(50));
                } else {
                    takeCommands(commands, ready, strays);
                }
            }
        }
        measure(records);
        return !held;
    }

    /** Those of each partition that come before the first that may not be handled yet. */
    private List<InboundRecord> ready(List<InboundRecord> records) throws SQLException {
        var held = new HashSet<Integer>();
        var ready = new ArrayList<InboundRecord>();
        try (var connection = writer.getConnection()) {
            connection.setAutoCommit(true);
            for (var record : records) {
                if (!held.contains(record.partition()) && intake.mayHandle(connection, record)) {
                    ready.add(record);
                } else {
                    held.add(record.partition());
                }
            }
        }
        return ready;
    }

    /** The next poll answers these again, unless it stands before them already. */
    private static void comeBackTo(KafkaConsumer<String, byte[]> consumer, TopicPartition partition, long offset) {
        consumer.seek(partition, Math.min(offset, consumer.position(partition)));
    }

    private void takeRows(Intake.Rows rows, List<InboundRecord> records, Set<InboundRecord> strays)
            throws SQLException {
        inTransaction(connection -> {
            var moves = moves(records);
            offsets.move(connection, moves);
            var fresh = fresh(connection, records, strays);
            var known = letters.parkedKeys(connection, name, keys(fresh));
            var good = new ArrayList<InboundRecord>();
            for (var record : fresh) {
                if (known.contains(record.key())) {
                    park(connection, record, "waits for an earlier event of its stream", true, 0);
                } else {
                    good.add(record);
                }
            }
            if (!applied(rows, good, connection)) {
                oneByOne(rows, good, connection);
            }
            see(connection, fresh);
            return moves;
        });
        applied.increment(records.size());
    }

    private boolean applied(Intake.Rows rows, List<InboundRecord> records, Connection connection) throws SQLException {
        if (records.isEmpty()) {
            return true;
        }
        var before = connection.setSavepoint();
        try {
            rows.handle(records, connection);
            connection.releaseSavepoint(before);
            return true;
        } catch (SQLException | RuntimeException e) {
            if (isOutage(e)) {
                throw e;
            }
            connection.rollback(before);
            return false;
        }
    }

    /** Finds the events that spoil a batch; they are parked, and later ones of their keys behind them. */
    private void oneByOne(Intake.Rows rows, List<InboundRecord> records, Connection connection) throws SQLException {
        var keys = new HashSet<String>();
        for (var record : records) {
            if (keys.contains(record.key())) {
                park(connection, record, "waits for an earlier event of its stream", true, 0);
                continue;
            }
            var before = connection.setSavepoint();
            try {
                rows.handle(List.of(record), connection);
                connection.releaseSavepoint(before);
            } catch (SQLException | RuntimeException e) {
                if (isOutage(e)) {
                    throw e;
                }
                connection.rollback(before);
                keys.add(record.key());
                park(connection, record, reason(e), false, 1);
            }
        }
    }

    private void takeCommands(Intake.Commands commands, List<InboundRecord> records, Set<InboundRecord> strays)
            throws Exception {
        Set<String> waiting;
        List<InboundRecord> fresh;
        try (var connection = writer.getConnection()) {
            connection.setAutoCommit(true);
            fresh = fresh(connection, records, strays);
            waiting = letters.parkedKeys(connection, name, keys(fresh));
        }
        var byKey = fresh.stream()
                .filter(record -> !waiting.contains(record.key()))
                .collect(Collectors.groupingBy(InboundRecord::key, LinkedHashMap::new, Collectors.toList()));
        var done =
                commands.together(byKey.values().stream().flatMap(List::stream).toList());
        var failures = inParallel(byKey.values(), commands, done);
        inTransaction(connection -> {
            var moves = moves(records);
            offsets.move(connection, moves);
            var stillWaiting = letters.parkedKeys(connection, name, keys(fresh));
            var failedKeys = new HashSet<String>();
            for (var record : fresh) {
                var failure = failures.get(record);
                if (failure != null) {
                    failedKeys.add(record.key());
                    park(connection, record, failure, false, settings.attempts());
                } else if (failedKeys.contains(record.key()) || stillWaiting.contains(record.key())) {
                    park(connection, record, "waits for an earlier event of its stream", true, 0);
                } else if (waiting.contains(record.key())) {
                    // What it waited for was settled in between: take this one again.
                    throw new PartitionMoved();
                }
            }
            see(connection, fresh);
            return moves;
        });
        applied.increment(records.size());
    }

    /** Handles each key's records in order, up to its first failure; the reasons of failures by record. */
    private Map<InboundRecord, String> inParallel(
            Collection<List<InboundRecord>> keys, Intake.Commands commands, Set<InboundRecord> done) throws Exception {
        var failures = new HashMap<InboundRecord, String>();
        var all = new ArrayList<>(keys);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var from = 0; from < all.size(); from += KEYS_AT_ONCE) {
                var some = new ArrayList<Future<Map<InboundRecord, String>>>();
                for (var records : all.subList(from, Math.min(all.size(), from + KEYS_AT_ONCE))) {
                    Callable<Map<InboundRecord, String>> task = () -> upToFirstFailure(commands, records, done);
                    some.add(threads.submit(task));
                }
                for (var each : some) {
                    try {
                        failures.putAll(each.get());
                    } catch (ExecutionException e) {
                        throw e.getCause() instanceof Exception cause ? cause : e;
                    }
                }
            }
        }
        return failures;
    }

    private Map<InboundRecord, String> upToFirstFailure(
            Intake.Commands commands, List<InboundRecord> records, Set<InboundRecord> done)
            throws InterruptedException {
        for (var record : records) {
            if (done.contains(record)) {
                continue;
            }
            var failure = attempt(commands, record);
            if (failure.isPresent()) {
                return Map.of(record, failure.get());
            }
        }
        return Map.of();
    }

    private Optional<String> attempt(Intake.Commands commands, InboundRecord record) throws InterruptedException {
        for (var attempt = 1; ; attempt++) {
            try {
                commands.handle(record);
                return Optional.empty();
            } catch (Intake.Refused e) {
                return Optional.of(reason(e));
            } catch (RuntimeException e) {
                if (isOutage(e)) {
                    throw e;
                }
                LOG.debugf(e, "%s, attempt %d", name, attempt);
                if (attempt >= settings.attempts()) {
                    return Optional.of(reason(e));
                }
                Thread.sleep(Duration.ofMillis(50L << attempt));
            }
        }
    }

    /**
     * Tries the letters of one key again, oldest first, up to the first that fails.
     *
     * @return how many were settled
     */
    int retry(String key) {
        try {
            return inTransaction(connection -> {
                var settled = 0;
                for (var again = letters.ofKey(connection, name, key); !again.isEmpty(); ) {
                    for (var letter : again) {
                        var failure = retried(letter, connection);
                        if (failure.isPresent()) {
                            letters.failed(connection, letter.id(), failure.get());
                            return settled;
                        }
                        letters.delete(connection, letter.id());
                        settled++;
                    }
                    again = letters.ofKey(connection, name, key);
                }
                return settled;
            });
        } catch (SQLException e) {
            throw new EventStoreException(e);
        }
    }

    private Optional<String> retried(DeadLetters.Letter letter, Connection connection) throws SQLException {
        var record = letters.open(letter);
        if (record.isEmpty()) {
            return Optional.of("its content was made unreadable with the tenant's key");
        }
        var before = connection.setSavepoint();
        try {
            switch (intake) {
                case Intake.Rows rows -> rows.handle(List.of(record.get()), connection);
                case Intake.Commands commands -> commands.handle(record.get());
            }
            connection.releaseSavepoint(before);
            return Optional.empty();
        } catch (SQLException | RuntimeException e) {
            connection.rollback(before);
            return Optional.of(reason(e));
        }
    }

    /** Those that are known here and were not seen before; each version of a stream once. */
    private List<InboundRecord> fresh(Connection connection, List<InboundRecord> records, Set<InboundRecord> strays)
            throws SQLException {
        var seen = offsets.seen(connection, keys(records));
        var fresh = new ArrayList<InboundRecord>();
        for (var record : records) {
            if (strays.contains(record)) {
                continue;
            }
            var version = record.version().orElse(Integer.MAX_VALUE);
            if (record.version().isPresent() && seen.getOrDefault(record.key(), 0) >= version) {
                continue;
            }
            if (record.version().isPresent()) {
                seen.put(record.key(), version);
            }
            if (intake.knows(record)) {
                fresh.add(record);
            } else {
                skipped.increment();
            }
        }
        return fresh;
    }

    private void see(Connection connection, List<InboundRecord> fresh) throws SQLException {
        var versions = new HashMap<String, Integer>();
        fresh.forEach(record -> record.version().ifPresent(v -> versions.merge(record.key(), v, Math::max)));
        offsets.see(connection, versions);
    }

    private void park(Connection connection, InboundRecord record, String reason, boolean waits, int attempts)
            throws SQLException {
        LOG.warnf("%s parks %s@%d of %s: %s", name, record.partition(), record.offset(), topic, reason);
        letters.park(connection, name, String.valueOf(topicId), record, reason, waits, attempts);
        parked.increment();
    }

    private List<Move> moves(List<InboundRecord> records) {
        var last = new LinkedHashMap<TopicPartition, Long>();
        records.forEach(record -> last.merge(partition(record), record.offset() + 1, Math::max));
        return last.entrySet().stream()
                .map(entry -> new Move(
                        entry.getKey(),
                        String.valueOf(topicId),
                        positions.getOrDefault(entry.getKey(), -1L),
                        entry.getValue()))
                .toList();
    }

    private void measure(List<InboundRecord> records) {
        try {
            var recorded = records.getLast().recordedTime();
            if (recorded != null) {
                var since = Duration.between(Instant.parse(recorded), clock.instant());
                lag = since.isNegative() ? Duration.ZERO : since;
            }
        } catch (DateTimeParseException e) {
            lag = Duration.ZERO;
        }
    }

    private static TopicPartition partition(InboundRecord record) {
        return new TopicPartition(record.topic(), record.partition());
    }

    private static Set<String> keys(List<InboundRecord> records) {
        return records.stream().map(InboundRecord::key).collect(Collectors.toSet());
    }

    /** Neither this event's fault nor that of what it meets: everything waits. */
    private static boolean isOutage(Throwable failure) {
        for (@Nullable Throwable e = failure; e != null; e = e.getCause()) {
            if (e instanceof SQLException sql && sql.getSQLState() != null) {
                var state = sql.getSQLState();
                return state.startsWith("08")
                        || state.startsWith("57")
                        || state.startsWith("53")
                        || state.startsWith("40")
                        || state.equals("25P04");
            }
        }
        return false;
    }

    /** For an operator; other exceptions' messages may quote personal data. */
    private static String reason(Exception e) {
        if (e instanceof Intake.Refused) {
            return String.valueOf(e.getMessage());
        }
        var cause = e.getCause() == null ? e : e.getCause();
        var at = cause.getStackTrace().length == 0 ? "" : " at " + cause.getStackTrace()[0];
        return cause instanceof SQLException sql
                ? "the database refused it (" + sql.getSQLState() + ")"
                : cause.getClass().getSimpleName() + at;
    }

    private interface Work<R> {
        R run(Connection connection) throws SQLException;
    }

    /** Commits; offsets that moved are remembered only then. */
    private <R> R inTransaction(Work<R> work) throws SQLException {
        try (var connection = writer.getConnection()) {
            connection.setAutoCommit(false);
            try {
                var result = work.run(connection);
                connection.commit();
                if (result instanceof List<?> moves) {
                    for (var each : moves) {
                        if (each instanceof Move move) {
                            positions.put(move.partition(), move.next());
                        }
                    }
                }
                return result;
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            } finally {
                connection.setAutoCommit(true);
            }
        }
    }

    /** Where a partition stands, by the database; at its beginning if the topic is another one, or new here. */
    private void position(KafkaConsumer<String, byte[]> consumer, TopicPartition partition) {
        var id = String.valueOf(topicId);
        try (var connection = writer.getConnection()) {
            connection.setAutoCommit(true);
            var known = offsets.position(connection, partition)
                    .filter(position -> position.topicId().equals(id));
            if (known.isPresent()) {
                positions.put(partition, known.get().next());
                consumer.seek(partition, known.get().next());
            } else {
                reset(consumer, partition);
            }
        } catch (SQLException e) {
            throw new EventStoreException(e);
        }
    }

    private void reset(KafkaConsumer<String, byte[]> consumer, TopicPartition partition) {
        long first = consumer.beginningOffsets(Set.of(partition)).getOrDefault(partition, 0L);
        try (var connection = writer.getConnection()) {
            connection.setAutoCommit(true);
            offsets.reset(connection, partition, String.valueOf(topicId), first);
        } catch (SQLException e) {
            throw new EventStoreException(e);
        }
        positions.put(partition, first);
        consumer.seek(partition, first);
    }

    private final class Assigned implements ConsumerRebalanceListener {

        private final KafkaConsumer<String, byte[]> consumer;

        Assigned(KafkaConsumer<String, byte[]> consumer) {
            this.consumer = consumer;
        }

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            partitions.forEach(partition -> position(consumer, partition));
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            partitions.forEach(positions::remove);
        }
    }

    private Map<String, Object> configuration() {
        var configuration = new HashMap<>(kafka);
        var timeout = (int) settings.sessionTimeout().toMillis();
        configuration.put(ConsumerConfig.GROUP_ID_CONFIG, name);
        configuration.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        configuration.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        configuration.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        configuration.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        configuration.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, settings.batch());
        configuration.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, settings.batchBytes());
        configuration.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, settings.batchBytes());
        configuration.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, timeout);
        configuration.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, timeout / 3);
        configuration.put(ConsumerConfig.METADATA_MAX_AGE_CONFIG, 30_000);
        return configuration;
    }
}

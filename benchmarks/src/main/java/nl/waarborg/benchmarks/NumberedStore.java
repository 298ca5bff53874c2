package nl.waarborg.benchmarks;

import com.github.f4b6a3.uuid.UuidCreator;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import nl.waarborg.eventsourcing.EventStore;
import nl.waarborg.eventsourcing.StoredEvent;
import nl.waarborg.eventsourcing.StreamId;
import nl.waarborg.eventsourcing.evidence.EvidenceLog;
import nl.waarborg.eventsourcing.evidence.LeafNumbering;
import nl.waarborg.evidence.SigningKey;

/**
 * A store whose events get their leaves of the evidence meanwhile, on a thread of their own and as many at a time as the relay's: what that
 * costs the appends. The relay's reading of the write-ahead log is left out, as it is there without evidence too. Whoever appends waits for a
 * numbering that does not keep up, and no slice leaves its last leaves to the next.
 */
final class NumberedStore implements Contender {

    // As the relay and its engine have them.
    private static final int BATCH_SIZE = 1024;
    private static final int QUEUE_SIZE = 4096;
    private static final Duration POLL_INTERVAL = Duration.ofMillis(5);
    private static final Duration WRITE_INTERVAL = Duration.ofMillis(500);

    private final Contender store;
    private final StoredEvent sample;
    private final LeafNumbering leaves;
    private final AtomicLong position = new AtomicLong(ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now()));
    private final ArrayBlockingQueue<StoredEvent> appended = new ArrayBlockingQueue<>(QUEUE_SIZE);
    private final ScheduledExecutorService relay = Executors.newSingleThreadScheduledExecutor();
    private final List<Future<?>> tasks;

    private NumberedStore(Contender store, StoredEvent sample, LeafNumbering leaves) {
        this.store = store;
        this.sample = sample;
        this.leaves = leaves;
        tasks = List.of(every(POLL_INTERVAL, this::number), every(WRITE_INTERVAL, leaves::write));
    }

    private Future<?> every(Duration interval, Runnable task) {
        return relay.scheduleWithFixedDelay(task, interval.toMillis(), interval.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** @param stream one with an event that the store has stored; each of the others counts as one of its size */
    static Contender of(Contender store, EventStore events, StreamId stream, DataSource writer) throws SQLException {
        var evidence =
                new EvidenceLog(writer, events, SigningKey.generate("waarborg/benchmark"), InstantSource.system());
        return new NumberedStore(store, evidence.find(stream.id(), 1).orElseThrow(), evidence.numbering());
    }

    private void number() {
        var batch = new ArrayList<StoredEvent>();
        while (appended.drainTo(batch, BATCH_SIZE) > 0) {
            leaves.number(batch);
            batch.clear();
        }
    }

    @Override
    public String name() {
        return store.name() + ", numbered";
    }

    @Override
    public String count() {
        return store.count();
    }

    @Override
    public void append() throws Exception {
        store.append();
        var numbered = new StoredEvent(
                UuidCreator.getTimeOrderedEpoch(),
                sample.version(),
                sample.type(),
                sample.schemaVersion(),
                position.incrementAndGet(),
                sample.id(),
                sample.tenant(),
                sample.occurredAt(),
                sample.recordedAt(),
                sample.payload(),
                sample.metadata());
        if (!appended.offer(numbered, 30, TimeUnit.SECONDS)) {
            throw new IllegalStateException("events are no longer numbered");
        }
    }

    @Override
    public void settle() throws Exception {
        for (var task : tasks) {
            if (task.isDone()) {
                task.get(); // throws what ended it
            }
        }
        relay.submit(() -> {
                    number();
                    leaves.write();
                })
                .get();
    }

    @Override
    public void close() {
        relay.close();
        store.close();
    }
}

package nl.waarborg.benchmarks;

import com.github.f4b6a3.uuid.UuidCreator;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import nl.waarborg.eventsourcing.EventStore;
import nl.waarborg.eventsourcing.StoredEvent;
import nl.waarborg.eventsourcing.StreamId;
import nl.waarborg.eventsourcing.evidence.EvidenceLog;
import nl.waarborg.evidence.SigningKey;

/**
 * A store whose events get their leaves of the evidence meanwhile, on a thread of their own and in batches as the relay's: what that costs
 * the appends. The relay's reading of the write-ahead log is left out, as it is there without evidence too. Whoever appends waits for a
 * numbering that does not keep up, so that no slice is done on credit.
 */
final class NumberedStore implements Contender {

    // As the relay's engine has them.
    private static final int BATCH_SIZE = 1024;
    private static final int QUEUE_SIZE = 4096;
    private static final Duration POLL_INTERVAL = Duration.ofMillis(5);

    private final Contender store;
    private final StoredEvent sample;
    private final EvidenceLog evidence;
    private final AtomicLong position = new AtomicLong(InstantSource.system().millis());
    private final ArrayBlockingQueue<StoredEvent> appended = new ArrayBlockingQueue<>(QUEUE_SIZE);
    private final Thread thread;
    private volatile boolean ended;

    private NumberedStore(Contender store, StoredEvent sample, EvidenceLog evidence) {
        this.store = store;
        this.sample = sample;
        this.evidence = evidence;
        thread = Thread.ofPlatform().name("numbering").start(this::number);
    }

    /** @param stream one with an event that the store has stored; each of the others counts as one of its size */
    static Contender of(Contender store, EventStore events, StreamId stream, DataSource writer) {
        var evidence =
                new EvidenceLog(writer, events, SigningKey.generate("waarborg/benchmark"), InstantSource.system());
        return new NumberedStore(store, evidence.find(stream.id(), 1).orElseThrow(), evidence);
    }

    private void number() {
        try {
            var numbering = evidence.numbering();
            var batch = new ArrayList<StoredEvent>();
            while (!ended || !appended.isEmpty()) {
                if (appended.drainTo(batch, BATCH_SIZE) == 0) {
                    Thread.sleep(POLL_INTERVAL);
                } else {
                    numbering.number(batch);
                    batch.clear();
                }
            }
        } catch (InterruptedException | SQLException e) {
            throw new IllegalStateException(e);
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
        while (!appended.offer(numbered, 1, TimeUnit.SECONDS)) {
            if (!thread.isAlive()) {
                throw new IllegalStateException("events are no longer numbered");
            }
        }
    }

    @Override
    public void close() {
        ended = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        store.close();
    }
}

package nl.waarborg.eventsourcing.service;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.time.Duration;
import nl.waarborg.eventsourcing.AppendListener;
import org.jboss.logging.Logger;

/** {@code waarborg_append_*}: how the store does. */
@Singleton
class StoreMetrics implements AppendListener {

    private static final Logger LOG = Logger.getLogger(StoreMetrics.class);

    private final Timer transaction;
    private final DistributionSummary batch;
    private final Counter events;
    private final Counter conflicts;
    private final Counter splits;
    private volatile Runnable afterCommit = () -> {};

    StoreMetrics(MeterRegistry metrics) {
        transaction = Timer.builder("waarborg.append")
                .description("Transactions of the store")
                .publishPercentileHistogram()
                .register(metrics);
        batch = DistributionSummary.builder("waarborg.append.batch")
                .description("Commands in one transaction")
                .publishPercentileHistogram()
                .register(metrics);
        events = metrics.counter("waarborg.append.events");
        conflicts = metrics.counter("waarborg.append.conflicts");
        splits = metrics.counter("waarborg.append.splits");
    }

    @Override
    public void committed(int commands, int appended, Duration took) {
        transaction.record(took);
        batch.record(commands);
        events.increment(appended);
        afterCommit.run();
    }

    void afterCommit(Runnable wake) {
        afterCommit = wake;
    }

    @Override
    public void conflicted() {
        conflicts.increment();
    }

    @Override
    public void split(int commands, Exception cause) {
        LOG.warnf("A batch of %d commands failed and is tried in halves: %s", commands, cause.getMessage());
        splits.increment();
    }
}

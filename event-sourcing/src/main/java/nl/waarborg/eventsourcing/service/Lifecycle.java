package nl.waarborg.eventsourcing.service;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import nl.waarborg.eventsourcing.DeadlinePoller;
import nl.waarborg.eventsourcing.EventStore;
import nl.waarborg.eventsourcing.EventStoreException;
import nl.waarborg.eventsourcing.inbound.InboundEvents;
import nl.waarborg.eventsourcing.relay.Relay;
import nl.waarborg.eventsourcing.settings.Settings;
import org.jboss.logging.Logger;

/** Starts what works by itself after the database is migrated, and stops it in the opposite order. */
@Singleton
class Lifecycle {

    private static final Logger LOG = Logger.getLogger(Lifecycle.class);

    private final EventStore store;
    private final Relay relay;
    private final InboundEvents inbound;
    private final DeadlinePoller deadlines;
    private final StoreMetrics metrics;
    private final Settings.Relay relaySettings;
    private final Settings.Inbound inboundSettings;
    private final Settings.Deadlines deadlineSettings;
    private final ScheduledExecutorService housekeeping = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("housekeeping").daemon().factory());

    Lifecycle(
            EventStore store,
            Relay relay,
            InboundEvents inbound,
            DeadlinePoller deadlines,
            StoreMetrics metrics,
            Settings.Relay relaySettings,
            Settings.Inbound inboundSettings,
            Settings.Deadlines deadlineSettings) {
        this.store = store;
        this.relay = relay;
        this.inbound = inbound;
        this.deadlines = deadlines;
        this.metrics = metrics;
        this.relaySettings = relaySettings;
        this.inboundSettings = inboundSettings;
        this.deadlineSettings = deadlineSettings;
    }

    void start(@Observes StartupEvent event) {
        var unused = housekeeping.scheduleWithFixedDelay(this::expireIdempotencyKeys, 1, 60, TimeUnit.MINUTES);
        if (relaySettings.enabled()) {
            relay.start();
        }
        if (inboundSettings.enabled()) {
            inbound.start();
        }
        if (deadlineSettings.enabled()) {
            deadlines.start();
            metrics.afterCommit(deadlines::wake);
        }
    }

    private void expireIdempotencyKeys() {
        try {
            store.expireIdempotencyKeys();
        } catch (EventStoreException e) {
            LOG.debugf("Old idempotency keys stay another hour: %s", e.getMessage());
        }
    }

    void stop(@Observes ShutdownEvent event) {
        housekeeping.shutdownNow();
        if (inboundSettings.enabled()) {
            inbound.close();
        }
        deadlines.close();
        store.close();
        if (relaySettings.enabled()) {
            relay.close();
        }
    }
}

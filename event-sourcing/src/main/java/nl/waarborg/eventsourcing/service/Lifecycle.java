package nl.waarborg.eventsourcing.service;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import nl.waarborg.eventsourcing.DeadlinePoller;
import nl.waarborg.eventsourcing.EventStore;
import nl.waarborg.eventsourcing.inbound.InboundEvents;
import nl.waarborg.eventsourcing.relay.Relay;
import nl.waarborg.eventsourcing.settings.Settings;

/** Starts what works by itself after the database is migrated, and stops it in the opposite order. */
@Singleton
class Lifecycle {

    private final EventStore store;
    private final Relay relay;
    private final InboundEvents inbound;
    private final DeadlinePoller deadlines;
    private final StoreMetrics metrics;
    private final Settings.Relay relaySettings;
    private final Settings.Inbound inboundSettings;
    private final Settings.Deadlines deadlineSettings;

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

    void stop(@Observes ShutdownEvent event) {
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

package nl.waarborg.eventsourcing.service;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import nl.waarborg.eventsourcing.DeadlinePoller;
import nl.waarborg.eventsourcing.EventStore;
import nl.waarborg.eventsourcing.relay.Relay;
import nl.waarborg.eventsourcing.settings.Settings;

/** Starts what works by itself after the database is migrated, and stops it in the opposite order. */
@Singleton
class Lifecycle {

    private final EventStore store;
    private final Relay relay;
    private final DeadlinePoller deadlines;
    private final StoreMetrics metrics;
    private final Settings.Relay relaySettings;
    private final Settings.Deadlines deadlineSettings;

    Lifecycle(
            EventStore store,
            Relay relay,
            DeadlinePoller deadlines,
            StoreMetrics metrics,
            Settings.Relay relaySettings,
            Settings.Deadlines deadlineSettings) {
        this.store = store;
        this.relay = relay;
        this.deadlines = deadlines;
        this.metrics = metrics;
        this.relaySettings = relaySettings;
        this.deadlineSettings = deadlineSettings;
    }

    void start(@Observes StartupEvent event) {
        if (relaySettings.enabled()) {
            relay.start();
        }
        if (deadlineSettings.enabled()) {
            deadlines.start();
            metrics.afterCommit(deadlines::wake);
        }
    }

    void stop(@Observes ShutdownEvent event) {
        deadlines.close();
        store.close();
        if (relaySettings.enabled()) {
            relay.close();
        }
    }
}

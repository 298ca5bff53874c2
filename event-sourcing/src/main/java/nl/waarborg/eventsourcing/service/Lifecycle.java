package nl.waarborg.eventsourcing.service;

import io.quarkus.flyway.FlywayDataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import nl.waarborg.eventsourcing.DeadlinePoller;
import nl.waarborg.eventsourcing.EventStore;
import nl.waarborg.eventsourcing.EventStoreException;
import nl.waarborg.eventsourcing.erasure.Erasures;
import nl.waarborg.eventsourcing.inbound.InboundEvents;
import nl.waarborg.eventsourcing.relay.Relay;
import nl.waarborg.eventsourcing.settings.Settings;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Migrates the database and starts what works by itself, and stops that in the opposite order. A service that starts while its database is
 * away answers what it can without, and does the rest as soon as the database is there.
 */
@Singleton
class Lifecycle {

    private static final Logger LOG = Logger.getLogger(Lifecycle.class);
    private static final Duration BETWEEN_ATTEMPTS = Duration.ofSeconds(1);

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** Before observers that read tables. */
    private static final int FIRST = 1;

    private final DataSource writer;
    private final Flyway migrations;
    private final EventStore store;
    private final Relay relay;
    private final InboundEvents inbound;
    private final DeadlinePoller deadlines;
    private final Erasures erasures;
    private final StoreMetrics metrics;
    private final Settings.Relay relaySettings;
    private final Settings.Inbound inboundSettings;
    private final Settings.Deadlines deadlineSettings;
    private final Settings.Erasure erasureSettings;
    private @Nullable Thread waiting;
    private boolean started;
    private boolean stopped;
    private final ScheduledExecutorService housekeeping = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("housekeeping").daemon().factory());

    Lifecycle(
            @io.quarkus.agroal.DataSource("writer") DataSource writer,
            @FlywayDataSource("writer") Flyway migrations,
            EventStore store,
            Relay relay,
            InboundEvents inbound,
            DeadlinePoller deadlines,
            Erasures erasures,
            StoreMetrics metrics,
            Settings.Relay relaySettings,
            Settings.Inbound inboundSettings,
            Settings.Deadlines deadlineSettings,
            Settings.Erasure erasureSettings) {
        this.writer = writer;
        this.migrations = migrations;
        this.store = store;
        this.relay = relay;
        this.inbound = inbound;
        this.deadlines = deadlines;
        this.erasures = erasures;
        this.metrics = metrics;
        this.relaySettings = relaySettings;
        this.inboundSettings = inboundSettings;
        this.deadlineSettings = deadlineSettings;
        this.erasureSettings = erasureSettings;
    }

    void start(@Observes @Priority(FIRST) StartupEvent event) {
        if (databaseAnswers()) {
            migrations.migrate();
            begin();
        } else {
            LOG.warn("The database does not answer; what needs it starts as soon as it does");
            waiting = Thread.ofPlatform().name("await-database").daemon().start(this::awaitDatabase);
        }
    }

    private void awaitDatabase() {
        try {
            while (!databaseAnswers()) {
                Thread.sleep(BETWEEN_ATTEMPTS);
            }
            migrations.migrate();
            begin();
            LOG.info("The database answers; everything is started");
        } catch (InterruptedException e) {
            LOG.debug("Stopped before the database answered");
        } catch (FlywayException e) {
            LOG.fatal("The database cannot be migrated; the service must be started again", e);
        }
    }

    private boolean databaseAnswers() {
        try (var connection = writer.getConnection()) {
            return connection.isValid((int) PATIENCE.toSeconds());
        } catch (SQLException e) {
            return false;
        }
    }

    private synchronized void begin() {
        if (stopped) {
            return;
        }
        started = true;
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
        if (erasureSettings.enabled()) {
            erasures.start();
        }
    }

    private void expireIdempotencyKeys() {
        try {
            store.expireIdempotencyKeys();
        } catch (EventStoreException e) {
            LOG.debugf("Old idempotency keys stay another hour: %s", e.getMessage());
        }
    }

    synchronized void stop(@Observes ShutdownEvent event) {
        stopped = true;
        housekeeping.shutdownNow();
        if (waiting != null) {
            waiting.interrupt();
        }
        if (!started) {
            store.close();
            return;
        }
        if (inboundSettings.enabled()) {
            inbound.close();
        }
        deadlines.close();
        erasures.close();
        store.close();
        if (relaySettings.enabled()) {
            relay.close();
        }
    }
}

package nl.waarborg.eventsourcing.erasure;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import nl.waarborg.eventsourcing.Actor;
import nl.waarborg.eventsourcing.CommandContext;
import nl.waarborg.eventsourcing.CommandHandler;
import nl.waarborg.eventsourcing.erasure.domain.Erasure;
import nl.waarborg.eventsourcing.erasure.domain.ErasureCommand;
import nl.waarborg.eventsourcing.erasure.domain.ErasureCommand.RecordReadBack;
import nl.waarborg.eventsourcing.erasure.domain.ErasureEvent;
import nl.waarborg.eventsourcing.projection.Rows;
import nl.waarborg.eventsourcing.settings.Settings;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Does the erasures that are begun, one at a time, until nothing of the tenant can be read. They may take longer than any lease, so that a
 * lock of the database's says which replica does it; a replica that dies leaves it to another.
 */
public final class Erasures implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(Erasures.class);

    private static final String DUE =
            """
            select tenant_id from tenant_erasure
            where erased_at is null and look_at <= ?::timestamptz order by look_at""";
    private static final String LOCK =
            "select pg_try_advisory_xact_lock(hashtextextended('waarborg erasure', 0)) as mine";

    private final DataSource writer;
    private final CommandHandler<ErasureCommand, Erasure, ErasureEvent> commands;
    private final TenantEraser eraser;
    private final InstantSource clock;
    private final Settings.Erasure settings;
    private final Map<UUID, Instant> failed = new ConcurrentHashMap<>();
    private @Nullable Thread thread;

    public Erasures(
            DataSource writer,
            CommandHandler<ErasureCommand, Erasure, ErasureEvent> commands,
            TenantEraser eraser,
            InstantSource clock,
            Settings.Erasure settings) {
        this.writer = writer;
        this.commands = commands;
        this.eraser = eraser;
        this.clock = clock;
        this.settings = settings;
    }

    public void start() {
        thread = Thread.ofPlatform().name("erasures").daemon().start(this::run);
    }

    @Override
    public void close() {
        var running = thread;
        if (running != null) {
            running.interrupt();
            try {
                running.join(Duration.ofSeconds(10));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Erasures that broke off for another reason than that something can still be read, and wait to be tried again here. */
    public int failing() {
        return failed.size();
    }

    private void run() {
        try {
            while (!Thread.interrupted()) {
                Thread.sleep(settings.interval());
                next();
            }
        } catch (InterruptedException e) {
            LOG.debug("Stopped");
        }
    }

    private void next() {
        try (var connection = writer.getConnection()) {
            connection.setAutoCommit(false);
            try (var statement = connection.createStatement()) {
                statement.execute("set local transaction_timeout = 0");
                var mine = Rows.list(connection, LOCK, row -> row.flag("mine")).getFirst();
                if (mine) {
                    due(connection).ifPresent(this::erase);
                }
            } finally {
                connection.rollback();
            }
        } catch (SQLException | RuntimeException e) {
            LOG.warnf("Erasures wait for the database: %s", e.getClass().getName());
        }
    }

    private Optional<UUID> due(java.sql.Connection connection) throws SQLException {
        var now = clock.instant();
        return Rows.list(connection, DUE, row -> row.uuid("tenant_id"), now).stream()
                .filter(tenant -> !failed.getOrDefault(tenant, Instant.MIN).isAfter(now))
                .findFirst();
    }

    private void erase(UUID tenant) {
        try {
            var readBack = eraser.erase(tenant);
            var now = clock.instant();
            commands.handle(
                    Erasure.stream(tenant),
                    CommandContext.of(tenant, Actor.SCHEDULER, now),
                    new RecordReadBack(now, readBack, now.plus(settings.lookAgain())));
            failed.remove(tenant);
            LOG.infof("Erasure of tenant %s: %s", tenant, readBack);
        } catch (RuntimeException e) {
            // Whatever it is, other tenants' erasures go on. Its message might hold what is to be erased.
            failed.put(tenant, clock.instant().plus(settings.lookAgain()));
            LOG.errorf(
                    "Erasure of tenant %s broke off: %s", tenant, e.getClass().getName());
        }
    }
}

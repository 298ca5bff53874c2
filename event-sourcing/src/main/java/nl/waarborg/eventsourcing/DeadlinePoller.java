package nl.waarborg.eventsourcing;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Hands deadlines that fell due to their handlers. Each is claimed by a lease, and the claim is committed before the handler runs, so
 * that any number of replicas may poll. A handler that takes too long is interrupted before its lease ends, and no replica starts one
 * anew that it still runs. Per stream they are handled in order of due time; one that keeps failing holds back only its own kind. After a
 * long stop everything that fell due meanwhile is handled.
 */
public final class DeadlinePoller implements AutoCloseable {

    private static final Logger LOG = System.getLogger(DeadlinePoller.class.getName());

    /** Half of the writer's connections, so that appends find one. */
    private static final int AT_ONCE = 8;
    /** Appends come by the hundred; they need not each cause a look. */
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);

    private static final Duration LONGEST_RETRY = Duration.ofMinutes(5);
    /** After so many attempts a failing deadline no longer keeps its tenant's period open. */
    private static final int ATTEMPTS_THAT_HOLD_A_PERIOD = 5;

    private static final String CLAIM =
            """
            with claimable as (
                select d.stream_id, d.kind, d.key from deadline d
                where d.due <= ? and d.held_source is null and d.kind = any (?)
                and (d.claimed_until is null or d.claimed_until < clock_timestamp())
                and (d.claim is null or d.claim <> all (?))
                and (d.retry_at is null or d.retry_at <= clock_timestamp())
                and not exists (
                    select from deadline e
                    where e.stream_id = d.stream_id and e.held_source is null and e.kind = any (?)
                    and (e.due, e.kind, e.key) < (d.due, d.kind, d.key)
                    and (e.kind = d.kind or not exists (
                        select from deadline failing
                        where failing.stream_id = e.stream_id and failing.kind = e.kind
                        and failing.last_error is not null and failing.due <= e.due)))
                and (d.kind <> all (?) or not exists (
                    select from deadline e
                    where e.tenant_id = d.tenant_id and e.held_source is null and e.kind = any (?)
                    and e.due < d.due and e.attempts < ?))
                order by d.due limit ?
                for update of d skip locked)
            update deadline d
            set claim = gen_random_uuid(), claimed_until = clock_timestamp() + make_interval(secs => ?), attempts = attempts + 1
            from claimable c where d.stream_id = c.stream_id and d.kind = c.kind and d.key = c.key
            returning d.kind, d.category, d.stream_id, d.key, d.tenant_id, d.due, d.attempts, d.claim""";

    // Not if the handling itself set it anew: that took the claim away.
    private static final String DONE =
            "delete from deadline where stream_id = ? and kind = ? and key = ? and claim = ?";

    private static final String FAILED =
            """
            update deadline set claim = null, claimed_until = null, last_error = ?,
                retry_at = clock_timestamp() + make_interval(secs => ?)
            where stream_id = ? and kind = ? and key = ? and claim = ?""";

    private static final String OVERDUE = "select count(*) from deadline where held_source is null and due <= ?";

    private final DataSource writer;
    private final Map<String, DeadlineHandler> handlers;
    private final InstantSource clock;
    private final Settings settings;
    private final Semaphore free = new Semaphore(AT_ONCE);
    private final Semaphore wakeUp = new Semaphore(0);
    private final Set<UUID> running = ConcurrentHashMap.newKeySet();
    private final ExecutorService handling = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("deadline-", 0).factory());
    private volatile boolean closed;
    private @Nullable Thread looking;

    /**
     * @param interval between two looks when nothing wakes it: what a deadline may be late, at most, on an idle service
     * @param lease then another replica may take the deadline over; a handler may take nine tenths of it
     * @param firstRetry after a failure; doubled with every further one, up to five minutes
     */
    public record Settings(Duration interval, Duration lease, Duration firstRetry) {

        public static final Settings USUAL =
                new Settings(Duration.ofSeconds(1), Duration.ofSeconds(60), Duration.ofSeconds(1));

        private long longestHandlingNanos() {
            return lease.toNanos() / 10 * 9;
        }
    }

    private record Claimed(Deadline deadline, UUID claim, int attempts) {}

    /** @param clock the time that decides what is due */
    public DeadlinePoller(
            DataSource writer, List<? extends DeadlineHandler> handlers, InstantSource clock, Settings settings) {
        this.writer = writer;
        this.handlers = handlers.stream().collect(Collectors.toMap(DeadlineHandler::kind, Function.identity()));
        this.clock = clock;
        this.settings = settings;
    }

    public synchronized void start() {
        if (looking == null && !handlers.isEmpty()) {
            looking = Thread.ofPlatform().name("deadline-poller").daemon().start(this::look);
        }
    }

    /** New deadlines may be due: have a look soon. Cheap, for every commit. */
    public void wake() {
        if (wakeUp.availablePermits() == 0) {
            wakeUp.release();
        }
    }

    /** How many deadlines are due by at least this long and not handled yet; for metrics. */
    public long overdue(Duration by) {
        try (var connection = writer.getConnection();
                var select = connection.prepareStatement(OVERDUE)) {
            connection.setAutoCommit(true);
            select.setObject(1, clock.instant().minus(by).atOffset(ZoneOffset.UTC));
            try (var row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        } catch (SQLException e) {
            throw new EventStoreException(e);
        }
    }

    /** Claims no more, and waits for the handlers that run. */
    @Override
    public synchronized void close() {
        closed = true;
        if (looking != null) {
            looking.interrupt();
        }
        handling.close();
    }

    private void look() {
        while (!closed) {
            try {
                free.acquire();
                free.release();
                var claimed = claim(free.availablePermits());
                claimed.forEach(this::handleElsewhere);
                if (claimed.isEmpty()) {
                    TimeUnit.NANOSECONDS.sleep(BETWEEN_LOOKS.toNanos());
                    awaitWakeUp();
                }
            } catch (InterruptedException e) {
                return; // closed
            } catch (SQLException | RuntimeException e) {
                LOG.log(Level.WARNING, () -> "deadlines could not be looked for: " + where(e));
                try {
                    awaitWakeUp();
                } catch (InterruptedException closing) {
                    return;
                }
            }
        }
    }

    private void awaitWakeUp() throws InterruptedException {
        if (wakeUp.tryAcquire(settings.interval.toNanos(), TimeUnit.NANOSECONDS)) {
            wakeUp.drainPermits();
        }
    }

    private List<Claimed> claim(int most) throws SQLException {
        var kinds = handlers.keySet().toArray(String[]::new);
        var closing = handlers.values().stream()
                .filter(DeadlineHandler::closesPeriod)
                .map(DeadlineHandler::kind)
                .toArray(String[]::new);
        try (var connection = writer.getConnection();
                var update = connection.prepareStatement(CLAIM)) {
            connection.setAutoCommit(true);
            update.setObject(1, clock.instant().atOffset(ZoneOffset.UTC));
            update.setArray(2, connection.createArrayOf("text", kinds));
            update.setArray(3, connection.createArrayOf("uuid", running.toArray()));
            update.setArray(4, connection.createArrayOf("text", kinds));
            update.setArray(5, connection.createArrayOf("text", closing));
            update.setArray(6, connection.createArrayOf("text", kinds));
            update.setInt(7, ATTEMPTS_THAT_HOLD_A_PERIOD);
            update.setInt(8, most);
            update.setDouble(9, settings.lease.toMillis() / 1000.0);
            try (var rows = update.executeQuery()) {
                var claimed = new ArrayList<Claimed>();
                while (rows.next()) {
                    claimed.add(new Claimed(deadline(rows), rows.getObject(8, UUID.class), rows.getInt(7)));
                }
                return claimed;
            }
        }
    }

    private void handleElsewhere(Claimed claimed) {
        free.acquireUninterruptibly();
        running.add(claimed.claim);
        handling.execute(() -> {
            try {
                handle(claimed);
            } finally {
                running.remove(claimed.claim);
                free.release();
                wake(); // the next one of its stream
            }
        });
    }

    private void handle(Claimed claimed) {
        try {
            callHandler(claimed.deadline);
            done(claimed);
        } catch (ExecutionException | TimeoutException | InterruptedException | SQLException e) {
            failed(claimed, e);
        }
    }

    /** Returns or throws when the handler has ended, however long that takes after it was interrupted. */
    private void callHandler(Deadline deadline) throws ExecutionException, TimeoutException, InterruptedException {
        var handler = handlers.get(deadline.kind());
        var task = new FutureTask<@Nullable Void>(
                () -> {
                    if (handler == null) {
                        throw new IllegalStateException("no handler of " + deadline.kind());
                    }
                    handler.due(deadline);
                },
                null);
        var thread = Thread.ofVirtual()
                .name("deadline-" + deadline.kind() + "-" + deadline.stream())
                .start(task);
        try {
            task.get(settings.longestHandlingNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException | InterruptedException e) {
            thread.interrupt();
            thread.join();
            throw e;
        }
    }

    private void done(Claimed claimed) throws SQLException {
        try (var connection = writer.getConnection();
                var delete = connection.prepareStatement(DONE)) {
            connection.setAutoCommit(true);
            bind(delete, 1, claimed);
            delete.executeUpdate();
        }
    }

    private void failed(Claimed claimed, Exception failure) {
        LOG.log(
                Level.WARNING,
                () -> "deadline " + claimed.deadline.kind() + " of " + claimed.deadline.stream() + " failed, attempt "
                        + claimed.attempts + ": " + where(failure));
        try (var connection = writer.getConnection();
                var update = connection.prepareStatement(FAILED)) {
            connection.setAutoCommit(true);
            update.setString(1, where(failure));
            update.setDouble(2, retryIn(claimed.attempts).toMillis() / 1000.0);
            bind(update, 3, claimed);
            update.executeUpdate();
        } catch (SQLException e) {
            // The lease will end.
            LOG.log(Level.WARNING, () -> "the failure could not be kept: " + where(e));
        }
    }

    private Duration retryIn(int attempts) {
        var doubled = settings.firstRetry.multipliedBy(1L << Math.min(attempts - 1, 20));
        return doubled.compareTo(LONGEST_RETRY) < 0 ? doubled : LONGEST_RETRY;
    }

    private static void bind(PreparedStatement statement, int from, Claimed claimed) throws SQLException {
        statement.setObject(from, claimed.deadline.stream().id());
        statement.setString(from + 1, claimed.deadline.kind());
        statement.setString(from + 2, claimed.deadline.key());
        statement.setObject(from + 3, claimed.claim);
    }

    private static Deadline deadline(ResultSet row) throws SQLException {
        return new Deadline(
                row.getString(1),
                new StreamId(row.getString(2), row.getObject(3, UUID.class)),
                row.getString(4),
                row.getObject(5, UUID.class),
                row.getObject(6, OffsetDateTime.class).toInstant());
    }

    /** What failed and where, without its message: that may quote personal data. */
    private static String where(Throwable failure) {
        var root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        var ours = Arrays.stream(root.getStackTrace())
                .filter(frame -> frame.getClassName().startsWith("nl.waarborg."))
                .findFirst()
                .map(frame -> " at " + frame)
                .orElse("");
        return root.getClass().getName() + ours;
    }
}

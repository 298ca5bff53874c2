package nl.waarborg.eventsourcing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * Fills a projection anew from all stored events, beside the live tables and while appends go on, and then swaps the tables under a short
 * lock. If it is interrupted the live tables stay as they were, and the next rebuild starts over.
 */
public final class Rebuild {

    private static final int POSITIONS_AT_ONCE = 5_000;
    private static final int EVENTS_AT_ONCE = 1_000;

    /** So few events that appends may wait for them. */
    private static final int FEW = 500;

    private static final int MOST_PASSES = 20;
    private static final int SWAP_ATTEMPTS = 10;

    /** A transaction of the writer takes 30 seconds at most: what is older and not to be seen by now never will be. */
    private static final Duration IN_FLIGHT = Duration.ofSeconds(60);

    private static final String LOCK_NOT_AVAILABLE = "55P03";

    private static final String ONLY_ONE = "select pg_try_advisory_lock(hashtextextended('rebuild ' || ?, 0))";
    private static final String UNLOCK = "select pg_advisory_unlock(hashtextextended('rebuild ' || ?, 0))";
    private static final String NOW_AND_LAST = "select clock_timestamp(), coalesce(max(position), 0) from event";
    private static final String SELECT = "select " + StoredEvent.COLUMNS + " from event ";
    private static final String BY_POSITION =
            SELECT + "where position > ? and position <= ? and type = any (?) order by position";
    private static final String SINCE = SELECT + "where recorded_at >= ? and type = any (?) order by position";

    private final DataSource writer;
    private final EventStore store;

    /** Is told how far a rebuild has come. */
    public interface Progress {

        /**
         * @param position up to which events were read
         * @param last position when the rebuild began
         */
        void at(long position, long last);
    }

    public Rebuild(DataSource writer, EventStore store) {
        this.writer = writer;
        this.store = store;
    }

    /**
     * Rebuilds all projections of this name; returns when the new tables are live.
     *
     * @throws IllegalArgumentException if the store has no projection of this name
     * @throws IllegalStateException if it is being rebuilt already, or something keeps its tables from being replaced
     */
    public void of(String name, Progress progress) {
        var projections = store.projections(name);
        var shadow = new ShadowTables(name, projections.getFirst().tables());
        try (var guard = writer.getConnection();
                var connection = writer.getConnection()) {
            guard.setAutoCommit(true);
            if (!lock(guard, ONLY_ONE, name)) {
                throw new IllegalStateException(name + " is being rebuilt already");
            }
            try {
                connection.setAutoCommit(false);
                new Run(connection, shadow, projections).run(progress);
            } finally {
                connection.rollback();
                lock(guard, UNLOCK, name);
            }
        } catch (SQLException e) {
            throw new EventStoreException(e);
        }
    }

    private static boolean lock(Connection connection, String statement, String name) throws SQLException {
        try (var select = connection.prepareStatement(statement)) {
            select.setString(1, name);
            try (var row = select.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    private record Head(OffsetDateTime now, long position) {}

    /** One rebuild on one connection. */
    private final class Run {

        private final Connection connection;
        private final ShadowTables shadow;
        private final List<Projection<?>> projections;
        private final Short[] types;

        /** What was applied of the time in which others may still appear. */
        private Set<UUID> applied = new HashSet<>();

        private Run(Connection connection, ShadowTables shadow, List<Projection<?>> projections) {
            this.connection = connection;
            this.shadow = shadow;
            this.projections = projections;
            this.types = store.typesReadBy(projections);
        }

        private void run(Progress progress) throws SQLException {
            shadow.create(connection);
            connection.commit();
            var head = everything(progress);
            for (var pass = 0; pass < MOST_PASSES; pass++) {
                begin();
                var next = head();
                var count = since(head, next);
                connection.commit();
                head = next;
                if (count < FEW) {
                    break;
                }
            }
            swap(head);
        }

        private Head everything(Progress progress) throws SQLException {
            begin();
            var head = head();
            for (var from = 0L; from < head.position; from += POSITIONS_AT_ONCE) {
                var to = Math.min(from + POSITIONS_AT_ONCE, head.position);
                try (var select = connection.prepareStatement(BY_POSITION)) {
                    select.setLong(1, from);
                    select.setLong(2, to);
                    select.setArray(3, connection.createArrayOf("int2", types));
                    apply(select, head.now.minus(IN_FLIGHT));
                }
                connection.commit();
                progress.at(to, head.position);
                begin();
            }
            connection.commit();
            return head;
        }

        /** What was committed since; events that were read before are left out. */
        private int since(Head before, Head now) throws SQLException {
            try (var select = connection.prepareStatement(SINCE)) {
                select.setObject(1, before.now.minus(IN_FLIGHT));
                select.setArray(2, connection.createArrayOf("int2", types));
                return apply(select, now.now.minus(IN_FLIGHT));
            }
        }

        private void swap(Head head) throws SQLException {
            for (var attempt = 1; ; attempt++) {
                var known = Set.copyOf(applied);
                try {
                    begin();
                    execute("set local lock_timeout = '2s'"); // appends wait as long as we wait for a reader
                    execute("lock table event in share row exclusive mode");
                    since(head, head());
                    shadow.takeThePlace(connection);
                    connection.commit();
                    return;
                } catch (SQLException e) {
                    connection.rollback();
                    if (!LOCK_NOT_AVAILABLE.equals(e.getSQLState()) || attempt == SWAP_ATTEMPTS) {
                        throw e;
                    }
                    applied = new HashSet<>(known);
                }
            }
        }

        /** Applies what the query finds and was not applied before; remembers what is younger than the given time. */
        private int apply(PreparedStatement select, OffsetDateTime remember) throws SQLException {
            var count = 0;
            select.setFetchSize(EVENTS_AT_ONCE);
            try (var rows = select.executeQuery()) {
                var events = new ArrayList<RecordedEvent<?>>();
                while (rows.next()) {
                    var stored = StoredEvent.from(rows);
                    if (!applied.contains(stored.id())) {
                        events.add(store.recorded(stored));
                        count++;
                    }
                    if (!stored.recordedAt().isBefore(remember.toInstant())) {
                        applied.add(stored.id());
                    }
                    if (events.size() == EVENTS_AT_ONCE) {
                        project(events);
                        events.clear();
                    }
                }
                project(events);
            }
            return count;
        }

        /** Hands over runs of one family, so that the order of families is kept too. */
        private void project(List<RecordedEvent<?>> events) throws SQLException {
            for (var from = 0; from < events.size(); ) {
                var category = events.get(from).stream().category();
                var to = from + 1;
                while (to < events.size() && events.get(to).stream().category().equals(category)) {
                    to++;
                }
                for (var projection : projections) {
                    if (projection.events() == store.family(category)) {
                        AppendTransaction.apply(projection, List.copyOf(events.subList(from, to)), connection);
                    }
                }
                from = to;
            }
        }

        private void begin() throws SQLException {
            execute("set local transaction_timeout = 0");
            shadow.writeHere(connection);
        }

        private Head head() throws SQLException {
            try (var select = connection.prepareStatement(NOW_AND_LAST);
                    var row = select.executeQuery()) {
                row.next();
                return new Head(row.getObject(1, OffsetDateTime.class), row.getLong(2));
            }
        }

        private void execute(String statement) throws SQLException {
            try (var sql = connection.createStatement()) {
                sql.execute(statement);
            }
        }
    }
}

package nl.waarborg.eventsourcing;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Appends of several commands in one transaction, with the projections. A command that clashes leaves nothing behind and does not
 * hinder the others; anything else that fails, fails all of them.
 */
final class AppendTransaction {

    private static final String INTO_EVENT =
            "insert into event (stream_id, version, type, schema_version, id, tenant_id, occurred_at, payload, metadata)\n";

    private static final String INSERT = INTO_EVENT
            + """
            select * from unnest(
                ?::uuid[], ?::int[], ?::smallint[], ?::smallint[], ?::uuid[], ?::uuid[], ?::timestamptz[], ?::json[], ?::json[])
            """;

    // Only a command's first event may clash: if the others came along, a late clash would leave half a command behind.
    private static final String UNLESS_THERE = "on conflict do nothing returning id, recorded_at";
    private static final String INSERT_FIRST = INSERT + UNLESS_THERE;

    // On an idle store every batch is of one, and arrays would cost it more than the row does.
    private static final String INSERT_ONLY =
            INTO_EVENT + "values (?, ?, ?, ?, ?, ?, ?, ?::json, ?::json)\n" + UNLESS_THERE;

    private static final String HOLD_DEADLINES = "select set_config('waarborg.historic_source', ?, true)";

    private final DataSource writer;
    private final Map<Class<?>, List<Projection<?>>> projections;

    /** @param projections by the family that they read */
    AppendTransaction(DataSource writer, Map<Class<?>, List<Projection<?>>> projections) {
        this.writer = writer;
        this.projections = projections;
    }

    /**
     * Commits the appends, each with an outcome of its own.
     *
     * @param appends of one historic source, or of none; no two with the same origin or idempotency key
     */
    Map<Append<?>, Outcome> commit(List<Append<?>> appends) throws SQLException {
        try (var connection = writer.getConnection()) {
            var oneStatement = appends.stream().allMatch(this::isOneRow);
            connection.setAutoCommit(oneStatement);
            try {
                var outcomes = write(connection, appends);
                if (!oneStatement) {
                    connection.commit();
                }
                return outcomes;
            } catch (Throwable e) {
                if (!oneStatement) {
                    rollBack(connection, e);
                }
                throw e;
            }
        }
    }

    /** Then the insert is its own transaction, and no round trip is spent on a commit. */
    private boolean isOneRow(Append<?> append) {
        return append.events().size() == 1
                && HandledCommands.keys(append.context()).isEmpty()
                && !projections.containsKey(append.types().family());
    }

    private Map<Append<?>, Outcome> write(Connection connection, List<Append<?>> appends) throws SQLException {
        var historicSource = appends.getFirst().historicSource();
        if (historicSource != null) {
            holdDeadlines(connection, historicSource);
        }
        var outcomes = new HashMap<Append<?>, Outcome>(HandledCommands.claim(connection, appends));
        var open = without(appends, outcomes);
        var inserted = insertFirst(connection, open);
        var clashed = open.stream()
                .filter(append -> !append.events().isEmpty())
                .filter(append ->
                        !inserted.containsKey(append.events().getFirst().id()))
                .toList();
        HandledCommands.release(connection, clashed);
        clashed.forEach(append -> outcomes.put(append, new Outcome.Conflict()));

        var appended = without(open, outcomes);
        insert(connection, events(appended, event -> !event.first()));
        var recordedAt = inserted.values().stream().findFirst().orElse(Instant.EPOCH);
        project(connection, appended, recordedAt);
        appended.forEach(append -> outcomes.put(append, new Outcome.Appended(recordedAt)));
        return outcomes;
    }

    private static List<Append<?>> without(List<Append<?>> appends, Map<Append<?>, Outcome> outcomes) {
        return appends.stream().filter(append -> !outcomes.containsKey(append)).toList();
    }

    static void holdDeadlines(Connection connection, String historicSource) throws SQLException {
        try (var statement = connection.prepareStatement(HOLD_DEADLINES)) {
            statement.setString(1, historicSource);
            statement.execute();
        }
    }

    private static Map<UUID, Instant> insertFirst(Connection connection, List<Append<?>> appends) throws SQLException {
        var events = events(appends, Append.New::first);
        var inserted = new HashMap<UUID, Instant>();
        Columns.RowReader<@Nullable Instant> reader = row -> inserted.put(
                row.getObject(1, UUID.class),
                row.getObject(2, OffsetDateTime.class).toInstant());
        if (events.size() == 1) {
            insertOnly(connection, events.getFirst(), reader);
        } else {
            // One order for all replicas: they wait for each other and never in a circle.
            events.sort(Comparator.comparing(event -> event.stream().id()));
            columns(events).query(connection, INSERT_FIRST, reader);
        }
        return inserted;
    }

    private static void insertOnly(Connection connection, Append.New<?> event, Columns.RowReader<?> reader)
            throws SQLException {
        try (var insert = connection.prepareStatement(INSERT_ONLY)) {
            insert.setObject(1, event.stream().id());
            insert.setInt(2, event.version());
            insert.setShort(3, event.type());
            insert.setShort(4, event.schemaVersion());
            insert.setObject(5, event.id());
            insert.setObject(6, event.tenant());
            insert.setObject(7, event.occurredAt().atOffset(ZoneOffset.UTC));
            insert.setString(8, event.payload());
            insert.setString(9, event.metadataJson());
            try (var rows = insert.executeQuery()) {
                while (rows.next()) {
                    reader.read(rows);
                }
            }
        }
    }

    private static void insert(Connection connection, List<Append.New<?>> events) throws SQLException {
        columns(events).execute(connection, INSERT);
    }

    private static List<Append.New<?>> events(List<Append<?>> appends, Predicate<Append.New<?>> which) {
        var events = new ArrayList<Append.New<?>>();
        for (var append : appends) {
            for (var event : append.events()) {
                if (which.test(event)) {
                    events.add(event);
                }
            }
        }
        return events;
    }

    private static Columns<Append.New<?>> columns(List<Append.New<?>> events) {
        return Columns.of(events)
                .uuid(event -> event.stream().id())
                .integer(Append.New::version)
                .smallint(Append.New::type)
                .smallint(Append.New::schemaVersion)
                .uuid(Append.New::id)
                .uuid(Append.New::tenant)
                .instant(Append.New::occurredAt)
                .text(Append.New::payload)
                .text(Append.New::metadataJson);
    }

    private void project(Connection connection, List<Append<?>> appends, Instant recordedAt) throws SQLException {
        var byFamily = new HashMap<Class<?>, List<RecordedEvent<?>>>();
        for (var append : appends) {
            if (!append.events().isEmpty()) {
                var recorded = byFamily.computeIfAbsent(append.types().family(), family -> new ArrayList<>());
                append.events().forEach(event -> recorded.add(event.recorded(recordedAt)));
            }
        }
        for (var entry : byFamily.entrySet()) {
            for (var projection : projections.getOrDefault(entry.getKey(), List.of())) {
                apply(projection, entry.getValue(), connection);
            }
        }
    }

    @SuppressWarnings("unchecked") // the events are of the family that the projection reads
    static <E> void apply(Projection<E> projection, List<RecordedEvent<?>> events, Connection connection)
            throws SQLException {
        projection.apply((List<RecordedEvent<E>>) (List<?>) events, connection);
    }

    static void rollBack(Connection connection, Throwable cause) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }
}

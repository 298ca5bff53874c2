package nl.waarborg.eventsourcing;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Bulk data that become rows, not events, each once: the name of what brought them (its origin) is claimed in the transaction that writes
 * them. All of a batch share one transaction; what spoils it is found by bisecting and fails alone.
 */
public final class RowsOnce {

    private static final EventTypes<Object> NO_EVENTS = new EventTypes<>("rows", Object.class);
    private static final StreamId NO_STREAM = new StreamId(NO_EVENTS.category(), StreamId.PLATFORM);
    private static final int ATTEMPTS = 5;

    private final DataSource writer;

    public RowsOnce(DataSource writer) {
        this.writer = writer;
    }

    /**
     * @param duplicate whether it was written before
     * @param failure why it was not written: {@link OriginClash} if the same origin came before with other content
     */
    public record Result(boolean duplicate, @Nullable RuntimeException failure) {

        private static Result of(Outcome.HandledBefore before) {
            return switch (before) {
                case Outcome.Duplicate _ -> new Result(true, null);
                case Outcome.Clash clash -> new Result(false, new OriginClash(clash.what()));
            };
        }
    }

    /** Writes what did not come before; the results stand in the order of the batch. */
    public <T> List<Result> write(List<T> batch, Function<T, CommandContext> context, RowWriter<T> rows) {
        var brought = new HashMap<Append<?>, T>();
        var appends = new ArrayList<Append<?>>();
        for (var each : batch) {
            var append = new Append<>(NO_EVENTS, NO_STREAM, 0, context.apply(each), null, List.of());
            appends.add(append);
            brought.put(append, each);
        }
        var results = new HashMap<Append<?>, Result>();
        for (var part : EventStore.parts(appends)) {
            attempt(part, brought, rows, results, ATTEMPTS);
        }
        return appends.stream()
                .map(append -> Objects.requireNonNull(results.get(append)))
                .toList();
    }

    private <T> void attempt(
            List<Append<?>> part,
            Map<Append<?>, T> brought,
            RowWriter<T> rows,
            Map<Append<?>, Result> results,
            int attempts) {
        try {
            results.putAll(commit(part, brought, rows));
        } catch (SQLException | RuntimeException e) {
            if (EventStore.isTransient(e) && attempts > 1) {
                attempt(part, brought, rows, results, attempts - 1);
            } else if (part.size() > 1 && !EventStore.isLostConnection(e)) {
                var half = part.size() / 2;
                attempt(part.subList(0, half), brought, rows, results, attempts);
                attempt(part.subList(half, part.size()), brought, rows, results, attempts);
            } else {
                var failure = e instanceof SQLException sql ? new EventStoreException(sql) : (RuntimeException) e;
                part.forEach(append -> results.put(append, new Result(false, failure)));
            }
        }
    }

    private <T> Map<Append<?>, Result> commit(List<Append<?>> part, Map<Append<?>, T> brought, RowWriter<T> rows)
            throws SQLException {
        try (var connection = writer.getConnection()) {
            connection.setAutoCommit(false);
            try {
                var historicSource = part.getFirst().historicSource();
                if (historicSource != null) {
                    AppendTransaction.holdDeadlines(connection, historicSource);
                }
                var before = HandledCommands.claim(connection, part);
                var fresh = part.stream()
                        .filter(append -> !before.containsKey(append))
                        .<T>map(brought::get)
                        .toList();
                if (!fresh.isEmpty()) {
                    rows.write(fresh, connection);
                }
                connection.commit();
                var results = new HashMap<Append<?>, Result>();
                for (var append : part) {
                    var known = before.get(append);
                    results.put(append, known == null ? new Result(false, null) : Result.of(known));
                }
                return results;
            } catch (Throwable e) {
                AppendTransaction.rollBack(connection, e);
                throw e;
            }
        }
    }
}

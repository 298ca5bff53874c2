package nl.waarborg.eventsourcing;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Many rows as one statement: every column becomes an array parameter of {@code unnest}, in the order in which the columns are named.
 * Text, UUIDs and instants are sent as text; the statement casts them ({@code ?::uuid[]}, {@code ?::timestamptz[]}).
 *
 * <p>{@code Columns.of(raised).uuid(e -> …).text(e -> …).execute(connection, "insert into incident (id, title) select * from
 * unnest(?::uuid[], ?::text[])")}
 */
public final class Columns<T> {

    private final List<T> rows;
    private final List<Column> columns = new ArrayList<>();

    private interface Column {
        Array array(Connection connection) throws SQLException;
    }

    private Columns(List<T> rows) {
        this.rows = rows;
    }

    public static <T> Columns<T> of(List<T> rows) {
        return new Columns<>(rows);
    }

    public Columns<T> text(Function<? super T, @Nullable String> value) {
        return column("text", value, String[]::new);
    }

    public Columns<T> uuid(Function<? super T, @Nullable UUID> value) {
        return text(row -> asText(value.apply(row)));
    }

    public Columns<T> instant(Function<? super T, @Nullable Instant> value) {
        return text(row -> asText(value.apply(row)));
    }

    public Columns<T> smallint(Function<? super T, @Nullable Short> value) {
        return column("int2", value, Short[]::new);
    }

    public Columns<T> integer(Function<? super T, @Nullable Integer> value) {
        return column("int4", value, Integer[]::new);
    }

    public Columns<T> bigint(Function<? super T, @Nullable Long> value) {
        return column("int8", value, Long[]::new);
    }

    public Columns<T> bool(Function<? super T, @Nullable Boolean> value) {
        return column("bool", value, Boolean[]::new);
    }

    /** The number of rows that the statement changed; without rows it is not sent. */
    public int execute(Connection connection, String sql) throws SQLException {
        if (rows.isEmpty()) {
            return 0;
        }
        try (var statement = bind(connection, sql)) {
            return statement.executeUpdate();
        }
    }

    /** What the statement returns (a query, or {@code returning}); without rows it is not sent. */
    public <R> List<R> query(Connection connection, String sql, RowReader<R> reader) throws SQLException {
        if (rows.isEmpty()) {
            return List.of();
        }
        try (var statement = bind(connection, sql);
                var answer = statement.executeQuery()) {
            var results = new ArrayList<R>();
            while (answer.next()) {
                results.add(reader.read(answer));
            }
            return results;
        }
    }

    /** Reads the current row. */
    public interface RowReader<R> {
        R read(ResultSet row) throws SQLException;
    }

    private PreparedStatement bind(Connection connection, String sql) throws SQLException {
        var statement = connection.prepareStatement(sql);
        var index = 1;
        for (var column : columns) {
            statement.setArray(index++, column.array(connection));
        }
        return statement;
    }

    private <V> Columns<T> column(String type, Function<? super T, @Nullable V> value, IntFunction<V[]> array) {
        var values = rows.stream().map(value).toArray(array);
        columns.add(connection -> connection.createArrayOf(type, values));
        return this;
    }

    private static @Nullable String asText(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}

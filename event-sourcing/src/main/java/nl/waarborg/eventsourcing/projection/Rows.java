package nl.waarborg.eventsourcing.projection;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Reads rows into records. Parameters and columns may be text, numbers, UUIDs, instants (UTC), local dates, durations (as seconds), enums
 * (by name) and collections of UUIDs.
 */
public final class Rows {

    private final DataSource source;

    /** @param source the reader within a tenant's scope, or the writer for the facts of a command */
    public Rows(DataSource source) {
        this.source = source;
    }

    /** Makes a record of the current row. */
    @FunctionalInterface
    public interface Read<T> {
        T read(Row row) throws SQLException;
    }

    public <T> List<T> list(String sql, Read<T> read, @Nullable Object... parameters) {
        try (var connection = source.getConnection()) {
            return list(connection, sql, read, parameters);
        } catch (SQLException e) {
            throw new IllegalStateException("rows cannot be read", e);
        }
    }

    public <T> Optional<T> first(String sql, Read<T> read, @Nullable Object... parameters) {
        return list(sql, read, parameters).stream().findFirst();
    }

    /** The same on a projection's own connection. */
    public static <T> List<T> list(Connection connection, String sql, Read<T> read, @Nullable Object... parameters)
            throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            set(statement, Arrays.asList(parameters));
            try (var rows = statement.executeQuery()) {
                var found = new ArrayList<T>();
                var row = new Row(rows);
                while (rows.next()) {
                    found.add(read.read(row));
                }
                return found;
            }
        }
    }

    static void set(PreparedStatement statement, List<@Nullable Object> parameters) throws SQLException {
        for (var i = 0; i < parameters.size(); i++) {
            set(statement, i + 1, parameters.get(i));
        }
    }

    private static void set(PreparedStatement statement, int index, @Nullable Object value) throws SQLException {
        switch (value) {
            case null -> statement.setNull(index, Types.NULL);
            case Instant instant -> statement.setObject(index, instant.atOffset(ZoneOffset.UTC));
            case Duration duration -> statement.setLong(index, duration.toSeconds());
            case Enum<?> constant -> statement.setString(index, constant.name());
            case Collection<?> uuids ->
                statement.setArray(index, statement.getConnection().createArrayOf("uuid", uuids.toArray()));
            default -> statement.setObject(index, value);
        }
    }

    /** One row, its columns by name. */
    public static final class Row {

        private final ResultSet rows;

        private Row(ResultSet rows) {
            this.rows = rows;
        }

        public String text(String column) throws SQLException {
            return present(column, rows.getString(column));
        }

        public @Nullable String optionalText(String column) throws SQLException {
            return rows.getString(column);
        }

        public UUID uuid(String column) throws SQLException {
            return present(column, rows.getObject(column, UUID.class));
        }

        public @Nullable UUID optionalUuid(String column) throws SQLException {
            return rows.getObject(column, UUID.class);
        }

        public Instant instant(String column) throws SQLException {
            return present(column, optionalInstant(column));
        }

        public @Nullable Instant optionalInstant(String column) throws SQLException {
            var time = rows.getObject(column, OffsetDateTime.class);
            return time == null ? null : time.toInstant();
        }

        public LocalDate date(String column) throws SQLException {
            return present(column, rows.getObject(column, LocalDate.class));
        }

        public @Nullable Duration optionalDuration(String column) throws SQLException {
            var seconds = rows.getObject(column, Long.class);
            return seconds == null ? null : Duration.ofSeconds(seconds);
        }

        public int number(String column) throws SQLException {
            return rows.getInt(column);
        }

        public long bigNumber(String column) throws SQLException {
            return rows.getLong(column);
        }

        public @Nullable Long optionalBigNumber(String column) throws SQLException {
            return rows.getObject(column, Long.class);
        }

        public byte[] bytes(String column) throws SQLException {
            return present(column, rows.getBytes(column));
        }

        public boolean flag(String column) throws SQLException {
            return rows.getBoolean(column);
        }

        public @Nullable Boolean optionalFlag(String column) throws SQLException {
            return rows.getObject(column, Boolean.class);
        }

        public BigDecimal decimal(String column) throws SQLException {
            return present(column, rows.getBigDecimal(column));
        }

        public List<UUID> uuids(String column) throws SQLException {
            var array = rows.getArray(column);
            return array == null ? List.of() : List.of((UUID[]) array.getArray());
        }

        private static <T> T present(String column, @Nullable T value) {
            if (value == null) {
                throw new IllegalStateException(column + " is null");
            }
            return value;
        }
    }
}

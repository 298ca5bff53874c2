package nl.waarborg.processoragreement.agreement.projection;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Statements of a projection with the domain's values, on the connection of the append. */
record Sql(Connection connection) {

    void run(String sql, @Nullable Object... values) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            for (var i = 0; i < values.length; i++) {
                statement.setObject(i + 1, column(values[i]));
            }
            statement.executeUpdate();
        }
    }

    private @Nullable Object column(@Nullable Object value) throws SQLException {
        return switch (value) {
            case null -> null;
            case Instant instant -> instant.atOffset(ZoneOffset.UTC);
            case Enum<?> choice -> choice.name();
            case YearMonth month -> month.toString();
            case List<?> texts -> connection.createArrayOf("text", texts.toArray());
            case Object other -> other;
        };
    }
}

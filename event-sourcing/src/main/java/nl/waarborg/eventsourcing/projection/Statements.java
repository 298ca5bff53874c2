package nl.waarborg.eventsourcing.projection;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The statements of one projection for a batch of events, in order; neighbours of the same text go to the database together. */
public final class Statements {

    private record Statement(String sql, List<@Nullable Object> parameters) {}

    private final List<Statement> statements = new ArrayList<>();

    public void add(String sql, @Nullable Object... parameters) {
        statements.add(new Statement(sql, Arrays.asList(parameters)));
    }

    public void run(Connection connection) throws SQLException {
        var from = 0;
        while (from < statements.size()) {
            var sql = statements.get(from).sql();
            try (var prepared = connection.prepareStatement(sql)) {
                var to = from;
                while (to < statements.size() && statements.get(to).sql().equals(sql)) {
                    Rows.set(prepared, statements.get(to).parameters());
                    prepared.addBatch();
                    to++;
                }
                prepared.executeBatch();
                from = to;
            }
        }
        statements.clear();
    }
}

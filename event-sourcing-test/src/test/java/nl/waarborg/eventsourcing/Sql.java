package nl.waarborg.eventsourcing;

import java.sql.SQLException;
import javax.sql.DataSource;

/** Statements that tests look at the database with. */
final class Sql {

    private Sql() {}

    static void run(DataSource database, String statement) throws SQLException {
        try (var connection = database.getConnection();
                var sql = connection.createStatement()) {
            connection.setAutoCommit(true);
            sql.execute(statement);
        }
    }

    /** The first column of the first row as text; null if there is none. */
    static String text(DataSource database, String query) throws SQLException {
        try (var connection = database.getConnection();
                var sql = connection.createStatement();
                var row = sql.executeQuery(query)) {
            return row.next() ? row.getString(1) : null;
        }
    }
}

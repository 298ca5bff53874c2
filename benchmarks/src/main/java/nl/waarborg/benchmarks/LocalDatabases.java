package nl.waarborg.benchmarks;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalPropertiesReader;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import nl.waarborg.local.Database;
import org.flywaydb.core.Flyway;

/** Databases with the tables of the event store, and pools of the kind that the services use. */
final class LocalDatabases {

    private LocalDatabases() {}

    /** @param tables statements that make what the measurement needs beside the event store */
    static void migrate(Database database, String... tables) throws SQLException {
        Flyway.configure()
                .dataSource(database.jdbcUrl(), database.writerUser(), database.writerPassword())
                .locations("classpath:db/event-sourcing")
                .placeholders(Map.of("reader", database.readerUser(), "writer", database.writerUser()))
                .load()
                .migrate();
        try (var connection = DriverManager.getConnection(
                        database.jdbcUrl(), database.writerUser(), database.writerPassword());
                var statement = connection.createStatement()) {
            for (var table : tables) {
                statement.execute(table);
            }
        }
    }

    /** All connections are opened at once: none is opened while something is measured. */
    static AgroalDataSource writer(Database database, int connections) throws SQLException {
        var size = Integer.toString(connections);
        return AgroalDataSource.from(new AgroalPropertiesReader()
                .readProperties(Map.of(
                        AgroalPropertiesReader.MAX_SIZE,
                        size,
                        AgroalPropertiesReader.MIN_SIZE,
                        size,
                        AgroalPropertiesReader.INITIAL_SIZE,
                        size,
                        AgroalPropertiesReader.JDBC_URL,
                        database.jdbcUrl(),
                        AgroalPropertiesReader.PRINCIPAL,
                        database.writerUser(),
                        AgroalPropertiesReader.CREDENTIAL,
                        database.writerPassword()))
                .get());
    }
}

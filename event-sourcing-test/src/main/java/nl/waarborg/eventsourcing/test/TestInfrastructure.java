package nl.waarborg.eventsourcing.test;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalPropertiesReader;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;
import nl.waarborg.local.Database;
import org.flywaydb.core.Flyway;
import org.testcontainers.DockerClientFactory;

/**
 * One PostgreSQL and one Kafka for all tests of a module, started when first asked for and stopped with the JVM. The system property
 * {@code waarborg.infrastructure} chooses: {@code testcontainers}, {@code embedded} (the parts of the local run) or {@code external}
 * (properties {@code waarborg.infrastructure.jdbc}, {@code .user}, {@code .password} of a superuser, and {@code .kafka}); without it,
 * containers where a Docker engine answers, else embedded.
 */
public final class TestInfrastructure {

    private static final String PROPERTY = "waarborg.infrastructure";

    private TestInfrastructure() {}

    private static final class Chosen {
        private static final Infrastructure INFRASTRUCTURE = choose();
    }

    /** A new, empty database with a writer and a reader role; one of this name from an earlier run is dropped. */
    public static Database emptyDatabase(String name) {
        return Chosen.INFRASTRUCTURE.database(name);
    }

    /** A new database, migrated. Without locations: with the tables of the event store only. */
    public static Database database(String name, String... locations) {
        var database = emptyDatabase(name);
        migrate(database, locations);
        return database;
    }

    /** The same with a database of a server of the test's own. */
    public static void migrate(Database database, String... locations) {
        var all = locations.length == 0 ? new String[] {"classpath:db/event-sourcing"} : locations;
        Flyway.configure()
                .dataSource(database.jdbcUrl(), database.writerUser(), database.writerPassword())
                .locations(all)
                .placeholders(Map.of("writer", database.writerUser(), "reader", database.readerUser()))
                .load()
                .migrate();
    }

    /** A connection as superuser, to look at what no role of a service may see. */
    public static Connection superuser(Database database) throws SQLException {
        return Chosen.INFRASTRUCTURE.superuser(database.name());
    }

    /** A pool of the kind that the services use. */
    public static AgroalDataSource writer(Database database, int connections) {
        return pool(database.jdbcUrl(), database.writerUser(), database.writerPassword(), connections);
    }

    public static AgroalDataSource reader(Database database, int connections) {
        return pool(database.jdbcUrl(), database.readerUser(), database.readerPassword(), connections);
    }

    /** The bootstrap servers of a broker without topics of its own. */
    public static String kafka() {
        return Chosen.INFRASTRUCTURE.kafka();
    }

    private static Infrastructure choose() {
        var wish = System.getProperty(PROPERTY, "").toLowerCase(Locale.ROOT);
        return switch (wish) {
            case "testcontainers" -> new Containers();
            case "embedded" -> new EmbeddedParts();
            case "external" -> new ExternalServers(PROPERTY);
            case "" -> DockerClientFactory.instance().isDockerAvailable() ? new Containers() : new EmbeddedParts();
            default ->
                throw new IllegalArgumentException(PROPERTY + " is testcontainers, embedded or external, not " + wish);
        };
    }

    private static AgroalDataSource pool(String url, String user, String password, int connections) {
        try {
            return AgroalDataSource.from(new AgroalPropertiesReader()
                    .readProperties(Map.of(
                            AgroalPropertiesReader.JDBC_URL, url,
                            AgroalPropertiesReader.PRINCIPAL, user,
                            AgroalPropertiesReader.CREDENTIAL, password,
                            AgroalPropertiesReader.MAX_SIZE, Integer.toString(connections),
                            AgroalPropertiesReader.ACQUISITION_TIMEOUT_S, "30")));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}

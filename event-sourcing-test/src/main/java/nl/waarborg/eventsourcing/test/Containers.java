package nl.waarborg.eventsourcing.test;

import java.sql.Connection;
import java.sql.SQLException;
import nl.waarborg.local.Database;
import org.jspecify.annotations.Nullable;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** Containers of a Docker engine; it removes them after the tests. */
final class Containers implements Infrastructure {

    private @Nullable PostgreSQLContainer postgres;
    private @Nullable KafkaContainer broker;

    @Override
    public Database database(String name) {
        return server().database(name);
    }

    @Override
    public Connection superuser(String database) throws SQLException {
        return server().connect(database);
    }

    @Override
    public synchronized String kafka() {
        if (broker == null) {
            broker =
                    new KafkaContainer("apache/kafka-native:4.1.1").withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false");
            broker.start();
        }
        return broker.getBootstrapServers();
    }

    private synchronized SuperuserServer server() {
        if (postgres == null) {
            postgres = new PostgreSQLContainer("postgres:18")
                    .withCommand("postgres", "-c", "wal_level=logical", "-c", "max_connections=200");
            postgres.start();
        }
        var url = "jdbc:postgresql://" + postgres.getHost() + ":"
                + postgres.getMappedPort(PostgreSQLContainer.POSTGRESQL_PORT);
        return new SuperuserServer(url, postgres.getUsername(), postgres.getPassword());
    }
}

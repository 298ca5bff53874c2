package nl.waarborg.eventsourcing.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Comparator;
import nl.waarborg.local.Database;
import nl.waarborg.local.KafkaBroker;
import nl.waarborg.local.PostgresServer;
import org.jspecify.annotations.Nullable;

/** The parts of the local run, in a temporary directory. */
final class EmbeddedParts implements Infrastructure {

    private final Path directory = temporaryDirectory();
    private @Nullable PostgresServer postgres;
    private @Nullable KafkaBroker broker;

    EmbeddedParts() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "stop-test-infrastructure"));
    }

    @Override
    public Database database(String name) {
        return postgres().createDatabase(name);
    }

    @Override
    public Connection superuser(String database) throws SQLException {
        return postgres().connect(database);
    }

    @Override
    public synchronized String kafka() {
        if (broker == null) {
            broker = KafkaBroker.start(KafkaBroker.Settings.in(directory));
        }
        return broker.bootstrapServers();
    }

    private synchronized PostgresServer postgres() {
        if (postgres == null) {
            postgres = PostgresServer.start(PostgresServer.Settings.in(directory));
        }
        return postgres;
    }

    private synchronized void stop() {
        if (postgres != null) {
            postgres.close();
        }
        if (broker != null) {
            broker.close();
        }
        try (var files = Files.walk(directory)) {
            files.sorted(Comparator.reverseOrder()).forEach(EmbeddedParts::delete);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path temporaryDirectory() {
        try {
            return Files.createTempDirectory("waarborg-test-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

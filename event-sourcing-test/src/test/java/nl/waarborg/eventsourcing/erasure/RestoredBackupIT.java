package nl.waarborg.eventsourcing.erasure;

import static java.nio.file.StandardCopyOption.COPY_ATTRIBUTES;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agroal.api.AgroalDataSource;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.waarborg.eventsourcing.Actor;
import nl.waarborg.eventsourcing.CommandContext;
import nl.waarborg.eventsourcing.EventStore;
import nl.waarborg.eventsourcing.EventTypes;
import nl.waarborg.eventsourcing.StreamId;
import nl.waarborg.eventsourcing.TenantKeyFiles;
import nl.waarborg.eventsourcing.TenantKeys;
import nl.waarborg.eventsourcing.Tickets;
import nl.waarborg.eventsourcing.Tickets.Open;
import nl.waarborg.eventsourcing.Tickets.Opened;
import nl.waarborg.eventsourcing.Tickets.TicketDecider;
import nl.waarborg.eventsourcing.settings.Topics;
import nl.waarborg.eventsourcing.test.TestInfrastructure;
import nl.waarborg.local.Database;
import nl.waarborg.local.PostgresServer;
import nl.waarborg.rules.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.PGConnection;

/** Backups from before an erasure, logical and physical, are of no use for what was erased; of others everything comes back. */
@Timeout(180)
@Rule({"PRA-058", "PRA-061"})
class RestoredBackupIT {

    private static final String SECRET = "Loonstrook van Annelies Zonneveld";
    private static final String KEPT = "Loonstrook van Bartholomeus Quist";
    private static final UUID ERASED = UUID.randomUUID();
    private static final UUID STAYS = UUID.randomUUID();
    private static final StreamId ERASED_TICKET = StreamId.fresh("ticket");
    private static final StreamId KEPT_TICKET = StreamId.fresh("ticket");

    @TempDir
    Path directory;

    @TempDir
    Path keyFiles;

    private static EventStore store(AgroalDataSource pool, TenantKeys keys) {
        List<EventTypes<?>> types = List.of(Tickets.TYPES, ErasureAggregate.EVENTS);
        return new EventStore(pool, keys, types, List.of(new ErasuresProjection()), (commands, events, took) -> {});
    }

    private interface Work {
        void with(AgroalDataSource pool, EventStore store, TenantKeys keys) throws Exception;
    }

    /** As a service that starts on the database: with the key files as they are now. */
    private void open(Database database, Work work) throws Exception {
        var keys = new TenantKeyFiles(keyFiles, new byte[32]);
        try (var pool = TestInfrastructure.writer(database, 4);
                var store = store(pool, keys)) {
            work.with(pool, store, keys);
        }
    }

    @Test
    void neither_a_dump_nor_a_physical_backup_brings_back_what_was_erased() throws Exception {
        var settings = PostgresServer.Settings.in(directory.resolve("original"));
        Files.createDirectories(settings.directory());
        var beside = new PostgresServer.Settings(
                directory.resolve("restored"), directory.resolve("restored.log"), 0, true, settings.secrets());
        var dump = new LinkedHashMap<String, byte[]>();
        try (var server = PostgresServer.start(settings)) {
            var database = server.createDatabase("original");
            TestInfrastructure.migrate(database);
            open(database, (pool, store, keys) -> {
                write(store, ERASED, ERASED_TICKET, SECRET);
                write(store, STAYS, KEPT_TICKET, KEPT);
                try (var connection = server.connect("original")) {
                    dump.putAll(dump(connection));
                    backUp(connection, settings.directory(), beside.directory());
                }
                // With the key, either would do.
                assertEquals(Optional.of(SECRET), restored(server, "before", dump, ERASED_TICKET));

                assertTrue(new TenantEraser(
                                pool,
                                store,
                                keys,
                                Map.of("bootstrap.servers", TestInfrastructure.kafka()),
                                new Topics("restored-backup-" + UUID.randomUUID()))
                        .erase(ERASED)
                        .clean());
            });

            assertEquals(Optional.empty(), restored(server, "afterwards", dump, ERASED_TICKET));
            assertEquals(Optional.of(KEPT), restored(server, "afterwards_kept", dump, KEPT_TICKET));
        }
        for (var table : dump.entrySet()) {
            assertEquals(List.of(), holding(table.getKey(), table.getValue()));
        }
        assertEquals(List.of(), filesHolding(beside.directory()));

        try (var server = PostgresServer.start(beside)) {
            open(server.createDatabase("original"), (pool, store, keys) -> {
                assertEquals(Optional.empty(), title(store, ERASED_TICKET));
                assertEquals(Optional.of(KEPT), title(store, KEPT_TICKET));
            });
        }
    }

    private static void write(EventStore store, UUID tenant, StreamId ticket, String title) {
        store.handler(new TicketDecider(), Tickets.TYPES)
                .handle(
                        ticket,
                        CommandContext.of(tenant, Actor.SCHEDULER, Instant.parse("2026-03-02T12:00:00Z")),
                        new Open("INC1", title));
    }

    private static Optional<String> title(EventStore store, StreamId ticket) {
        var opened = (Opened) store.read(Tickets.TYPES, ticket).getFirst().event();
        return Optional.ofNullable(opened.title());
    }

    /** Every table as {@code pg_dump} writes it, by COPY; that program is no part of the server's own. */
    private static Map<String, byte[]> dump(Connection connection) throws SQLException, IOException {
        var dump = new LinkedHashMap<String, byte[]>();
        for (var table : tables(connection)) {
            var rows = new ByteArrayOutputStream();
            connection.unwrap(PGConnection.class).getCopyAPI().copyOut("copy %s to stdout".formatted(table), rows);
            dump.put(table, rows.toByteArray());
        }
        return dump;
    }

    private static List<String> tables(Connection connection) throws SQLException {
        var tables = new ArrayList<String>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select tablename from pg_tables where schemaname = 'public'"
                        + " and tablename <> 'flyway_schema_history' order by 1")) {
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
        }
        return tables;
    }

    private Optional<String> restored(PostgresServer server, String name, Map<String, byte[]> dump, StreamId ticket)
            throws Exception {
        var database = server.createDatabase("restored_" + name);
        TestInfrastructure.migrate(database);
        try (var connection = server.connect(database.name());
                var statement = connection.createStatement()) {
            // As a restore does: no trigger, no foreign key.
            statement.execute("set session_replication_role = replica");
            for (var table : dump.entrySet()) {
                statement.execute("truncate %s cascade".formatted(table.getKey()));
            }
            for (var table : dump.entrySet()) {
                connection
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyIn(
                                "copy %s from stdin".formatted(table.getKey()),
                                new ByteArrayInputStream(table.getValue()));
            }
        }
        var found = new ArrayList<Optional<String>>();
        open(database, (pool, store, keys) -> found.add(title(store, ticket)));
        return found.getFirst();
    }

    /** A physical backup while the server runs, by the steps of PostgreSQL's manual; with the log that it needs to be consistent. */
    private static void backUp(Connection connection, Path from, Path to) throws SQLException, IOException {
        try (var statement = connection.createStatement()) {
            statement.execute("select pg_backup_start('before the erasure', fast => true)");
            copy(from.resolve("postgres"), to.resolve("postgres"));
            try (var stopped =
                    statement.executeQuery("select labelfile from pg_backup_stop(wait_for_archive => false)")) {
                stopped.next();
                var data = to.resolve("postgres").resolve("data");
                copy(from.resolve("postgres/data/pg_wal"), data.resolve("pg_wal"));
                Files.writeString(data.resolve("backup_label"), stopped.getString(1));
                Files.deleteIfExists(data.resolve("postmaster.pid"));
            }
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (var file : (Iterable<Path>) files::iterator) {
                var copied = to.resolve(from.relativize(file));
                try {
                    if (Files.isDirectory(file)) {
                        Files.createDirectories(copied);
                        Files.setPosixFilePermissions(copied, Files.getPosixFilePermissions(file));
                    } else {
                        Files.copy(file, copied, COPY_ATTRIBUTES, REPLACE_EXISTING);
                    }
                    Files.setAttribute(copied, "unix:uid", Files.getAttribute(file, "unix:uid"));
                    Files.setAttribute(copied, "unix:gid", Files.getAttribute(file, "unix:gid"));
                } catch (NoSuchFileException e) {
                    assertTrue(!Files.exists(file), e.getMessage()); // gone meanwhile, which a backup allows
                }
            }
        }
    }

    private static List<String> filesHolding(Path directory) throws IOException {
        try (var files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile)
                    .flatMap(file -> {
                        try {
                            return holding(file.toString(), Files.readAllBytes(file)).stream();
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    })
                    .toList();
        }
    }

    private static List<String> holding(String name, byte[] bytes) {
        var text = new String(bytes, StandardCharsets.ISO_8859_1);
        return text.contains(SECRET) ? List.of(name) : List.of();
    }
}

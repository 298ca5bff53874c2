package nl.waarborg.eventsourcing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agroal.api.AgroalDataSource;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import nl.waarborg.eventsourcing.Tickets.Note;
import nl.waarborg.eventsourcing.Tickets.Open;
import nl.waarborg.eventsourcing.Tickets.Opened;
import nl.waarborg.eventsourcing.Tickets.TicketDecider;
import nl.waarborg.eventsourcing.test.TestInfrastructure;
import nl.waarborg.local.Database;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Personal data are ciphertext wherever PostgreSQL keeps them, and go with the tenant's key. */
@Timeout(120)
class PersonalDataIT {

    private static final String SECRET = "Loonstrook van Annelies Zonneveld";
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    @TempDir
    Path keyFiles;

    private Database database;
    private AgroalDataSource pool;
    private TenantKeyFiles keys;

    @BeforeEach
    void open() {
        database = TestInfrastructure.database("personal_data_it_" + System.nanoTime() % 1_000_000);
        pool = TestInfrastructure.writer(database, 4);
        keys = new TenantKeyFiles(keyFiles, new byte[32]);
    }

    @AfterEach
    void close() {
        pool.close();
    }

    @Test
    void they_are_ciphertext_in_the_table_the_data_files_and_the_write_ahead_log() throws Exception {
        var stream = StreamId.fresh("ticket");
        try (var store = store()) {
            store.handler(new TicketDecider(), Tickets.TYPES)
                    .handle(stream, context(Tickets.TENANT), new Open("OPENBAAR-77", SECRET));
            assertEquals(SECRET, title(store, stream));
        }
        var payload = Sql.text(pool, "select payload from event");
        assertTrue(payload.contains("OPENBAAR-77"), payload);
        assertFalse(payload.contains("Annelies"), payload);

        var seen = new ArrayList<String>();
        for (var file : filesOnDisk()) {
            if (file.contains("OPENBAAR-77")) {
                seen.add("public");
            }
            assertFalse(file.contains("Annelies"), "personal data lie on disk in plain");
        }
        assertTrue(
                seen.size() >= 2,
                "the public part should be seen in the table and in the log, not in " + seen.size() + " files");
    }

    @Test
    void a_destroyed_key_makes_them_unreadable_and_everything_else_still_works() throws Exception {
        var stream = StreamId.fresh("ticket");
        try (var store = store()) {
            var tickets = store.handler(new TicketDecider(), Tickets.TYPES);
            tickets.handle(stream, context(Tickets.TENANT), new Open("INC1", SECRET));
            keys.destroy(Tickets.TENANT);

            assertNull(title(store, stream));
            assertEquals(
                    2,
                    tickets.handle(stream, context(Tickets.TENANT), new Note(List.of("no personal data")))
                            .version());
            var refused = StreamId.fresh("ticket");
            assertThrows(
                    TenantKeys.KeyDestroyed.class,
                    () -> tickets.handle(refused, context(Tickets.TENANT), new Open("INC2", SECRET)));
            assertTrue(store.read(Tickets.TYPES, refused).isEmpty());

            var other = UUID.randomUUID();
            var theirs = StreamId.fresh("ticket");
            tickets.handle(theirs, context(other), new Open("INC3", SECRET));
            assertEquals(SECRET, title(store, theirs));
        }
    }

    @Test
    void ciphertext_that_is_moved_to_another_stream_or_tenant_is_refused() throws Exception {
        var stream = StreamId.fresh("ticket");
        var other = StreamId.fresh("ticket");
        var stranger = UUID.randomUUID();
        try (var store = store()) {
            var tickets = store.handler(new TicketDecider(), Tickets.TYPES);
            tickets.handle(stream, context(Tickets.TENANT), new Open("INC1", SECRET));
            Sql.run(pool, "update event set stream_id = '" + other.id() + "'");
            assertThrows(IllegalArgumentException.class, () -> store.read(Tickets.TYPES, other));
            keys.toProtect(stranger);
            Sql.run(pool, "update event set stream_id = '" + stream.id() + "', tenant_id = '" + stranger + "'");
            assertThrows(IllegalArgumentException.class, () -> store.read(Tickets.TYPES, stream));
        }
    }

    @Test
    void what_a_projection_protects_only_its_tenant_can_reveal() {
        var personal = new PersonalData(keys);
        var ciphertext = personal.protect(Tickets.TENANT, SECRET);
        assertFalse(ciphertext.contains("Annelies"));
        assertEquals(SECRET, personal.reveal(Tickets.TENANT, ciphertext));
        assertNull(personal.protect(Tickets.TENANT, null));
        var stranger = UUID.randomUUID();
        keys.toProtect(stranger);
        assertThrows(IllegalArgumentException.class, () -> personal.reveal(stranger, ciphertext));
        keys.destroy(Tickets.TENANT);
        assertNull(personal.reveal(Tickets.TENANT, ciphertext));
    }

    private EventStore store() {
        return new EventStore(pool, keys, List.of(Tickets.TYPES), List.of(), (commands, events, took) -> {});
    }

    private static CommandContext context(UUID tenant) {
        return CommandContext.of(tenant, Actor.SCHEDULER, NOON);
    }

    private static String title(EventStore store, StreamId stream) {
        return ((Opened) store.read(Tickets.TYPES, stream).getFirst().event()).title();
    }

    /** The table's file and the write-ahead log, as the server reads them from disk after a checkpoint. */
    private List<String> filesOnDisk() throws SQLException {
        try (var connection = TestInfrastructure.superuser(database);
                var sql = connection.createStatement()) {
            sql.execute("checkpoint");
            try (var rows = sql.executeQuery(
                    """
                    select pg_read_binary_file(pg_relation_filepath('event'))
                    union all
                    select pg_read_binary_file('pg_wal/' || pg_walfile_name(pg_current_wal_lsn() - 1))""")) {
                var files = new ArrayList<String>();
                while (rows.next()) {
                    files.add(new String(rows.getBytes(1), StandardCharsets.ISO_8859_1));
                }
                return files;
            }
        }
    }
}

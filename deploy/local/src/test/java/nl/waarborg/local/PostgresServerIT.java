package nl.waarborg.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class PostgresServerIT {

    @TempDir
    private Path directory;

    @Test
    void a_committed_row_survives_a_kill() throws Exception {
        var settings = PostgresServer.Settings.in(directory);
        var killed = PostgresServer.start(settings);
        try (var writer = writer(killed.createDatabase("incident"))) {
            run(writer, "create table fact (id int)");
            run(writer, "insert into fact values (42)");
        }
        killed.kill();
        assertFalse(killed.isAlive());
        assertTrue(Files.exists(directory.resolve("postgres/data/postmaster.pid")), "a kill leaves the pid file");

        try (var server = PostgresServer.start(settings);
                var writer = writer(server.createDatabase("incident"))) {
            assertEquals("42", text(writer, "select id from fact"));
        }
    }

    @Test
    void the_writer_owns_its_database_and_the_reader_sees_only_what_it_was_granted() throws Exception {
        try (var server =
                PostgresServer.start(PostgresServer.Settings.in(directory).notDurable())) {
            var incident = server.createDatabase("incident");
            var availability = server.createDatabase("availability");
            try (var writer = writer(incident);
                    var reader = DriverManager.getConnection(
                            incident.jdbcUrl(), incident.readerUser(), incident.readerPassword())) {
                run(writer, "create table fact (id int)");
                run(writer, "create publication facts for table fact");
                run(writer, "select pg_create_logical_replication_slot('facts', 'pgoutput')");
                assertEquals("logical", text(writer, "show wal_level"));
                assertThrows(SQLException.class, () -> run(reader, "select * from fact"));
                run(writer, "grant select on fact to incident_reader");
                run(reader, "select * from fact");
                assertThrows(SQLException.class, () -> run(reader, "create table own (id int)"));
            }
            assertThrows(
                    SQLException.class,
                    () -> DriverManager.getConnection(
                            availability.jdbcUrl(), incident.readerUser(), incident.readerPassword()));
        }
    }

    @Test
    void a_wrong_password_is_refused() {
        try (var server =
                PostgresServer.start(PostgresServer.Settings.in(directory).notDurable())) {
            var incident = server.createDatabase("incident");
            assertThrows(
                    SQLException.class,
                    () -> DriverManager.getConnection(incident.jdbcUrl(), incident.writerUser(), "wrong"));
        }
    }

    private static Connection writer(Database database) throws SQLException {
        return DriverManager.getConnection(database.jdbcUrl(), database.writerUser(), database.writerPassword());
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String text(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            assertTrue(rows.next());
            return rows.getString(1);
        }
    }
}

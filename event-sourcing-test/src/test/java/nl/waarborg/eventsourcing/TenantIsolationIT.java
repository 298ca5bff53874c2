package nl.waarborg.eventsourcing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.agroal.api.AgroalDataSource;
import java.sql.SQLException;
import java.util.UUID;
import nl.waarborg.eventsourcing.test.TestInfrastructure;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The reader sees the rows of one tenant, or of one provider's tenants, and without either none at all. */
class TenantIsolationIT {

    private static final UUID FIRST = UUID.randomUUID();
    private static final UUID SECOND = UUID.randomUUID();
    private static final UUID ELSEWHERE = UUID.randomUUID();

    private static AgroalDataSource reader;

    @BeforeAll
    static void fill() throws SQLException {
        var database = TestInfrastructure.database("tenant_isolation_it");
        try (var writer = TestInfrastructure.writer(database, 1)) {
            Sql.run(writer, "create table thing (tenant_id uuid not null, name text); call tenant_isolation('thing')");
            Sql.run(
                    writer,
                    """
                    insert into tenant values ('%1$s', 'afas', 'one'), ('%2$s', 'afas', 'two'), ('%3$s', 'phocus', 'three');
                    insert into thing values ('%1$s', 'a'), ('%2$s', 'b'), ('%3$s', 'c');
                    create table kept_apart (tenant_id uuid)"""
                            .formatted(FIRST, SECOND, ELSEWHERE));
            assertEquals("a b c", Sql.text(writer, "select string_agg(name, ' ' order by name) from thing"));
        }
        reader = TestInfrastructure.reader(database, 2);
    }

    @AfterAll
    static void close() {
        reader.close();
    }

    @Test
    void a_tenant_sees_its_own() throws SQLException {
        assertEquals("a", seen(FIRST.toString(), "afas"));
        assertEquals("c", seen(ELSEWHERE.toString(), ""));
    }

    @Test
    void a_provider_sees_its_tenants() throws SQLException {
        assertEquals("a b", seen("", "afas"));
        assertEquals("c", seen("", "phocus"));
    }

    @Test
    void without_either_nothing_is_seen() throws SQLException {
        assertEquals("", seen("", ""));
        assertEquals("0", Sql.text(reader, "select count(*) from thing"));
        assertEquals("0", Sql.text(reader, "select count(*) from tenant"));
    }

    @Test
    void what_one_transaction_was_allowed_the_next_is_not() throws SQLException {
        seen("", "afas");
        assertEquals("0", Sql.text(reader, "select count(*) from thing"));
    }

    @Test
    void the_reader_changes_nothing_and_reads_no_table_that_was_not_opened_to_it() {
        assertThrows(SQLException.class, () -> Sql.run(reader, "insert into thing values (gen_random_uuid(), 'd')"));
        assertThrows(SQLException.class, () -> Sql.run(reader, "delete from thing"));
        for (var table : new String[] {"event", "handled_command", "deadline", "kept_apart"}) {
            assertThrows(SQLException.class, () -> Sql.text(reader, "select count(*) from " + table), table);
        }
    }

    private static String seen(String tenant, String provider) throws SQLException {
        try (var connection = reader.getConnection()) {
            connection.setAutoCommit(false);
            try (var set = connection.prepareStatement(
                    "select set_config('waarborg.tenant', ?, true), set_config('waarborg.provider', ?, true)")) {
                set.setString(1, tenant);
                set.setString(2, provider);
                set.execute();
            }
            try (var sql = connection.createStatement();
                    var row = sql.executeQuery("select coalesce(string_agg(name, ' ' order by name), '') from thing")) {
                row.next();
                return row.getString(1);
            } finally {
                connection.rollback();
            }
        }
    }
}

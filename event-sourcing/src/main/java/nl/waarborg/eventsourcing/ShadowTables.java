package nl.waarborg.eventsourcing;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Empty copies of a projection's tables in a schema of their own, with the same indexes, constraints, policies and grants, to be filled
 * beside the live ones and then put in their place. With the schema first on the search path a projection writes there without knowing.
 */
final class ShadowTables {

    private static final String COPY = "create %s table %s.%s (like public.%s including all excluding indexes)";

    private static final String PERSISTENCE =
            """
            select case relpersistence when 'u' then 'unlogged' else '' end from pg_class where oid = ?::regclass""";

    private static final String CANNOT_COPY =
            """
            select 'foreign key ' || conname from pg_constraint where contype = 'f' and conrelid = ?::regclass
            union all
            select 'trigger ' || tgname from pg_trigger where not tgisinternal and tgrelid = ?::regclass""";

    private static final String CONSTRAINTS =
            """
            select format('alter table %s add constraint %I %s', ?, conname, pg_get_constraintdef(oid))
            from pg_constraint where contype in ('p', 'u', 'x') and conrelid = ?::regclass order by contype""";

    private static final String INDEXES =
            """
            select replace(pg_get_indexdef(indexrelid), ' ON public.', ' ON ' || split_part(?, '.', 1) || '.')
            from pg_index i where indrelid = ?::regclass
            and not exists (select from pg_constraint where conindid = i.indexrelid and contype in ('p', 'u', 'x'))""";

    private static final String SECURITY =
            """
            select format('alter table %1$s enable row level security, %2$s force row level security', ?,
                case when relforcerowsecurity then '' else 'no' end)
            from pg_class where relrowsecurity and oid = ?::regclass""";

    private static final String POLICIES =
            """
            select format('create policy %I on %s as %s for %s to %s', policyname, ?, permissive, cmd,
                    (select string_agg(quote_ident(r), ', ') from unnest(roles) as r))
                || coalesce(' using (' || qual || ')', '') || coalesce(' with check (' || with_check || ')', '')
            from pg_policies where schemaname || '.' || tablename = ?""";

    private static final String GRANTS =
            """
            select format('grant %s on %s to %s', a.privilege_type, ?,
                case a.grantee when 0 then 'public' else quote_ident(pg_get_userbyid(a.grantee)) end)
            from pg_class c, aclexplode(c.relacl) a where a.grantee <> c.relowner and c.oid = ?::regclass""";

    private final String schema;
    private final List<String> tables;

    /** @param name of the projection */
    ShadowTables(String name, List<String> tables) {
        if (!name.matches("[a-z][a-z0-9-]*")) {
            throw new IllegalArgumentException("not a name for a projection: " + name);
        }
        this.schema = "rebuild_" + name.replace('-', '_');
        this.tables = tables;
        for (var table : tables) {
            if (!table.matches("[a-z][a-z0-9_]*")) {
                throw new IllegalArgumentException("not a name for a table: " + table);
            }
        }
    }

    /** Makes the copies, after what an interrupted rebuild may have left. */
    void create(Connection connection) throws SQLException {
        run(connection, "drop schema if exists " + schema + " cascade");
        run(connection, "create schema " + schema);
        for (var table : tables) {
            copy(connection, table);
        }
        // Deadlines were set when the events happened; what a rebuild sets falls in here and is forgotten.
        copy(connection, "deadline");
    }

    /** For the transaction: projections write to the copies. */
    void writeHere(Connection connection) throws SQLException {
        run(connection, "set local search_path = " + schema + ", public");
    }

    /** For the transaction: the copies become the tables. Fails if something else depends on the old ones. */
    void takeThePlace(Connection connection) throws SQLException {
        var old = schema + "_old";
        run(connection, "create schema " + old);
        for (var table : tables) {
            run(connection, "alter table public.%s set schema %s".formatted(table, old));
            run(connection, "alter table %s.%s set schema public".formatted(schema, table));
            run(connection, "drop table %s.%s".formatted(old, table));
        }
        run(connection, "drop schema " + old);
        run(connection, "drop schema " + schema + " cascade");
    }

    private void copy(Connection connection, String table) throws SQLException {
        var live = "public." + table;
        var shadow = schema + "." + table;
        var obstacles = texts(connection, CANNOT_COPY, live, live);
        if (!obstacles.isEmpty()) {
            throw new IllegalStateException(
                    table + " cannot be rebuilt beside itself: " + String.join(", ", obstacles));
        }
        var persistence = texts(connection, PERSISTENCE, live).getFirst();
        run(connection, COPY.formatted(persistence, schema, table, table));
        for (var query : List.of(CONSTRAINTS, INDEXES, SECURITY, POLICIES, GRANTS)) {
            for (var statement : texts(connection, query, shadow, live)) {
                run(connection, statement);
            }
        }
    }

    private static List<String> texts(Connection connection, String query, String... parameters) throws SQLException {
        try (var select = connection.prepareStatement(query)) {
            for (var i = 0; i < parameters.length; i++) {
                select.setString(i + 1, parameters[i]);
            }
            try (var rows = select.executeQuery()) {
                var texts = new ArrayList<String>();
                while (rows.next()) {
                    texts.add(rows.getString(1));
                }
                return texts;
            }
        }
    }

    private static void run(Connection connection, String statement) throws SQLException {
        try (var sql = connection.createStatement()) {
            sql.execute(statement);
        }
    }
}

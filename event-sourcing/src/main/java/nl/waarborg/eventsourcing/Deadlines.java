package nl.waarborg.eventsourcing;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * The table {@code deadline}, kept by projections in the transaction of the append. A deadline is identified by its kind, stream and
 * key. In the transaction of a historic event it is held until the event's source has caught up; during a rebuild nothing is set or
 * cancelled.
 */
public final class Deadlines {

    private static final String SET =
            """
            insert into deadline (kind, category, stream_id, key, tenant_id, due)
            select * from unnest(?::text[], ?::text[], ?::uuid[], ?::text[], ?::uuid[], ?::timestamptz[])
            on conflict (stream_id, kind, key) do update set
                due = excluded.due, tenant_id = excluded.tenant_id,
                held_source = coalesce(excluded.held_source, deadline.held_source),
                claim = null, claimed_until = null, attempts = 0, retry_at = null, last_error = null""";

    private static final String CANCEL = "delete from deadline where stream_id = ? and kind = ? and key = ?";

    private static final String RELEASE = "update deadline set held_source = null where held_source = ?";

    private Deadlines() {}

    /** Sets deadlines, or moves those that are there. */
    public static void set(Connection connection, List<Deadline> deadlines) throws SQLException {
        record Name(String kind, StreamId stream, String key) {}
        var last = new LinkedHashMap<Name, Deadline>();
        for (var deadline : deadlines) {
            last.put(new Name(deadline.kind(), deadline.stream(), deadline.key()), deadline);
        }
        Columns.of(List.copyOf(last.values()))
                .text(Deadline::kind)
                .text(deadline -> deadline.stream().category())
                .uuid(deadline -> deadline.stream().id())
                .text(Deadline::key)
                .uuid(Deadline::tenant)
                .instant(Deadline::due)
                .execute(connection, SET);
    }

    /** Cancels a deadline; nothing happens if there is none. */
    public static void cancel(Connection connection, String kind, StreamId stream, String key) throws SQLException {
        try (var statement = connection.prepareStatement(CANCEL)) {
            statement.setObject(1, stream.id());
            statement.setString(2, kind);
            statement.setString(3, key);
            statement.executeUpdate();
        }
    }

    /** Lets go of the deadlines that waited for this source's history to be complete; answers how many. */
    public static int sourceCaughtUp(Connection connection, String source) throws SQLException {
        try (var statement = connection.prepareStatement(RELEASE)) {
            statement.setString(1, source);
            return statement.executeUpdate();
        }
    }
}

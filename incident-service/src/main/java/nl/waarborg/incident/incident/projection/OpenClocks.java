package nl.waarborg.incident.incident.projection;

import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.waarborg.eventsourcing.Deadline;
import nl.waarborg.eventsourcing.Deadlines;
import nl.waarborg.eventsourcing.StreamId;
import nl.waarborg.eventsourcing.projection.Rows;
import nl.waarborg.incident.incident.storage.IncidentEventTypes;

/**
 * The walk through the open incidents of a calendar, batch by batch. Each batch, and the place from which the next one goes on, are one
 * transaction: after a kill the walk goes on where it was, and a batch that is walked twice changes nothing.
 */
@ApplicationScoped
public class OpenClocks {

    /** Takes the next batch; its key is the calendar and the last incident of the batch before. */
    public static final String WALK = "walk-open-clocks";

    /** Looks at one incident again; its key is the calendar. */
    public static final String RECALCULATION = "incident-recalculation";

    static final UUID START = new UUID(0, 0);

    private static final String NEXT =
            """
            select distinct incident_id, tenant_id from incident_clock
            where (calendar = ? or starts_with(calendar, ?)) and stopped_at is null and not cancelled and incident_id > ?
            order by incident_id limit ?""";

    private final javax.sql.DataSource writer;

    public OpenClocks(@DataSource("writer") javax.sql.DataSource writer) {
        this.writer = writer;
    }

    static Deadline walk(StreamId stream, UUID tenant, String calendar, UUID after, Instant at) {
        return new Deadline(WALK, stream, calendar + '\n' + after, tenant, at);
    }

    /** @param size of the batch, in incidents */
    public void next(Deadline walk, int size) {
        var key = walk.key().split("\n", -1);
        var calendar = key[0];
        try (var connection = writer.getConnection()) {
            connection.setAutoCommit(false);
            try {
                // A tenant's own form of a calendar is named after it.
                var batch = Rows.list(
                        connection,
                        NEXT,
                        row -> new Deadline(
                                RECALCULATION,
                                IncidentEventTypes.stream(row.uuid("incident_id")),
                                calendar,
                                row.uuid("tenant_id"),
                                walk.due()),
                        calendar,
                        calendar + '#',
                        UUID.fromString(key[1]),
                        size);
                if (!batch.isEmpty()) {
                    Deadlines.set(connection, batch);
                }
                if (batch.size() == size) {
                    var last = batch.getLast().stream().id();
                    Deadlines.set(connection, List.of(walk(walk.stream(), walk.tenant(), calendar, last, walk.due())));
                }
                connection.commit();
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            } finally {
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the walk cannot go on", e);
        }
    }
}

package nl.waarborg.incident.notice.projection;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import nl.waarborg.eventsourcing.Deadline;
import nl.waarborg.eventsourcing.Deadlines;
import nl.waarborg.eventsourcing.RecordedEvent;
import nl.waarborg.eventsourcing.StreamId;
import nl.waarborg.eventsourcing.projection.Rows;
import nl.waarborg.eventsourcing.projection.Statements;
import nl.waarborg.incident.incident.storage.IncidentEventTypes;
import org.jspecify.annotations.Nullable;

/**
 * Rows of notices, written for one batch of others' events. The incidents that a notice concerns are looked at one by one afterwards, as
 * deadlines that are due at once: however many they are, the batch stays small, and a kill loses none.
 */
final class NoticeRows {

    private static final String BEGUN =
            """
            insert into service_notice (
                notice_id, tenant_id, provider, kind, detail, components, affected, message, started_at, expected_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (notice_id) do nothing""";
    private static final String NEWS =
            """
            update service_notice set message = coalesce(?, message), expected_at = ?, next_update_at = ?
            where notice_id = ? and ended_at is null""";
    private static final String SAID = "update service_notice set detail = ? where notice_id = ? and ended_at is null";
    private static final String ENDED =
            """
            update service_notice set ended_at = ?, expected_at = null, next_update_at = null
            where notice_id = ? and ended_at is null""";
    private static final String CORRECTED =
            """
            update service_notice set started_at = ?, ended_at = ?,
                expected_at = case when ?::timestamptz is null then expected_at end,
                next_update_at = case when ?::timestamptz is null then next_update_at end
            where notice_id = ?""";
    private static final String NAMED =
            "select tenant_id, incident_id from incident where incident_id = any (?) and (? or tenant_id = ?)";
    private static final String LINKED =
            """
            select i.tenant_id, i.incident_id from incident_link l join incident i on i.incident_id = l.incident_id
            where l.related = ? and i.closed_at is null and (? or i.tenant_id = ?)""";

    private final Statements statements = new Statements();
    private final List<Concerned> concerned = new ArrayList<>();

    /** Incidents that are looked at when the batch is written. */
    private record Concerned(
            UUID notice, @Nullable List<UUID> incidents, @Nullable UUID linkedWith, UUID tenant, Instant at) {

        boolean platform() {
            return tenant.equals(StreamId.PLATFORM);
        }
    }

    void begun(
            RecordedEvent<?> recorded,
            UUID notice,
            NoticeKind kind,
            String provider,
            @Nullable String detail,
            List<String> components,
            @Nullable List<UUID> affected,
            @Nullable String message,
            Instant startedAt,
            @Nullable Instant expectedAt) {
        statements.add(
                BEGUN,
                notice,
                recorded.tenant(),
                provider,
                kind,
                detail,
                String.join(",", components),
                affected,
                message,
                startedAt,
                expectedAt);
    }

    void news(UUID notice, @Nullable String message, @Nullable Instant expectedAt, @Nullable Instant nextUpdateAt) {
        statements.add(NEWS, message, expectedAt, nextUpdateAt, notice);
    }

    void said(UUID notice, String detail) {
        statements.add(SAID, detail, notice);
    }

    void ended(UUID notice, Instant at) {
        statements.add(ENDED, at, notice);
    }

    /** @param endedAt null: it lasts, or lasts again */
    void corrected(UUID notice, Instant startedAt, @Nullable Instant endedAt) {
        statements.add(CORRECTED, startedAt, endedAt, endedAt, endedAt, notice);
    }

    /** Incidents that the sender says to report the same. */
    void named(RecordedEvent<?> recorded, UUID notice, @Nullable List<UUID> incidents) {
        if (incidents != null && !incidents.isEmpty()) {
            concerned.add(new Concerned(notice, incidents, null, recorded.tenant(), recorded.occurredAt()));
        }
    }

    /** Incidents that are linked with a matter concern this notice. */
    void linkedWith(RecordedEvent<?> recorded, UUID notice, UUID matter) {
        concerned.add(new Concerned(notice, null, matter, recorded.tenant(), recorded.occurredAt()));
    }

    void write(Connection connection) throws SQLException {
        statements.run(connection);
        for (var notice : concerned) {
            var named = notice.incidents() != null;
            Deadlines.set(
                    connection,
                    Rows.list(
                            connection,
                            named ? NAMED : LINKED,
                            row -> look(notice.notice(), row.uuid("tenant_id"), row.uuid("incident_id"), notice.at()),
                            named ? notice.incidents() : Objects.requireNonNull(notice.linkedWith()),
                            notice.platform(),
                            notice.tenant()));
        }
    }

    /** A look at one incident: what does it not know yet of this notice? */
    static Deadline look(UUID notice, UUID tenant, UUID incident, Instant at) {
        return new Deadline(ServiceNotices.LOOK, IncidentEventTypes.stream(incident), notice.toString(), tenant, at);
    }
}

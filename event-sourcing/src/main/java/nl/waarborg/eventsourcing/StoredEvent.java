package nl.waarborg.eventsourcing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;

/**
 * A row of the table {@code event}.
 *
 * @param type a number in the table {@code event_type}
 * @param position a place that helps to read in chunks; no order of commits
 * @param payload JSON, its personal data encrypted
 * @param metadata JSON of {@link Metadata}
 * @param occurredAt business time, UTC, in microseconds
 * @param recordedAt the database's clock in the transaction of the append
 */
public record StoredEvent(
        UUID streamId,
        int version,
        short type,
        short schemaVersion,
        long position,
        UUID id,
        UUID tenant,
        Instant occurredAt,
        Instant recordedAt,
        String payload,
        String metadata) {

    /** The columns that {@link #from} reads. */
    public static final String COLUMNS =
            "stream_id, version, type, schema_version, position, id, tenant_id, occurred_at, recorded_at, payload, metadata";

    public static StoredEvent from(ResultSet row) throws SQLException {
        return new StoredEvent(
                row.getObject(1, UUID.class),
                row.getInt(2),
                row.getShort(3),
                row.getShort(4),
                row.getLong(5),
                row.getObject(6, UUID.class),
                row.getObject(7, UUID.class),
                row.getObject(8, OffsetDateTime.class).toInstant(),
                row.getObject(9, OffsetDateTime.class).toInstant(),
                row.getString(10),
                row.getString(11));
    }
}

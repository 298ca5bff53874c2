package nl.waarborg.eventsourcing.inbound;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.waarborg.eventsourcing.Columns;
import nl.waarborg.eventsourcing.PersonalData;
import nl.waarborg.eventsourcing.TenantKeys;
import org.jspecify.annotations.Nullable;

/**
 * Events that could not be taken in: kept, encrypted with their tenant's key, with the reason. Later events of the same key wait behind
 * them; other keys go on.
 */
final class DeadLetters {

    private static final String COLUMNS =
            """
            ordinal, id, consumer, topic, partition, "offset", key, tenant_id, event_id, source, type, content, reason, waits,
            attempts, parked_at""";

    // Locked, so that nothing is parked behind a letter that is being retried.
    private static final String PARKED_KEYS =
            """
            select d.key from dead_letter d
            join unnest(?::text[], ?::text[]) as w (consumer, key) on d.consumer = w.consumer and d.key = w.key
            for update of d""";

    private static final String PARK =
            """
            insert into dead_letter (consumer, topic, topic_id, partition, "offset", key, tenant_id, event_id, source, type, content,
                reason, waits, attempts)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing""";

    private static final String OF_KEY =
            "select " + COLUMNS + " from dead_letter where consumer = ? and key = ? order by ordinal for update";

    // What belongs to no tenant that is known here is every operator's: somebody must see it.
    private static final String VISIBLE =
            "not exists (select from tenant t where t.tenant_id = dead_letter.tenant_id and t.provider <> ?)";

    private static final String FIND = "select " + COLUMNS + " from dead_letter where id = ? and " + VISIBLE;

    private static final String LIST =
            "select " + COLUMNS + " from dead_letter where ordinal > ? and " + VISIBLE + " order by ordinal limit ?";

    private static final String FAILED =
            "update dead_letter set reason = ?, waits = false, attempts = attempts + 1 where id = ?";

    private static final String DELETE = "delete from dead_letter where id = ?";

    private static final String COUNT = "select count(*) from dead_letter";

    private final PersonalData personal;

    DeadLetters(PersonalData personal) {
        this.personal = personal;
    }

    /** @param content encrypted; null if the tenant's key is destroyed */
    record Letter(
            long ordinal,
            UUID id,
            String consumer,
            String topic,
            int partition,
            long offset,
            String key,
            UUID tenant,
            @Nullable String eventId,
            @Nullable String source,
            @Nullable String type,
            @Nullable String content,
            String reason,
            boolean waits,
            int attempts,
            Instant parkedAt) {

        private static Letter from(ResultSet row) throws SQLException {
            return new Letter(
                    row.getLong(1),
                    row.getObject(2, UUID.class),
                    row.getString(3),
                    row.getString(4),
                    row.getInt(5),
                    row.getLong(6),
                    row.getString(7),
                    row.getObject(8, UUID.class),
                    row.getString(9),
                    row.getString(10),
                    row.getString(11),
                    row.getString(12),
                    row.getString(13),
                    row.getBoolean(14),
                    row.getInt(15),
                    Optional.ofNullable(row.getTimestamp(16))
                            .map(Timestamp::toInstant)
                            .orElseThrow());
        }
    }

    /** Which of these keys have a letter; they stay so until the transaction ends. */
    Set<String> parkedKeys(Connection connection, String consumer, Collection<String> keys) throws SQLException {
        return new HashSet<>(Columns.of(List.copyOf(keys))
                .text(key -> consumer)
                .text(key -> key)
                .query(connection, PARKED_KEYS, row -> row.getString(1)));
    }

    void park(
            Connection connection,
            String consumer,
            String topicId,
            InboundRecord record,
            String reason,
            boolean waits,
            int attempts)
            throws SQLException {
        var event = record.event();
        try (var insert = connection.prepareStatement(PARK)) {
            insert.setString(1, consumer);
            insert.setString(2, record.topic());
            insert.setString(3, topicId);
            insert.setInt(4, record.partition());
            insert.setLong(5, record.offset());
            insert.setString(6, record.key());
            insert.setObject(7, record.tenant());
            insert.setString(8, event == null ? null : event.getId());
            insert.setString(9, event == null ? null : event.getSource().toString());
            insert.setString(10, record.type());
            insert.setString(11, sealed(record));
            insert.setString(12, reason);
            insert.setBoolean(13, waits);
            insert.setInt(14, attempts);
            insert.executeUpdate();
        }
    }

    private @Nullable String sealed(InboundRecord record) {
        try {
            return personal.protect(record.tenant(), record.content());
        } catch (TenantKeys.KeyDestroyed e) {
            return null;
        }
    }

    /** What was parked, readable again; empty if the tenant's key was destroyed meanwhile. */
    Optional<InboundRecord> open(Letter letter) {
        return Optional.ofNullable(personal.reveal(letter.tenant, letter.content))
                .map(content ->
                        InboundRecord.parked(letter.topic, letter.partition, letter.offset, letter.key, content));
    }

    /** All of one key, oldest first, locked. */
    List<Letter> ofKey(Connection connection, String consumer, String key) throws SQLException {
        try (var select = connection.prepareStatement(OF_KEY)) {
            select.setString(1, consumer);
            select.setString(2, key);
            return letters(select);
        }
    }

    Optional<Letter> find(Connection connection, UUID id, String provider) throws SQLException {
        try (var select = connection.prepareStatement(FIND)) {
            select.setObject(1, id);
            select.setString(2, provider);
            return letters(select).stream().findFirst();
        }
    }

    List<Letter> list(Connection connection, long after, String provider, int limit) throws SQLException {
        try (var select = connection.prepareStatement(LIST)) {
            select.setLong(1, after);
            select.setString(2, provider);
            select.setInt(3, limit);
            return letters(select);
        }
    }

    void failed(Connection connection, UUID id, String reason) throws SQLException {
        try (var update = connection.prepareStatement(FAILED)) {
            update.setString(1, reason);
            update.setObject(2, id);
            update.executeUpdate();
        }
    }

    void delete(Connection connection, UUID id) throws SQLException {
        try (var delete = connection.prepareStatement(DELETE)) {
            delete.setObject(1, id);
            delete.executeUpdate();
        }
    }

    static long count(Connection connection) throws SQLException {
        try (var count = connection.createStatement().executeQuery(COUNT)) {
            count.next();
            return count.getLong(1);
        }
    }

    private static List<Letter> letters(PreparedStatement select) throws SQLException {
        try (var rows = select.executeQuery()) {
            var letters = new ArrayList<Letter>();
            while (rows.next()) {
                letters.add(Letter.from(rows));
            }
            return letters;
        }
    }
}

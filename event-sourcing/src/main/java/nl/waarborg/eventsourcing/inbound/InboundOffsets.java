package nl.waarborg.eventsourcing.inbound;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.waarborg.eventsourcing.Columns;
import org.apache.kafka.common.TopicPartition;

/** How far one consumer has come, and what it has seen; all on the caller's transaction. */
final class InboundOffsets {

    private static final String POSITION =
            "select topic_id, next from inbound_offset where consumer = ? and topic = ? and partition = ?";

    private static final String RESET =
            """
            insert into inbound_offset (consumer, topic, partition, topic_id, next) values (?, ?, ?, ?, ?)
            on conflict (consumer, topic, partition)
            do update set topic_id = excluded.topic_id, next = excluded.next""";

    // Moves only from where this replica believes it stands: another one may have taken the partition over.
    private static final String MOVE =
            """
            update inbound_offset o set next = m.next
            from unnest(?::text[], ?::text[], ?::int[], ?::text[], ?::bigint[], ?::bigint[])
                as m (consumer, topic, partition, topic_id, current, next)
            where o.consumer = m.consumer and o.topic = m.topic and o.partition = m.partition
            and o.topic_id = m.topic_id and o.next = m.current""";

    private static final String SEEN =
            """
            select s.stream, s.version from inbound_seen s
            join unnest(?::text[], ?::text[]) as w (consumer, stream) on s.consumer = w.consumer and s.stream = w.stream""";

    private static final String SEE =
            """
            insert into inbound_seen (consumer, stream, version) select * from unnest(?::text[], ?::text[], ?::int[])
            on conflict (consumer, stream) do update set version = greatest(inbound_seen.version, excluded.version)""";

    private final String consumer;

    InboundOffsets(String consumer) {
        this.consumer = consumer;
    }

    record Position(String topicId, long next) {}

    /** A partition in which everything up to {@code next} is done. */
    record Move(TopicPartition partition, String topicId, long current, long next) {}

    Optional<Position> position(Connection connection, TopicPartition partition) throws SQLException {
        try (var select = connection.prepareStatement(POSITION)) {
            select.setString(1, consumer);
            select.setString(2, partition.topic());
            select.setInt(3, partition.partition());
            try (var row = select.executeQuery()) {
                return row.next() ? Optional.of(new Position(row.getString(1), row.getLong(2))) : Optional.empty();
            }
        }
    }

    void reset(Connection connection, TopicPartition partition, String topicId, long next) throws SQLException {
        try (var upsert = connection.prepareStatement(RESET)) {
            upsert.setString(1, consumer);
            upsert.setString(2, partition.topic());
            upsert.setInt(3, partition.partition());
            upsert.setString(4, topicId);
            upsert.setLong(5, next);
            upsert.executeUpdate();
        }
    }

    /** @throws PartitionMoved if another replica has one of the partitions now */
    void move(Connection connection, List<Move> moves) throws SQLException {
        var moved = Columns.of(moves)
                .text(move -> consumer)
                .text(move -> move.partition.topic())
                .integer(move -> move.partition.partition())
                .text(Move::topicId)
                .bigint(Move::current)
                .bigint(Move::next)
                .execute(connection, MOVE);
        if (moved != moves.size()) {
            throw new PartitionMoved();
        }
    }

    /** The highest version seen of each of these streams, as far as any was. */
    Map<String, Integer> seen(Connection connection, Collection<String> streams) throws SQLException {
        var seen = new HashMap<String, Integer>();
        Columns.of(List.copyOf(streams))
                .text(stream -> consumer)
                .text(stream -> stream)
                .query(connection, SEEN, row -> seen.put(row.getString(1), row.getInt(2)));
        return seen;
    }

    void see(Connection connection, Map<String, Integer> versions) throws SQLException {
        Columns.of(List.copyOf(versions.entrySet()))
                .text(entry -> consumer)
                .text(Map.Entry::getKey)
                .integer(Map.Entry::getValue)
                .execute(connection, SEE);
    }

    /** Stale knowledge of where a partition stands; the work is rolled back and nothing is lost. */
    static final class PartitionMoved extends RuntimeException {

        private static final long serialVersionUID = 1L;

        PartitionMoved() {
            super("another replica has the partition now");
        }
    }
}

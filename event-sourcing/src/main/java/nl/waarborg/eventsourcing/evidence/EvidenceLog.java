package nl.waarborg.eventsourcing.evidence;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;
import nl.waarborg.eventsourcing.EventStore;
import nl.waarborg.eventsourcing.EventStoreException;
import nl.waarborg.eventsourcing.StoredEvent;
import nl.waarborg.eventsourcing.projection.Rows;
import nl.waarborg.evidence.Checkpoint;
import nl.waarborg.evidence.EventContent;
import nl.waarborg.evidence.EventProof;
import nl.waarborg.evidence.Hash;
import nl.waarborg.evidence.MerkleTree;
import nl.waarborg.evidence.SigningKey;
import nl.waarborg.evidence.VerifierKey;

/** The Merkle tree over a service's events: what the relay adds to it, what is signed of it, and what it proves. */
public final class EvidenceLog {

    private static final String EVENT = "select " + StoredEvent.COLUMNS + " from event where ";

    // The id of an event tells the millisecond in which it was made; the index knows rows by the time of their append.
    private static final String BY_ID = EVENT
            + "recorded_at between ?::timestamptz - interval '10 minutes' and ?::timestamptz + interval '10 minutes' and id = ?";
    private static final String BY_PLACE = EVENT + "stream_id = ? and version = ?";

    private static final String PROVIDER =
            "select payload ->> 'provider' as provider from event where stream_id = ? and version = 1";

    private static final String LEAF = "select leaf from evidence_leaf where position = ?";
    private static final String NUMBERED_UNTIL =
            """
            select max(recorded_at) as at from event where position in (
                select position from evidence_leaf where leaf = (select leaves - 1 from evidence_size))""";
    private static final String LATEST =
            "select size, signed_at, note from evidence_checkpoint where size >= ? order by size desc limit 1";
    private static final String SIGNED_BETWEEN =
            "select size, signed_at, note from evidence_checkpoint where size > ? and size <= ? order by size";
    private static final String SIGN =
            "insert into evidence_checkpoint (size, signed_at, note) values (?, ?, ?) on conflict do nothing";

    private final DataSource writer;
    private final EventStore store;
    private final SigningKey key;
    private final InstantSource clock;

    public EvidenceLog(DataSource writer, EventStore store, SigningKey key, InstantSource clock) {
        this.writer = writer;
        this.store = store;
        this.key = key;
        this.clock = clock;
    }

    /** @param note the checkpoint with its signature */
    public record Signed(long size, Instant signedAt, String note) {}

    /** What anybody needs to check this log's checkpoints. */
    public VerifierKey verifier() {
        return key.verifier();
    }

    /** For the replica that leads the relay. */
    public LeafNumbering numbering() throws SQLException {
        return new LeafNumbering(writer, store::content);
    }

    /** When the last numbered event was recorded; empty if there is none, or it was taken away. */
    public Optional<Instant> numberedUntil() {
        return read(connection -> Rows.list(
                        connection, NUMBERED_UNTIL, row -> Optional.ofNullable(row.optionalInstant("at")))
                .getFirst());
    }

    /** Signs the tree as it is, if it has grown. */
    public void sign() {
        signed(read(EvidenceTables::size));
    }

    /** The latest checkpoint; empty while the log is. */
    public Optional<Signed> latest() {
        return latest(0);
    }

    public Optional<StoredEvent> find(UUID event) {
        if (event.version() != 7) {
            return Optional.empty();
        }
        var made = Instant.ofEpochMilli(event.getMostSignificantBits() >>> 16);
        return read(connection -> first(connection, BY_ID, made.toString(), made.toString(), event));
    }

    public Optional<StoredEvent> find(UUID stream, int version) {
        return read(connection -> first(connection, BY_PLACE, stream, version));
    }

    /** The vendor that a stream of a platform names in its first event. */
    Optional<String> provider(UUID stream) {
        return read(connection ->
                Rows.list(connection, PROVIDER, row -> Optional.ofNullable(row.optionalText("provider")), stream)
                        .stream()
                        .flatMap(Optional::stream)
                        .findFirst());
    }

    /** Empty as long as the relay has not come to the event. */
    public Optional<EventProof> proof(StoredEvent event) {
        return read(connection -> Rows.list(connection, LEAF, row -> row.bigNumber("leaf"), event.position()).stream()
                        .findFirst())
                .map(leaf -> {
                    var checkpoint = signed(leaf + 1);
                    return new EventProof(
                            store.content(event),
                            leaf,
                            tree(tree -> tree.inclusion(leaf, checkpoint.size())),
                            checkpoint.note());
                });
    }

    /**
     * That the tree at one size begins with the tree at an earlier one.
     *
     * @throws IllegalArgumentException unless {@code 0 < earlier <= size}, and the log is that large
     */
    public List<Hash> consistency(long earlier, long size) {
        if (size > read(EvidenceTables::size)) {
            throw new IllegalArgumentException("the log has no " + size + " leaves yet");
        }
        return tree(tree -> tree.consistency(earlier, size));
    }

    EventContent content(StoredEvent event) {
        return store.content(event);
    }

    /** The latest checkpoint over so many leaves at least, made now if there is none. */
    private Signed signed(long size) {
        return latest(size).orElseGet(() -> {
            var leaves = read(EvidenceTables::size);
            if (leaves == 0) {
                return new Signed(0, clock.instant(), "");
            }
            var root = tree(tree -> tree.root(leaves));
            var signed = new Signed(
                    leaves, clock.instant(), new Checkpoint(key.verifier().name(), leaves, root).sign(key));
            return read(connection -> {
                try (var insert = connection.prepareStatement(SIGN)) {
                    insert.setLong(1, signed.size());
                    insert.setObject(2, signed.signedAt().atOffset(java.time.ZoneOffset.UTC));
                    insert.setString(3, signed.note());
                    insert.executeUpdate();
                }
                return signed;
            });
        });
    }

    private Optional<Signed> latest(long size) {
        return read(connection -> Rows.list(
                        connection,
                        LATEST,
                        row -> new Signed(row.bigNumber("size"), row.instant("signed_at"), row.text("note")),
                        size)
                .stream()
                .findFirst());
    }

    private static Optional<StoredEvent> first(Connection connection, String sql, Object... parameters)
            throws SQLException {
        try (var select = connection.prepareStatement(sql)) {
            for (var i = 0; i < parameters.length; i++) {
                select.setObject(i + 1, parameters[i]);
            }
            try (var rows = select.executeQuery()) {
                return rows.next() ? Optional.of(StoredEvent.from(rows)) : Optional.empty();
            }
        }
    }

    private <R> R tree(Function<MerkleTree, R> question) {
        return read(connection -> question.apply(new MerkleTree(new StoredSubtrees(connection)::root)));
    }

    /** What was signed of trees of so many leaves, the smallest first. */
    List<Signed> signedBetween(Connection connection, long above, long upTo) throws SQLException {
        return Rows.list(
                connection,
                SIGNED_BETWEEN,
                row -> new Signed(row.bigNumber("size"), row.instant("signed_at"), row.text("note")),
                above,
                upTo);
    }

    Connection connection() throws SQLException {
        return writer.getConnection();
    }

    interface Question<R> {
        R ask(Connection connection) throws SQLException;
    }

    <R> R read(Question<R> question) {
        try (var connection = writer.getConnection()) {
            connection.setAutoCommit(true);
            return question.ask(connection);
        } catch (SQLException e) {
            throw new EventStoreException(e);
        }
    }

    /** Subtrees of any height, from the stored levels; what was read once is kept. */
    private record StoredSubtrees(Connection connection, Map<Long, List<Hash>> rows) {

        StoredSubtrees(Connection connection) {
            this(connection, new HashMap<>());
        }

        Hash root(int height, long index) {
            var level = height / EvidenceTables.STEP;
            var count = 1 << (height % EvidenceTables.STEP);
            var from = index * count;
            var row = from / EvidenceTables.WIDTH;
            var offset = (int) (from % EvidenceTables.WIDTH);
            var hashes = rows.computeIfAbsent(row << 4 | level, key -> row(level, row));
            return EvidenceTables.fold(hashes.subList(offset, offset + count));
        }

        private List<Hash> row(int level, long row) {
            try {
                return EvidenceTables.hashes(
                        connection, level, row * EvidenceTables.WIDTH, (row + 1) * EvidenceTables.WIDTH);
            } catch (SQLException e) {
                throw new EventStoreException(e);
            }
        }
    }
}

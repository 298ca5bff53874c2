package nl.waarborg.eventsourcing.evidence;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.Function;
import javax.sql.DataSource;
import nl.waarborg.eventsourcing.StoredEvent;
import nl.waarborg.eventsourcing.projection.Rows;
import nl.waarborg.evidence.EventContent;
import nl.waarborg.evidence.Hash;

/**
 * Gives events their leaves, in the order in which they come; each event one, however often it comes. Leaves wait until there are many, or
 * until {@link #write}, as one alone costs what dozens do. For who leads the relay; after a failure a new one must go on, which looks back for
 * what had not been written.
 */
public final class LeafNumbering {

    private static final String NUMBERED =
            "select position from evidence_leaf where position between ? and ? and position = any (?)";
    private static final String LATEST_POSITION =
            "select coalesce(max(position), 0) as position from evidence_leaf where leaf >= ?";
    private static final String GROW = "update evidence_size set leaves = ? where leaves = ?";
    private static final String ADD_LEAVES =
            """
            insert into evidence_leaf (leaf, position, hash)
            select ? + place, position, hash from unnest(?::bigint[], ?::bytea[]) with ordinality as numbered (position, hash, place)
            order by place""";
    private static final String ADD_SUBTREE = "insert into evidence_subtree (height, index, hash) values (?, ?, ?)";

    // Lost with a crash of the database at most; who leads next numbers again what lacks a leaf.
    private static final String NO_WAIT = "set local synchronous_commit = off";

    /** Leaves are numbered nearly in the order of positions; the highest position is among so many of the last. */
    private static final int RECENT = 100_000;

    /** Leaves that wait at most. */
    private static final int MOST = 4_096;

    private final DataSource writer;
    private final Function<StoredEvent, EventContent> content;
    private final List<List<Hash>> edge = new ArrayList<>();
    private final List<Leaf> waiting = new ArrayList<>();
    private long size;
    private boolean behind = true;
    private long lookedUntil;

    LeafNumbering(DataSource writer, Function<StoredEvent, EventContent> content) throws SQLException {
        this.writer = writer;
        this.content = content;
        try (var connection = writer.getConnection()) {
            connection.setAutoCommit(true);
            size = EvidenceTables.size(connection);
            lookedUntil = Rows.list(connection, LATEST_POSITION, row -> row.bigNumber("position"), size - RECENT)
                    .getFirst();
            for (var level = 0; level == 0 || size >> (level * EvidenceTables.STEP) > 0; level++) {
                var complete = size >> (level * EvidenceTables.STEP);
                var from = complete / EvidenceTables.WIDTH * EvidenceTables.WIDTH;
                edge.add(new ArrayList<>(EvidenceTables.hashes(connection, level, from, complete)));
            }
        }
    }

    private record Leaf(long position, Hash hash) {}

    private record Subtree(int height, long index, Hash hash) {}

    /** Numbers those that lack a leaf; for a look back at what may have been missed, in any order. */
    public synchronized void catchUp(List<StoredEvent> events) {
        add(leaves(events), true);
        for (var event : events) {
            lookedUntil = Math.max(lookedUntil, event.position());
        }
    }

    /**
     * Numbers events from the write-ahead log, in its order. The first may have been numbered before; none behind one that is new and was
     * not there yet at the last look back.
     */
    public synchronized void number(List<StoredEvent> events) {
        waiting.addAll(leaves(events));
        if (waiting.size() >= MOST) {
            write();
        }
    }

    /** Writes the leaves that wait. */
    public synchronized void write() {
        if (waiting.isEmpty()) {
            return;
        }
        var leaves = List.copyOf(waiting);
        waiting.clear(); // never written twice, also if it is not known whether they were
        var fresh = add(leaves, behind);
        behind &= !(fresh == leaves.size() && leaves.stream().anyMatch(leaf -> leaf.position() > lookedUntil));
    }

    private List<Leaf> leaves(List<StoredEvent> events) {
        return events.stream()
                .map(event -> new Leaf(event.position(), content.apply(event).leaf()))
                .toList();
    }

    /** Answers how many were new. */
    private int add(List<Leaf> leaves, boolean look) {
        try (var connection = writer.getConnection()) {
            connection.setAutoCommit(false);
            try {
                var fresh = look ? withoutNumbered(connection, leaves) : leaves;
                write(connection, fresh);
                connection.commit();
                return fresh.size();
            } catch (Throwable e) {
                connection.rollback();
                throw e;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("events cannot be numbered: " + e.getMessage(), e);
        }
    }

    private static List<Leaf> withoutNumbered(Connection connection, List<Leaf> leaves) throws SQLException {
        if (leaves.isEmpty()) {
            return leaves;
        }
        var positions =
                leaves.stream().mapToLong(Leaf::position).sorted().boxed().toArray(Long[]::new);
        var numbered = new HashSet<>(Rows.list(
                connection,
                NUMBERED,
                row -> row.bigNumber("position"),
                positions[0],
                positions[positions.length - 1],
                connection.createArrayOf("bigint", positions)));
        return leaves.stream()
                .filter(leaf -> !numbered.contains(leaf.position()))
                .toList();
    }

    private void write(Connection connection, List<Leaf> leaves) throws SQLException {
        if (leaves.isEmpty()) {
            return;
        }
        var positions = new Long[leaves.size()];
        var hashes = new byte[leaves.size()][];
        var subtrees = new ArrayList<Subtree>();
        var before = size;
        for (var i = 0; i < hashes.length; i++) {
            var leaf = leaves.get(i);
            positions[i] = leaf.position();
            hashes[i] = leaf.hash().bytes();
            size++;
            grow(0, leaf.hash(), subtrees);
        }
        try (var statement = connection.createStatement()) {
            statement.execute(NO_WAIT);
        }
        try (var grow = connection.prepareStatement(GROW)) {
            grow.setLong(1, size);
            grow.setLong(2, before);
            if (grow.executeUpdate() != 1) {
                throw new IllegalStateException("another replica numbers events");
            }
        }
        try (var insert = connection.prepareStatement(ADD_LEAVES)) {
            insert.setLong(1, before - 1);
            insert.setArray(2, connection.createArrayOf("bigint", positions));
            insert.setArray(3, connection.createArrayOf("bytea", hashes));
            insert.executeUpdate();
        }
        if (!subtrees.isEmpty()) {
            try (var insert = connection.prepareStatement(ADD_SUBTREE)) {
                for (var subtree : subtrees) {
                    insert.setInt(1, subtree.height());
                    insert.setLong(2, subtree.index());
                    insert.setBytes(3, subtree.hash().bytes());
                    insert.addBatch();
                }
                insert.executeBatch();
            }
        }
    }

    /** Adds a hash to the edge of a level; a full row of them becomes one of the next. */
    private void grow(int level, Hash hash, List<Subtree> subtrees) {
        if (level == edge.size()) {
            edge.add(new ArrayList<>());
        }
        var row = edge.get(level);
        row.add(hash);
        if (row.size() == EvidenceTables.WIDTH) {
            var above = level + 1;
            var height = above * EvidenceTables.STEP;
            var subtree = new Subtree(height, (size >> height) - 1, EvidenceTables.fold(row));
            row.clear();
            subtrees.add(subtree);
            grow(above, subtree.hash(), subtrees);
        }
    }
}

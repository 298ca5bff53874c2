package nl.waarborg.eventsourcing.evidence;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import nl.waarborg.eventsourcing.projection.Rows;
import nl.waarborg.evidence.Hash;

/** The tree as it is stored: hashes of leaves, and of the complete subtrees whose height is a multiple of {@link #STEP}. */
final class EvidenceTables {

    /** Heights between two stored levels. */
    static final int STEP = 8;

    /** Hashes of one level below one of the next. */
    static final int WIDTH = 1 << STEP;

    private static final String SIZE = "select leaves from evidence_size";
    private static final String LEAVES = "select hash from evidence_leaf where leaf >= ? and leaf < ? order by leaf";
    private static final String SUBTREES =
            "select hash from evidence_subtree where height = ? and index >= ? and index < ? order by index";

    private EvidenceTables() {}

    static long size(Connection connection) throws SQLException {
        return Rows.list(connection, SIZE, row -> row.bigNumber("leaves")).getFirst();
    }

    /** @param level 0 for leaves, 1 for subtrees of {@link #WIDTH} leaves, and so on */
    static List<Hash> hashes(Connection connection, int level, long from, long to) throws SQLException {
        return level == 0
                ? Rows.list(connection, LEAVES, row -> Hash.of(row.bytes("hash")), from, to)
                : Rows.list(connection, SUBTREES, row -> Hash.of(row.bytes("hash")), level * STEP, from, to);
    }

    /** The root above hashes of one level, a power of two of them. */
    static Hash fold(List<Hash> hashes) {
        var count = hashes.size();
        return count == 1
                ? hashes.getFirst()
                : Hash.node(fold(hashes.subList(0, count / 2)), fold(hashes.subList(count / 2, count)));
    }
}

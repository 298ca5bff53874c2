package nl.waarborg.eventsourcing.evidence;

import com.github.f4b6a3.uuid.UuidCreator;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.waarborg.eventsourcing.StoredEvent;
import nl.waarborg.eventsourcing.projection.Rows;
import nl.waarborg.eventsourcing.projection.Statements;
import nl.waarborg.evidence.Checkpoint;
import nl.waarborg.evidence.Hash;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Compares every stored event with its leaf, and the leaves with the latest checkpoint: finds what was changed or taken away behind the
 * service's back.
 */
public final class EvidenceVerification {

    private static final Logger LOG = Logger.getLogger(EvidenceVerification.class);
    private static final int CHUNK = 4_096;

    private static final String START = "insert into evidence_verification (id, started_at, size) values (?, ?, ?)";
    private static final String PROGRESS = "update evidence_verification set checked = ? where id = ?";
    private static final String END =
            "update evidence_verification set ended_at = ?, root_holds = ?, failure = ? where id = ?";
    private static final String ADD_FINDING =
            """
            insert into evidence_finding (verification_id, leaf, kind, tenant_id, stream_id, version)
            values (?, ?, ?, ?, ?, ?)""";
    private static final String RUNS =
            """
            select id, started_at, size, checked, ended_at, root_holds, failure from evidence_verification
            where coalesce(id = ?, true) order by id desc limit 20""";
    private static final String FINDINGS =
            """
            select leaf, kind, tenant_id, stream_id, version from evidence_finding
            where verification_id = ? order by leaf limit 1000""";
    private static final String LEAVES =
            "select leaf, position, hash from evidence_leaf where leaf >= ? and leaf < ? order by leaf";
    private static final String EVENTS = "select " + StoredEvent.COLUMNS + " from event where position between ? and ?";

    private final EvidenceLog log;
    private final InstantSource clock;

    public EvidenceVerification(EvidenceLog log, InstantSource clock) {
        this.log = log;
        this.clock = clock;
    }

    public enum Kind {
        /** The stored event is not what its leaf was made of. */
        CHANGED,
        /** The event of the leaf is no longer there. */
        MISSING
    }

    /** @param tenant null, with stream and version, of an event that is no longer there */
    public record Finding(
            long leaf, Kind kind, @Nullable UUID tenant, @Nullable UUID stream, @Nullable Integer version) {}

    /**
     * @param size leaves that the checkpoint covers
     * @param rootHolds whether the leaves are those that were signed; null until they were all read
     * @param failure why it could not be finished
     */
    public record Run(
            UUID id,
            Instant startedAt,
            long size,
            long checked,
            @Nullable Instant endedAt,
            @Nullable Boolean rootHolds,
            @Nullable String failure) {}

    private record Leaf(long number, long position, Hash hash) {}

    /** Begins a verification, which goes on by itself; empty as long as nothing was signed. */
    public Optional<UUID> start() {
        log.sign();
        return log.latest().map(signed -> {
            var id = UuidCreator.getTimeOrderedEpoch();
            run(START, id, clock.instant(), signed.size());
            Thread.ofVirtual().name("evidence-verification").start(() -> verify(id, signed));
            return id;
        });
    }

    /** The latest first, twenty at most. */
    public List<Run> runs() {
        return runs(null);
    }

    public Optional<Run> find(UUID id) {
        return runs(id).stream().findFirst();
    }

    /** A thousand at most. */
    public List<Finding> findings(UUID id) {
        return log.read(connection -> Rows.list(
                connection,
                FINDINGS,
                row -> new Finding(
                        row.bigNumber("leaf"),
                        Kind.valueOf(row.text("kind")),
                        row.optionalUuid("tenant_id"),
                        row.optionalUuid("stream_id"),
                        row.optionalUuid("stream_id") == null ? null : row.number("version")),
                id));
    }

    private List<Run> runs(@Nullable UUID id) {
        return log.read(connection -> Rows.list(
                connection,
                RUNS,
                row -> new Run(
                        row.uuid("id"),
                        row.instant("started_at"),
                        row.bigNumber("size"),
                        row.bigNumber("checked"),
                        row.optionalInstant("ended_at"),
                        row.optionalFlag("root_holds"),
                        row.optionalText("failure")),
                id));
    }

    private void verify(UUID id, EvidenceLog.Signed signed) {
        try {
            var peaks = new ArrayList<Hash>(); // by height, the tallest first
            for (var from = 0L; from < signed.size(); from += CHUNK) {
                var to = Math.min(from + CHUNK, signed.size());
                verify(id, from, to, peaks);
                run(PROGRESS, to, id);
            }
            var claimed = Checkpoint.open(signed.note(), log.verifier());
            var holds = claimed.filter(checkpoint -> checkpoint.size() == signed.size()
                            && checkpoint.root().equals(root(peaks)))
                    .isPresent();
            run(END, clock.instant(), holds, null, id);
        } catch (RuntimeException e) {
            LOG.errorf(e, "The verification %s could not be finished", id);
            run(END, clock.instant(), null, e.getMessage(), id);
        }
    }

    private void verify(UUID id, long from, long to, List<Hash> peaks) {
        var findings = log.read(connection -> {
            var leaves = Rows.list(
                    connection,
                    LEAVES,
                    row -> new Leaf(row.bigNumber("leaf"), row.bigNumber("position"), Hash.of(row.bytes("hash"))),
                    from,
                    to);
            var events = events(connection, leaves);
            var found = new ArrayList<Finding>();
            for (var leaf : leaves) {
                push(peaks, leaf);
                var event = events.get(leaf.position());
                if (event == null) {
                    found.add(new Finding(leaf.number(), Kind.MISSING, null, null, null));
                } else if (!log.content(event).leaf().equals(leaf.hash())) {
                    found.add(new Finding(
                            leaf.number(), Kind.CHANGED, event.tenant(), event.streamId(), event.version()));
                }
            }
            return found;
        });
        for (var finding : findings) {
            LOG.errorf("Event of leaf %d: %s since it was recorded", finding.leaf(), finding.kind());
            run(ADD_FINDING, id, finding.leaf(), finding.kind(), finding.tenant(), finding.stream(), finding.version());
        }
    }

    private static Map<Long, StoredEvent> events(Connection connection, List<Leaf> leaves) throws SQLException {
        var positions = leaves.stream().mapToLong(Leaf::position).summaryStatistics();
        var events = new HashMap<Long, StoredEvent>();
        try (var select = connection.prepareStatement(EVENTS)) {
            select.setLong(1, positions.getMin());
            select.setLong(2, positions.getMax());
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    var event = StoredEvent.from(rows);
                    events.put(event.position(), event);
                }
            }
        }
        return events;
    }

    /** Adds a leaf to the roots of the complete subtrees so far, as adding one to a number in binary does. */
    private static void push(List<Hash> peaks, Leaf leaf) {
        var hash = leaf.hash();
        for (var carry = leaf.number(); (carry & 1) == 1; carry >>= 1) {
            hash = Hash.node(peaks.removeLast(), hash);
        }
        peaks.add(hash);
    }

    private static Hash root(List<Hash> peaks) {
        return peaks.reversed().stream()
                .reduce((right, left) -> Hash.node(left, right))
                .orElse(Hash.EMPTY);
    }

    private void run(String sql, @Nullable Object... parameters) {
        log.read(connection -> {
            var statements = new Statements();
            statements.add(sql, parameters);
            statements.run(connection);
            return true;
        });
    }
}

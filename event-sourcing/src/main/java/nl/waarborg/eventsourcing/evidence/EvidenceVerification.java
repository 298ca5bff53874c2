package nl.waarborg.eventsourcing.evidence;

import com.github.f4b6a3.uuid.UuidCreator;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import nl.waarborg.eventsourcing.EventStoreException;
import nl.waarborg.eventsourcing.StoredEvent;
import nl.waarborg.eventsourcing.projection.Rows;
import nl.waarborg.eventsourcing.projection.Statements;
import nl.waarborg.evidence.Checkpoint;
import nl.waarborg.evidence.Hash;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Compares every stored event with its leaf, and the leaves with every checkpoint that was ever signed: finds what was changed, taken
 * away or added behind the service's back. One at a time, whatever the number of replicas.
 */
public final class EvidenceVerification {

    private static final Logger LOG = Logger.getLogger(EvidenceVerification.class);
    private static final int CHUNK = 4_096;

    /** Leaves are numbered in the order of commits; an event recorded so long before a numbered one has its leaf. */
    private static final Duration MARGIN = Duration.ofMinutes(5);

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
    private static final String WITHOUT_LEAF =
            """
            select tenant_id, stream_id, version from event where position > ? and position <= ? and recorded_at < ?
            and not exists (select from evidence_leaf leaf
                where leaf.position = event.position and leaf.position > ? and leaf.position <= ?)
            order by position limit 1000""";
    private static final String EVENTS = "select " + StoredEvent.COLUMNS + " from event where position = any (?)";
    private static final String LOCK =
            "select pg_try_advisory_xact_lock(hashtextextended('waarborg evidence verification', 0)) as mine";
    private static final String INTERRUPTED =
            "update evidence_verification set ended_at = ?, failure = 'interrupted' where ended_at is null";
    private static final String UNDER_WAY =
            "select id from evidence_verification where ended_at is null order by id desc limit 1";

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
        MISSING,
        /** The event has no leaf, though others have that were recorded well after it: it did not come by an append. */
        ADDED
    }

    /**
     * @param leaf null of an event that has none
     * @param tenant null, with stream and version, of an event that is no longer there
     */
    public record Finding(
            @Nullable Long leaf, Kind kind, @Nullable UUID tenant, @Nullable UUID stream, @Nullable Integer version) {}

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

    /** Begins a verification, which goes on by itself, or names the one under way; empty as long as nothing was signed. */
    public Optional<UUID> start() {
        log.sign();
        return log.latest().flatMap(signed -> {
            try {
                return begin(signed).or(this::underWay);
            } catch (SQLException e) {
                throw new EventStoreException(e);
            }
        });
    }

    private Optional<UUID> begin(EvidenceLog.Signed signed) throws SQLException {
        var alone = log.connection();
        var begun = false;
        try {
            alone.setAutoCommit(false);
            try (var statement = alone.createStatement()) {
                statement.execute("set local transaction_timeout = 0");
                statement.execute("set local idle_in_transaction_session_timeout = 0");
            }
            if (!Rows.list(alone, LOCK, row -> row.flag("mine")).getFirst()) {
                return Optional.empty();
            }
            // Whoever had the lock before is gone.
            run(INTERRUPTED, clock.instant());
            var id = UuidCreator.getTimeOrderedEpoch();
            run(START, id, clock.instant(), signed.size());
            Thread.ofVirtual().name("evidence-verification").start(() -> {
                try {
                    verify(id, signed);
                } finally {
                    release(alone);
                }
            });
            begun = true;
            return Optional.of(id);
        } finally {
            if (!begun) {
                release(alone);
            }
        }
    }

    private static void release(Connection alone) {
        try (alone) {
            alone.rollback();
        } catch (SQLException e) {
            LOG.warnf("A verification's connection did not end well: %s", e.getMessage());
        }
    }

    private Optional<UUID> underWay() {
        return log.read(connection -> Rows.list(connection, UNDER_WAY, row -> row.uuid("id"))).stream()
                .findFirst();
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
                        row.optionalBigNumber("leaf"),
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
            var tree = new Tree();
            var numbered = log.numberedUntil().orElse(Instant.EPOCH).minus(MARGIN);
            var position = 0L;
            for (var from = 0L; from < signed.size(); from += CHUNK) {
                var to = Math.min(from + CHUNK, signed.size());
                var last = Math.max(position, verify(id, from, to, tree));
                findAdded(id, position, last, numbered);
                position = last;
                run(PROGRESS, to, id);
            }
            findAdded(id, position, Long.MAX_VALUE, numbered);
            run(END, clock.instant(), tree.signed && tree.leaves == signed.size(), null, id);
        } catch (Throwable e) {
            LOG.errorf(e, "The verification %s could not be finished", id);
            run(END, clock.instant(), null, e.toString(), id);
        }
    }

    /** The tree over the leaves read so far, and whether every checkpoint on the way was signed for it. */
    private static final class Tree {
        private final List<Hash> peaks = new ArrayList<>(); // of the complete subtrees, the tallest first
        private long leaves;
        private boolean signed = true;

        /** Adds a leaf as adding one to a number in binary does. */
        void add(Leaf leaf) {
            var hash = leaf.hash();
            for (var carry = leaves; (carry & 1) == 1; carry >>= 1) {
                hash = Hash.node(peaks.removeLast(), hash);
            }
            peaks.add(hash);
            leaves++;
        }

        void compare(Optional<Checkpoint> checkpoint) {
            var root = peaks.reversed().stream()
                    .reduce((right, left) -> Hash.node(left, right))
                    .orElse(Hash.EMPTY);
            signed &= checkpoint
                    .filter(claimed ->
                            claimed.size() == leaves && claimed.root().equals(root))
                    .isPresent();
        }
    }

    /** Events above one position and up to another that lack a leaf, though they were recorded before this moment. */
    private void findAdded(UUID id, long above, long upTo, Instant before) {
        log.read(connection -> Rows.list(
                        connection,
                        WITHOUT_LEAF,
                        row -> new Finding(
                                null, Kind.ADDED, row.uuid("tenant_id"), row.uuid("stream_id"), row.number("version")),
                        above,
                        upTo,
                        before,
                        above,
                        upTo))
                .forEach(finding -> add(id, finding));
    }

    /** Answers the highest position of an event of these leaves. */
    private long verify(UUID id, long from, long to, Tree tree) {
        var last = new AtomicLong();
        var findings = log.read(connection -> {
            var leaves = Rows.list(
                    connection,
                    LEAVES,
                    row -> new Leaf(row.bigNumber("leaf"), row.bigNumber("position"), Hash.of(row.bytes("hash"))),
                    from,
                    to);
            var checkpoints = log.signedBetween(connection, from, to).iterator();
            var next = checkpoints.hasNext() ? checkpoints.next() : null;
            var events = events(connection, leaves);
            var found = new ArrayList<Finding>();
            for (var leaf : leaves) {
                last.accumulateAndGet(leaf.position(), Math::max);
                tree.add(leaf);
                if (next != null && next.size() == tree.leaves) {
                    tree.compare(Checkpoint.open(next.note(), log.verifier()));
                    next = checkpoints.hasNext() ? checkpoints.next() : null;
                }
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
        findings.forEach(finding -> add(id, finding));
        return last.get();
    }

    private void add(UUID id, Finding finding) {
        LOG.errorf(
                "Evidence: %s, leaf %s, stream %s, version %s",
                finding.kind(), finding.leaf(), finding.stream(), finding.version());
        run(ADD_FINDING, id, finding.leaf(), finding.kind(), finding.tenant(), finding.stream(), finding.version());
    }

    private static Map<Long, StoredEvent> events(Connection connection, List<Leaf> leaves) throws SQLException {
        var positions = leaves.stream().map(Leaf::position).toArray(Long[]::new);
        var events = new HashMap<Long, StoredEvent>();
        try (var select = connection.prepareStatement(EVENTS)) {
            select.setArray(1, connection.createArrayOf("bigint", positions));
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    var event = StoredEvent.from(rows);
                    events.put(event.position(), event);
                }
            }
        }
        return events;
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

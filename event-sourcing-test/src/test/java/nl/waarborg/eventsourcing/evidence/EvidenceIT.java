package nl.waarborg.eventsourcing.evidence;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agroal.api.AgroalDataSource;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import nl.waarborg.eventsourcing.EventStore;
import nl.waarborg.eventsourcing.StoredEvent;
import nl.waarborg.eventsourcing.StreamId;
import nl.waarborg.eventsourcing.evidence.EvidenceVerification.Finding;
import nl.waarborg.eventsourcing.evidence.EvidenceVerification.Kind;
import nl.waarborg.eventsourcing.relay.Notes;
import nl.waarborg.eventsourcing.settings.Topics;
import nl.waarborg.eventsourcing.test.TestInfrastructure;
import nl.waarborg.evidence.Checkpoint;
import nl.waarborg.evidence.Proofs;
import nl.waarborg.local.Database;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Whoever changes the database behind the service's back is found out, by somebody who has its key and nothing else. */
@Timeout(120)
class EvidenceIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    Path keys;

    private Database database;
    private AgroalDataSource pool;
    private EventStore store;
    private EvidenceLog evidence;
    private AutoCloseable relay;
    private final StreamId stream = StreamId.fresh("note");

    @BeforeEach
    void start(TestInfo test) {
        database = TestInfrastructure.database(
                "evidence_it_" + Integer.toHexString(test.getDisplayName().hashCode()));
        pool = TestInfrastructure.writer(database, 8);
        store = Notes.store(pool, keys);
        evidence = Notes.evidence(pool, store, keys);
        var started = Notes.relay(
                database,
                store,
                evidence,
                new Topics(database.name() + "-" + UUID.randomUUID()),
                TestInfrastructure.kafka());
        started.start();
        relay = started;
    }

    @AfterEach
    void stop() throws Exception {
        relay.close();
        store.close();
        pool.close();
    }

    private void write(int events) {
        Notes.write(
                Notes.notes(store),
                stream,
                IntStream.range(0, events).mapToObj(Integer::toString).toArray(String[]::new));
    }

    private Optional<String> objection(int version) {
        var event = evidence.find(stream.id(), version).orElseThrow();
        assertEquals(event, evidence.find(event.id()).orElseThrow());
        return evidence.proof(event).orElseThrow().objection(evidence.verifier());
    }

    private void awaitLeaves(int leaves) {
        await().atMost(PATIENCE)
                .until(() -> evidence.latest().map(EvidenceLog.Signed::size).orElse(0L) == leaves);
    }

    private void behindItsBack(String sql) throws SQLException {
        try (var superuser = TestInfrastructure.superuser(database);
                var statement = superuser.createStatement()) {
            statement.execute(sql);
        }
    }

    private EvidenceVerification.Run verified(List<Finding> expected) {
        var verification = new EvidenceVerification(evidence, InstantSource.system());
        var id = verification.start().orElseThrow();
        await().atMost(PATIENCE).until(() -> verification.find(id).orElseThrow().endedAt() != null);
        assertEquals(expected, verification.findings(id));
        return verification.find(id).orElseThrow();
    }

    @Test
    void every_event_is_proved_and_every_checkpoint_follows_from_the_one_before() {
        write(3);
        awaitLeaves(3);
        var earlier = Checkpoint.open(evidence.latest().orElseThrow().note(), evidence.verifier())
                .orElseThrow();
        write(700); // more than two full rows of leaves
        awaitLeaves(703);
        var later = Checkpoint.open(evidence.latest().orElseThrow().note(), evidence.verifier())
                .orElseThrow();

        assertEquals(703, later.size());
        assertTrue(Proofs.extend(
                earlier.size(), earlier.root(), later.size(), later.root(), evidence.consistency(3, 703)));
        for (var version : List.of(1, 3, 4, 256, 257, 511, 512, 513, 703)) {
            assertEquals(Optional.empty(), objection(version), "version " + version);
        }
        var run = verified(List.of());
        assertEquals(703, run.checked());
        assertTrue(run.rootHolds());
        assertThrows(IllegalArgumentException.class, () -> evidence.consistency(703, 704));
    }

    @Test
    void what_a_look_back_numbered_is_not_numbered_again_when_the_log_brings_it() throws Exception {
        write(1);
        awaitLeaves(1);
        relay.close();
        write(3);
        var numbering = evidence.numbering();
        numbering.catchUp(stored(1, 4));
        numbering.number(stored(1, 4));
        numbering.write();
        write(2);
        numbering.number(stored(5, 6));
        numbering.write();
        evidence.sign();

        awaitLeaves(6);
        assertTrue(verified(List.of()).rootHolds());
    }

    private List<StoredEvent> stored(int first, int last) {
        return IntStream.rangeClosed(first, last)
                .mapToObj(version -> evidence.find(stream.id(), version).orElseThrow())
                .toList();
    }

    @Test
    void a_changed_row_is_found_out() throws SQLException {
        write(5);
        awaitLeaves(5);
        behindItsBack("update event set payload = '{\"text\":\"never said\"}' where version = 3");

        assertEquals(Optional.of("the event is not what was recorded at place 2"), objection(3));
        assertEquals(Optional.empty(), objection(4));
        assertTrue(verified(List.of(new Finding(2L, Kind.CHANGED, Notes.TENANT, stream.id(), 3)))
                .rootHolds());
    }

    @Test
    void another_time_another_tenant_or_another_type_is_found_out_too() throws SQLException {
        write(4);
        awaitLeaves(4);
        behindItsBack("update event set occurred_at = occurred_at - interval '1 hour' where version = 1");
        behindItsBack("update event set tenant_id = gen_random_uuid() where version = 2");
        behindItsBack(
                "update event set type = (select id from event_type where name = 'kept-inside') where version = 3");
        behindItsBack("update event set metadata = '{\"actor\":null}' where version = 4");

        for (var version = 1; version <= 4; version++) {
            assertTrue(objection(version).isPresent(), "version " + version);
        }
    }

    @Test
    void a_row_that_was_taken_away_is_missed() throws SQLException {
        write(5);
        awaitLeaves(5);
        behindItsBack("delete from event where version = 5");

        verified(List.of(new Finding(4L, Kind.MISSING, null, null, null)));
    }

    @Test
    void a_row_that_no_append_brought_is_found_out() throws Exception {
        write(5);
        awaitLeaves(5);
        relay.close();
        behindItsBack(
                """
                insert into event (stream_id, version, type, schema_version, id, tenant_id, occurred_at, recorded_at, payload, metadata)
                select stream_id, 6, type, schema_version, gen_random_uuid(), tenant_id, occurred_at, now() - interval '1 hour',
                    payload, metadata from event where version = 5""");

        assertTrue(verified(List.of(new Finding(null, Kind.ADDED, Notes.TENANT, stream.id(), 6)))
                .rootHolds());
    }

    @Test
    void who_rewrites_the_leaves_too_has_no_signature_for_it() throws SQLException {
        write(5);
        awaitLeaves(5);
        var signed = evidence.latest().orElseThrow();
        behindItsBack("alter table evidence_leaf disable trigger stored_for_ever");
        behindItsBack("update evidence_leaf set hash = decode(repeat('00', 32), 'hex') where leaf = 1");

        assertFalse(verified(List.of(new Finding(1L, Kind.CHANGED, Notes.TENANT, stream.id(), 2)))
                .rootHolds());
        assertEquals(signed, evidence.latest().orElseThrow());
    }

    @Test
    void a_later_signature_does_not_heal_rewritten_leaves() throws SQLException {
        write(5);
        awaitLeaves(5);
        behindItsBack("update event set payload = '{\"text\":\"never said\"}' where version = 3");
        behindItsBack("alter table evidence_leaf disable trigger stored_for_ever");
        var leaf = evidence.content(evidence.find(stream.id(), 3).orElseThrow()).leaf();
        behindItsBack("update evidence_leaf set hash = decode('%s', 'hex') where leaf = 2"
                .formatted(HexFormat.of().formatHex(leaf.bytes())));
        write(1);
        awaitLeaves(6);

        assertEquals(Optional.empty(), objection(3)); // to somebody who kept nothing
        assertFalse(verified(List.of()).rootHolds());
    }

    @Test
    void leaves_are_not_changed_by_mistake() {
        write(1);
        awaitLeaves(1);

        var refused = assertThrows(SQLException.class, () -> behindItsBack("update evidence_leaf set leaf = 7"));
        assertTrue(refused.getMessage().contains("stored for ever"), refused.getMessage());
    }
}

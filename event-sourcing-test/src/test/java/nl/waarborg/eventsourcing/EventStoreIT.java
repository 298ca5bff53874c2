package nl.waarborg.eventsourcing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agroal.api.AgroalDataSource;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import nl.waarborg.eventsourcing.Tickets.Close;
import nl.waarborg.eventsourcing.Tickets.Note;
import nl.waarborg.eventsourcing.Tickets.Noted;
import nl.waarborg.eventsourcing.Tickets.Open;
import nl.waarborg.eventsourcing.Tickets.OpenTickets;
import nl.waarborg.eventsourcing.Tickets.Ticket;
import nl.waarborg.eventsourcing.Tickets.TicketCommand;
import nl.waarborg.eventsourcing.Tickets.TicketDecider;
import nl.waarborg.eventsourcing.Tickets.TicketEvent;
import nl.waarborg.eventsourcing.test.TestInfrastructure;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class EventStoreIT {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00.123456Z");
    private static final CommandContext CONTEXT = CommandContext.of(Tickets.TENANT, Actor.SCHEDULER, NOON);

    @TempDir
    static Path keys;

    private static AgroalDataSource pool;

    private final AtomicInteger largestBatch = new AtomicInteger();
    private EventStore store;
    private CommandHandler<TicketCommand, Ticket, TicketEvent> tickets;

    @BeforeAll
    static void migrate() throws SQLException {
        var database = TestInfrastructure.database("event_store_it");
        pool = TestInfrastructure.writer(database, 20);
        Sql.run(pool, OpenTickets.TABLE);
    }

    @AfterAll
    static void closePool() {
        pool.close();
    }

    @BeforeEach
    void open() {
        AppendListener listener = (commands, events, took) -> largestBatch.accumulateAndGet(commands, Math::max);
        store = new EventStore(
                pool,
                new TenantKeyFiles(keys, new byte[32]),
                List.of(Tickets.TYPES),
                List.of(new OpenTickets()),
                listener);
        tickets = store.handler(new TicketDecider(), Tickets.TYPES);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void what_was_appended_is_read_again_and_projected_at_once() throws Exception {
        var stream = StreamId.fresh("ticket");
        var result = tickets.handle(stream, CONTEXT, new Open("INC1", "Café dicht – ✓"));

        assertEquals(1, result.version());
        assertEquals(result.events(), store.read(Tickets.TYPES, stream));
        assertEquals(NOON, result.events().getFirst().occurredAt());
        assertEquals("INC1", Sql.text(pool, "select number from open_ticket where id = '" + stream.id() + "'"));
    }

    @Test
    void a_refusal_stores_nothing_and_a_repeated_command_changes_nothing() {
        var stream = StreamId.fresh("ticket");
        tickets.handle(stream, CONTEXT, new Open("INC1", "t"));
        var refused = tickets.handle(stream, CONTEXT, new Open("INC1", "t"));
        assertEquals("TST-001", refused.rejection().rule());
        tickets.handle(stream, CONTEXT, new Close());
        assertEquals(2, tickets.handle(stream, CONTEXT, new Close()).version());
        assertEquals(2, store.read(Tickets.TYPES, stream).size());
    }

    @Test
    void who_named_another_version_than_the_streams_is_told_so() {
        var stream = StreamId.fresh("ticket");
        tickets.handle(stream, CONTEXT, new Open("INC1", "t"));
        var conflict = assertThrows(
                VersionConflict.class, () -> tickets.handle(stream, expecting(0), new Note(List.of("late"))));
        assertTrue(conflict.versionWasNamed());
        assertEquals(
                2,
                tickets.handle(stream, expecting(1), new Note(List.of("in time")))
                        .version());
    }

    @Test
    void who_expects_nothing_to_be_there_is_told_what_is() {
        var stream = StreamId.fresh("ticket");
        var open = new Open("INC1", "t");
        assertEquals(1, tickets.handle(stream, expecting(0), open).version());
        assertThrows(VersionConflict.class, () -> tickets.handle(stream, expecting(0), open));
        // The decision on nothing has no events, so that no append would find out.
        assertThrows(VersionConflict.class, () -> tickets.handle(stream, expecting(0), new Note(List.of())));
        var nothing = StreamId.fresh("ticket");
        assertEquals(
                0, tickets.handle(nothing, expecting(0), new Note(List.of())).version());
        assertEquals(1, store.read(Tickets.TYPES, stream).size());
    }

    @Test
    void a_stream_of_another_tenant_looks_missing() {
        var stream = StreamId.fresh("ticket");
        tickets.handle(stream, CONTEXT, new Open("INC1", "t"));
        var foreign = CommandContext.of(UUID.randomUUID(), Actor.SCHEDULER, NOON);
        assertThrows(ForeignStream.class, () -> tickets.handle(stream, foreign, new Close()));
        assertThrows(ForeignStream.class, () -> tickets.handle(stream, foreign.withExpectedVersion(0), new Close()));
    }

    @Test
    void sixty_four_writers_of_one_stream_lose_nothing_and_double_nothing() throws Exception {
        var stream = StreamId.fresh("ticket");
        tickets.handle(stream, CONTEXT, new Open("INC1", "t"));
        var accepted = new HashSet<String>();
        var refused = 0;
        var answers = concurrently(64, writer -> () -> {
            var note = List.of("writer " + writer, "writer " + writer + " again");
            try {
                tickets.handle(stream, CONTEXT, new Note(note));
                return note;
            } catch (VersionConflict e) {
                return List.<String>of();
            }
        });
        for (var answer : answers) {
            refused += answer.get().isEmpty() ? 1 : 0;
            accepted.addAll(answer.get());
        }

        var history = store.read(Tickets.TYPES, stream);
        assertEquals(
                IntStream.rangeClosed(1, history.size()).boxed().toList(),
                history.stream().map(RecordedEvent::version).toList());
        var stored = tickets.state(stream).notes();
        assertEquals(accepted, new HashSet<>(stored));
        assertEquals(accepted.size(), stored.size());
        assertEquals((64 - refused) * 2, stored.size());
        assertTrue(accepted.size() >= 20, "at least every try of ten must bring one through, not " + accepted.size());
        assertEquals(
                Integer.toString(stored.size()),
                Sql.text(pool, "select notes from open_ticket where id = '" + stream.id() + "'"));
    }

    @Test
    void sixty_four_writers_of_their_own_streams_share_commits() throws Exception {
        var streams =
                IntStream.range(0, 64).mapToObj(i -> StreamId.fresh("ticket")).toList();
        for (var answer : concurrently(64, writer -> () -> {
            var stream = streams.get(writer);
            tickets.handle(stream, CONTEXT, new Open("INC" + writer, "t"));
            for (var i = 0; i < 20; i++) {
                tickets.handle(stream, CONTEXT, new Note(List.of("a" + i, "b" + i)));
            }
            return 0;
        })) {
            answer.get();
        }
        for (var stream : streams) {
            assertEquals(41, store.read(Tickets.TYPES, stream).size());
        }
        assertTrue(largestBatch.get() > 8, "the largest batch had " + largestBatch.get());
    }

    @Test
    void of_two_commands_of_one_batch_on_one_stream_the_loser_leaves_nothing_behind() throws Exception {
        var stream = StreamId.fresh("ticket");
        tickets.handle(stream, CONTEXT, new Open("INC1", "t"));
        var winner = note(stream, 1, CONTEXT, "w1", "w2");
        var loser =
                note(stream, 1, CONTEXT.withOrigin(new Origin("urn:x", UUID.randomUUID() + "", "h")), "l1", "l2", "l3");
        var other = note(StreamId.fresh("ticket"), 0, CONTEXT, "o1");

        var outcomes = transaction().commit(List.of(winner, loser, other));

        assertInstanceOf(Outcome.Appended.class, outcomes.get(winner));
        assertInstanceOf(Outcome.Conflict.class, outcomes.get(loser));
        assertInstanceOf(Outcome.Appended.class, outcomes.get(other));
        assertEquals(List.of("w1", "w2"), tickets.state(stream).notes());
        assertTrue(store.handledBefore(loser.context()).isEmpty());
        assertEquals("0", Sql.text(pool, "select count(*) from event where payload::text like '%\"l_\"%'"));
        // The write-ahead log must not have seen the loser either.
        assertEquals("0", Sql.text(pool, "select n_tup_del from pg_stat_user_tables where relname = 'event'"));
    }

    @Test
    void a_stored_name_keeps_its_number() {
        for (var change : List.of(
                "delete from event_type where name = 'ticket-noted'",
                "update event_type set name = 'ticket-renoted' where name = 'ticket-noted'",
                "truncate event_type")) {
            var refused = assertThrows(SQLException.class, () -> Sql.run(pool, change));
            assertEquals("23001", refused.getSQLState());
        }
    }

    @Test
    void a_poisonous_command_fails_alone() throws Exception {
        var streams =
                IntStream.range(0, 64).mapToObj(i -> StreamId.fresh("ticket")).toList();
        var answers = concurrently(64, writer -> () -> {
            var note = writer % 20 == 7 ? "poison" : "harmless";
            return tickets.handle(streams.get(writer), CONTEXT, new Note(List.of("before", note)))
                    .version();
        });
        for (var writer = 0; writer < 64; writer++) {
            var answer = answers.get(writer);
            if (writer % 20 == 7) {
                assertThrows(java.util.concurrent.ExecutionException.class, answer::get);
                assertTrue(store.read(Tickets.TYPES, streams.get(writer)).isEmpty());
            } else {
                assertEquals(2, answer.get());
                assertEquals(2, store.read(Tickets.TYPES, streams.get(writer)).size());
            }
        }
        assertTrue(largestBatch.get() > 1, "nothing was batched");
    }

    @Test
    void an_origin_is_handled_once_and_other_content_is_refused() {
        var stream = StreamId.fresh("ticket");
        var origin = new Origin("urn:tickets", UUID.randomUUID().toString(), "aaaa");
        var first = tickets.handle(stream, CONTEXT.withOrigin(origin), new Open("INC1", "t"));
        var again = tickets.handle(stream, CONTEXT.withOrigin(origin), new Open("INC1", "t"));

        assertFalse(first.duplicate());
        assertTrue(again.duplicate());
        assertEquals(first.version(), again.version());
        assertEquals(first.stream(), again.stream());
        assertNull(again.rejection());
        var other = CONTEXT.withOrigin(new Origin(origin.source(), origin.id(), "bbbb"));
        assertThrows(OriginClash.class, () -> tickets.handle(stream, other, new Open("INC1", "t")));
    }

    @Test
    void an_origin_whose_command_had_nothing_to_do_is_remembered() {
        var stream = StreamId.fresh("ticket");
        tickets.handle(stream, CONTEXT, new Close());
        var repeated =
                CONTEXT.withOrigin(new Origin("urn:tickets", UUID.randomUUID().toString(), null));
        assertFalse(tickets.handle(stream, repeated, new Close()).duplicate());
        assertTrue(tickets.handle(stream, repeated, new Close()).duplicate());
    }

    @Test
    void of_many_concurrent_deliveries_of_one_origin_one_is_handled() throws Exception {
        var stream = StreamId.fresh("ticket");
        var origin = new Origin("urn:tickets", UUID.randomUUID().toString(), "aaaa");
        var handled = 0;
        for (var answer : concurrently(
                64, writer -> () -> tickets.handle(stream, CONTEXT.withOrigin(origin), new Note(List.of("once"))))) {
            handled += answer.get().duplicate() ? 0 : 1;
        }
        assertEquals(1, handled);
        assertEquals(List.of("once"), tickets.state(stream).notes());
    }

    @Test
    void an_idempotency_key_counts_per_tenant_and_actor_and_expires_after_seven_days() throws Exception {
        var stream = StreamId.fresh("ticket");
        var key = new IdempotencyKey(UUID.randomUUID().toString(), "aaaa");
        var alice = new Actor(UUID.randomUUID(), "support-agent", Actor.Side.VENDOR);
        var bob = new Actor(UUID.randomUUID(), "support-agent", Actor.Side.VENDOR);
        assertFalse(tickets.handle(stream, keyed(alice, key), new Note(List.of("alice")))
                .duplicate());
        assertTrue(tickets.handle(stream, keyed(alice, key), new Note(List.of("alice")))
                .duplicate());
        assertFalse(tickets.handle(stream, keyed(bob, key), new Note(List.of("bob")))
                .duplicate());
        assertThrows(
                OriginClash.class,
                () -> tickets.handle(
                        stream, keyed(alice, new IdempotencyKey(key.key(), "bbbb")), new Note(List.of("other"))));

        store.expireIdempotencyKeys();
        assertTrue(tickets.handle(stream, keyed(alice, key), new Note(List.of("alice")))
                .duplicate());
        Sql.run(
                pool,
                "update handled_command set kept_until = kept_until - interval '7 days' where id = '" + key.key()
                        + "'");
        store.expireIdempotencyKeys();
        assertFalse(tickets.handle(stream, keyed(alice, key), new Note(List.of("alice")))
                .duplicate());
    }

    @Test
    void closing_commits_what_waits_and_refuses_what_comes_later() throws Exception {
        var stream = StreamId.fresh("ticket");
        store.close();
        assertThrows(IllegalStateException.class, () -> tickets.handle(stream, CONTEXT, new Close()));
        assertTrue(store.read(Tickets.TYPES, stream).isEmpty());
    }

    private static CommandContext expecting(int version) {
        return CONTEXT.withExpectedVersion(version);
    }

    private static CommandContext keyed(Actor actor, IdempotencyKey key) {
        return new CommandContext(Tickets.TENANT, actor, NOON, false, null, null, null, null, null, key);
    }

    private Append<TicketEvent> note(StreamId stream, int version, CommandContext context, String... notes) {
        var events = List.of(notes).stream().<TicketEvent>map(Noted::new).toList();
        return store.prepare(Tickets.TYPES, stream, version, context, Decision.of(events));
    }

    private static AppendTransaction transaction() {
        return new AppendTransaction(pool, java.util.Map.of(TicketEvent.class, List.of(new OpenTickets())));
    }

    private static <R> List<Future<R>> concurrently(int writers, java.util.function.IntFunction<Callable<R>> work)
            throws InterruptedException {
        var start = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = new ArrayList<Future<R>>();
            for (var i = 0; i < writers; i++) {
                var task = work.apply(i);
                answers.add(threads.submit(() -> {
                    start.await();
                    return task.call();
                }));
            }
            start.countDown();
            return answers;
        }
    }
}

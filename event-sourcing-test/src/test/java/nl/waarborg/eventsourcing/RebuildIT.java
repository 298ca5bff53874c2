package nl.waarborg.eventsourcing;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agroal.api.AgroalDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import nl.waarborg.eventsourcing.Tickets.Note;
import nl.waarborg.eventsourcing.Tickets.Open;
import nl.waarborg.eventsourcing.Tickets.OpenTickets;
import nl.waarborg.eventsourcing.Tickets.Ticket;
import nl.waarborg.eventsourcing.Tickets.TicketCommand;
import nl.waarborg.eventsourcing.Tickets.TicketDecider;
import nl.waarborg.eventsourcing.Tickets.TicketEvent;
import nl.waarborg.eventsourcing.test.TestInfrastructure;
import org.awaitility.Durations;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class RebuildIT {

    private static final CommandContext CONTEXT =
            CommandContext.of(Tickets.TENANT, Actor.SCHEDULER, Instant.parse("2026-03-02T12:00:00Z"));

    private static final String CONTENT =
            "select string_agg(t::text, ' ' order by t.id) from (select id, tenant_id, number, notes from open_ticket) t";

    private static final String LOOKS =
            """
            select string_agg(indexname || indexdef, ' ' order by indexname) from pg_indexes where tablename = 'open_ticket'
            union all
            select string_agg(policyname || cmd || roles::text || coalesce(qual, '') || coalesce(with_check, ''), ' ' order by policyname)
            from pg_policies where tablename = 'open_ticket'
            union all
            select relacl::text || relrowsecurity || relforcerowsecurity from pg_class where oid = 'public.open_ticket'::regclass
            union all
            select string_agg(conname || pg_get_constraintdef(oid), ' ' order by conname) from pg_constraint
            where conrelid = 'public.open_ticket'::regclass""";

    @TempDir
    Path keys;

    private AgroalDataSource pool;
    private EventStore store;
    private CommandHandler<TicketCommand, Ticket, TicketEvent> tickets;

    @BeforeEach
    void open() throws SQLException {
        pool = TestInfrastructure.writer(
                TestInfrastructure.database("rebuild_it_" + System.nanoTime() % 1_000_000), 20);
        Sql.run(pool, OpenTickets.TABLE);
        store = new EventStore(
                pool,
                new TenantKeyFiles(keys, new byte[32]),
                List.of(Tickets.TYPES),
                List.of(new TicketsWithDeadlines()),
                (commands, events, took) -> {});
        tickets = store.handler(new TicketDecider(), Tickets.TYPES);
    }

    @AfterEach
    void close() {
        store.close();
        pool.close();
    }

    @Test
    void a_spoilt_projection_is_made_anew_while_appends_go_on() throws Exception {
        for (var i = 0; i < 300; i++) {
            openOne(i);
        }
        Sql.run(pool, "update open_ticket set notes = 77, number = 'spoilt'");
        var looks = texts(LOOKS);
        var going = new AtomicBoolean(true);
        var appended = new AtomicInteger();
        var longestWait = new AtomicLong();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var writer = 0; writer < 8; writer++) {
                threads.execute(() -> {
                    while (going.get()) {
                        var start = System.nanoTime();
                        openOne(appended.incrementAndGet());
                        longestWait.accumulateAndGet(System.nanoTime() - start, Math::max);
                    }
                });
            }
            await().atMost(Durations.ONE_MINUTE).until(() -> appended.get() > 50);
            var seen = new ArrayList<Long>();
            new Rebuild(pool, store).of("open-tickets", (position, last) -> seen.add(position));
            var whenSwapped = appended.get();
            await().atMost(Durations.ONE_MINUTE).until(() -> appended.get() > whenSwapped + 50);
            going.set(false);
            assertTrue(!seen.isEmpty());
        }
        assertEquals(expectedFromEvents(), Sql.text(pool, CONTENT));
        assertEquals(looks, texts(LOOKS));
        assertEquals("0", Sql.text(pool, "select count(*) from open_ticket where number = 'spoilt'"));
        assertTrue(
                longestWait.get() < Duration.ofSeconds(5).toNanos(), "an append waited " + longestWait.get() + " ns");
    }

    @Test
    void a_rebuild_sets_no_deadline_a_second_time() throws Exception {
        openOne(1);
        assertEquals("1", Sql.text(pool, "select count(*) from deadline"));
        Sql.run(pool, "delete from deadline"); // handled
        new Rebuild(pool, store).of("open-tickets", (position, last) -> {});
        assertEquals("0", Sql.text(pool, "select count(*) from deadline"));
        openOne(2);
        assertEquals("1", Sql.text(pool, "select count(*) from deadline"));
    }

    @Test
    void an_interrupted_rebuild_leaves_the_live_tables_and_the_next_one_starts_over() throws Exception {
        for (var i = 0; i < 20; i++) {
            openOne(i);
        }
        var before = Sql.text(pool, CONTENT);
        assertThrows(
                IllegalStateException.class, () -> new Rebuild(pool, store).of("open-tickets", (position, last) -> {
                    throw new IllegalStateException("killed");
                }));
        assertEquals(before, Sql.text(pool, CONTENT));
        assertEquals("1", Sql.text(pool, "select count(*) from pg_namespace where nspname = 'rebuild_open_tickets'"));
        openOne(20);
        new Rebuild(pool, store).of("open-tickets", (position, last) -> {});
        assertEquals(expectedFromEvents(), Sql.text(pool, CONTENT));
        assertEquals("0", Sql.text(pool, "select count(*) from pg_namespace where nspname like 'rebuild%'"));
    }

    @Test
    void two_rebuilds_of_one_projection_exclude_each_other() throws Exception {
        openOne(1);
        var reached = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = threads.submit(() -> {
                new Rebuild(pool, store).of("open-tickets", (position, last) -> {
                    reached.countDown();
                    try {
                        goOn.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                });
                return null;
            });
            assertTrue(reached.await(30, TimeUnit.SECONDS));
            assertThrows(IllegalStateException.class, () -> new Rebuild(pool, store)
                    .of("open-tickets", (position, last) -> {}));
            goOn.countDown();
            first.get();
        }
    }

    private void openOne(int number) {
        var stream = StreamId.fresh("ticket");
        tickets.handle(stream, CONTEXT, new Open("INC" + number, "t"));
        tickets.handle(stream, CONTEXT, new Note(List.of("a", "b")));
    }

    /** The projection's content by another way: from the table of events. */
    private String expectedFromEvents() throws SQLException {
        return Sql.text(
                pool,
                """
                select string_agg(t::text, ' ' order by t.id) from (
                    select o.stream_id as id, o.tenant_id, o.payload ->> 'number' as number,
                        (select count(*)::int from event n where n.stream_id = o.stream_id and n.payload ->> 'note' is not null) as notes
                    from event o where o.payload ->> 'number' is not null) t""");
    }

    private List<String> texts(String query) throws SQLException {
        try (var connection = pool.getConnection();
                var sql = connection.createStatement();
                var rows = sql.executeQuery(query)) {
            var texts = new ArrayList<String>();
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts;
        }
    }

    /** Also sets a deadline on the same stream for each ticket that is opened. */
    private static final class TicketsWithDeadlines implements Projection<TicketEvent> {

        private final OpenTickets tickets = new OpenTickets();

        @Override
        public String name() {
            return tickets.name();
        }

        @Override
        public Class<TicketEvent> events() {
            return tickets.events();
        }

        @Override
        public List<String> tables() {
            return tickets.tables();
        }

        @Override
        public void apply(List<RecordedEvent<TicketEvent>> events, Connection connection) throws SQLException {
            tickets.apply(events, connection);
            Deadlines.set(
                    connection,
                    events.stream()
                            .filter(recorded -> recorded.event() instanceof Tickets.Opened)
                            .map(recorded -> new Deadline(
                                    "response", recorded.stream(), "", recorded.tenant(), recorded.occurredAt()))
                            .toList());
        }
    }
}

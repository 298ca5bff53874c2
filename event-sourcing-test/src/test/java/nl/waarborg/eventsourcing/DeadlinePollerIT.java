package nl.waarborg.eventsourcing;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agroal.api.AgroalDataSource;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import nl.waarborg.eventsourcing.test.TestInfrastructure;
import org.awaitility.Durations;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class DeadlinePollerIT {

    private static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");
    private static final DeadlinePoller.Settings QUICK =
            new DeadlinePoller.Settings(Duration.ofMillis(50), Duration.ofSeconds(60), Duration.ofMillis(50));

    private static AgroalDataSource pool;

    private final ConcurrentLinkedQueue<Deadline> handled = new ConcurrentLinkedQueue<>();

    @BeforeAll
    static void migrate() {
        pool = TestInfrastructure.writer(TestInfrastructure.database("deadline_poller_it"), 40);
    }

    @AfterAll
    static void closePool() {
        pool.close();
    }

    @BeforeEach
    void forget() throws SQLException {
        Sql.run(pool, "delete from deadline");
    }

    @Test
    void what_is_due_is_handled_and_what_is_not_waits() throws Exception {
        var due = deadline("response", NOW);
        var later = deadline("response", NOW.plusSeconds(1));
        set(due, later);
        try (var poller = poller(QUICK, handler("response", handled::add))) {
            poller.start();
            await().atMost(Durations.ONE_MINUTE).until(() -> handled.size() == 1);
        }
        assertEquals(List.of(due), List.copyOf(handled));
        assertEquals("1", Sql.text(pool, "select count(*) from deadline"));
    }

    @Test
    void two_pollers_handle_each_deadline_once_and_per_stream_in_order_of_due() throws Exception {
        var streams =
                IntStream.range(0, 20).mapToObj(i -> StreamId.fresh("ticket")).toList();
        var deadlines = new ArrayList<Deadline>();
        for (var stream : streams) {
            for (var i = 0; i < 10; i++) {
                var kind = i % 2 == 0 ? "response" : "recovery";
                deadlines.add(new Deadline(kind, stream, "" + i, Tickets.TENANT, NOW.minusSeconds(100 - i)));
            }
        }
        Collections.shuffle(deadlines);
        set(deadlines.toArray(Deadline[]::new));
        var handlers = List.of(handler("response", handled::add), handler("recovery", handled::add));
        try (var one = new DeadlinePoller(pool, handlers, () -> NOW, QUICK);
                var other = new DeadlinePoller(pool, handlers, () -> NOW, QUICK)) {
            one.start();
            other.start();
            await().atMost(Durations.ONE_MINUTE).until(DeadlinePollerIT::isEmpty);
        }
        assertEquals(200, handled.size());
        for (var stream : streams) {
            var keys = handled.stream()
                    .filter(deadline -> deadline.stream().equals(stream))
                    .map(Deadline::key)
                    .toList();
            assertEquals(IntStream.range(0, 10).mapToObj(Integer::toString).toList(), keys);
        }
    }

    @Test
    void what_a_dead_poller_had_claimed_another_one_handles_after_the_lease() throws Exception {
        var deadline = deadline("response", NOW);
        set(deadline);
        var end = new CountDownLatch(1);
        var dead = poller(shortLease(), handler("response", claimed -> awaitDeafly(end)));
        try (var alive = poller(shortLease(), handler("response", handled::add))) {
            dead.start();
            await().atMost(Durations.ONE_MINUTE)
                    .until(() -> "1".equals(Sql.text(pool, "select count(*) from deadline where claim is not null")));
            alive.start();
            await().atMost(Durations.TEN_SECONDS).until(DeadlinePollerIT::isEmpty);
            assertEquals(List.of(deadline), List.copyOf(handled));
        } finally {
            end.countDown();
            dead.close();
        }
    }

    @Test
    void a_handler_that_takes_too_long_is_interrupted_and_tried_again() throws Exception {
        var deadline = deadline("response", NOW);
        set(deadline);
        var hangsOnce = new CountDownLatch(1);
        var failures = new ConcurrentLinkedQueue<String>();
        try (var poller = poller(shortLease(), handler("response", due -> {
            handled.add(due);
            if (handled.size() == 1) {
                awaitQuietly(hangsOnce); // returns when interrupted, as if all were done
            } else {
                failures.add(lastError());
            }
        }))) {
            poller.start();
            await().atMost(Durations.ONE_MINUTE).until(DeadlinePollerIT::isEmpty);
        }
        assertEquals(List.of(deadline, deadline), List.copyOf(handled));
        assertEquals(List.of("java.util.concurrent.TimeoutException"), List.copyOf(failures));
    }

    @Test
    void a_poller_does_not_start_a_handler_anew_that_it_still_runs() throws Exception {
        var deaf = deadline("response", NOW.minusSeconds(1));
        set(deaf);
        var end = new CountDownLatch(1);
        try (var poller = poller(shortLease(), handler("response", due -> {
            handled.add(due);
            if (due.equals(deaf)) {
                awaitDeafly(end);
            }
        }))) {
            poller.start();
            await().atMost(Durations.TEN_SECONDS).until(() -> handled.size() == 1);
            // Long after its lease has ended the poller looks at everything else, and leaves this one alone.
            await().atMost(Durations.TEN_SECONDS).until(() -> "t"
                    .equals(Sql.text(
                            pool, "select claimed_until < clock_timestamp() - interval '2 seconds' from deadline")));
            var other = deadline("response", NOW);
            set(other);
            await().atMost(Durations.TEN_SECONDS).until(() -> handled.contains(other));
            assertEquals(List.of(deaf, other), List.copyOf(handled));
            end.countDown();
            await().atMost(Durations.TEN_SECONDS).until(DeadlinePollerIT::isEmpty);
            assertEquals(List.of(deaf, other, deaf), List.copyOf(handled));
        } finally {
            end.countDown();
        }
    }

    @Test
    void a_failure_is_kept_and_tried_again_and_holds_back_only_its_own_kind() throws Exception {
        var stream = StreamId.fresh("ticket");
        var mail = new Deadline("mail", stream, "1", Tickets.TENANT, NOW.minusSeconds(9));
        var secondMail = new Deadline("mail", stream, "2", Tickets.TENANT, NOW.minusSeconds(8));
        var response = new Deadline("response", stream, "", Tickets.TENANT, NOW.minusSeconds(7));
        set(mail, secondMail, response);
        var serverIsBack = new CountDownLatch(1);
        Consumer<Deadline> send = deadline -> {
            if (serverIsBack.getCount() > 0) {
                throw new IllegalStateException("the server does not know jan@example.nl");
            }
            handled.add(deadline);
        };
        try (var poller = poller(QUICK, handler("mail", send), handler("response", handled::add))) {
            poller.start();
            await().atMost(Durations.ONE_MINUTE).until(() -> handled.contains(response));
            await().atMost(Durations.ONE_MINUTE)
                    .until(
                            () -> "t"
                                    .equals(
                                            Sql.text(
                                                    pool,
                                                    "select attempts > 1 from deadline where kind = 'mail' and key = '1' and last_error is not null")));
            assertEquals(List.of(response), List.copyOf(handled));
            var error = Sql.text(pool, "select last_error from deadline where key = '1'");
            assertTrue(error.contains("IllegalStateException") && !error.contains("jan@"), error);
            serverIsBack.countDown();
            await().atMost(Durations.ONE_MINUTE).until(DeadlinePollerIT::isEmpty);
        }
        assertEquals(List.of(response, mail, secondMail), List.copyOf(handled));
    }

    @Test
    void a_deadline_that_its_handling_sets_anew_stays() throws Exception {
        var deadline = deadline("daily", NOW);
        set(deadline);
        var tomorrow = new Deadline("daily", deadline.stream(), "", Tickets.TENANT, NOW.plus(Duration.ofDays(1)));
        try (var poller = poller(QUICK, handler("daily", due -> {
            set(tomorrow);
            handled.add(due);
        }))) {
            poller.start();
            await().atMost(Durations.ONE_MINUTE).until(() -> handled.size() == 1);
        }
        assertEquals("t", Sql.text(pool, "select due = '2026-03-03T12:00:00Z' and claim is null from deadline"));
    }

    @Test
    void a_period_is_closed_after_all_that_was_due_before_for_its_tenant() throws Exception {
        var deadlines = new ArrayList<Deadline>();
        for (var i = 0; i < 100; i++) {
            deadlines.add(deadline("response", NOW.minusSeconds(1000 - i)));
        }
        deadlines.add(new Deadline("month", StreamId.fresh("month"), "", Tickets.TENANT, NOW.minusSeconds(950)));
        set(deadlines.toArray(Deadline[]::new));
        var month = new DeadlineHandler() {
            @Override
            public String kind() {
                return "month";
            }

            @Override
            public void due(Deadline deadline) {
                handled.add(deadline);
            }

            @Override
            public boolean closesPeriod() {
                return true;
            }
        };
        try (var poller = poller(QUICK, handler("response", handled::add), month)) {
            poller.start();
            await().atMost(Durations.ONE_MINUTE).until(DeadlinePollerIT::isEmpty);
        }
        var order = List.copyOf(handled);
        var closed = order.indexOf(order.stream()
                .filter(each -> each.kind().equals("month"))
                .findFirst()
                .orElseThrow());
        var before = order.stream()
                .filter(each -> each.due().isBefore(NOW.minusSeconds(950)))
                .toList();
        assertEquals(50, before.size());
        assertTrue(before.stream().allMatch(each -> order.indexOf(each) < closed));
    }

    @Test
    void history_is_held_until_its_source_has_caught_up() throws Exception {
        var imported = deadline("response", NOW.minusSeconds(1));
        try (var connection = pool.getConnection()) {
            connection.setAutoCommit(false);
            try (var sql = connection.createStatement()) {
                sql.execute("select set_config('waarborg.historic_source', 'urn:servicenow', true)");
            }
            Deadlines.set(connection, List.of(imported));
            connection.commit();
        }
        var lived = deadline("response", NOW);
        set(lived);
        try (var poller = poller(QUICK, handler("response", handled::add))) {
            poller.start();
            await().atMost(Durations.ONE_MINUTE).until(() -> handled.size() == 1);
            assertEquals(0, poller.overdue(Duration.ZERO));
            try (var connection = pool.getConnection()) {
                connection.setAutoCommit(true);
                assertEquals(0, Deadlines.sourceCaughtUp(connection, "urn:other"));
                assertEquals(1, Deadlines.sourceCaughtUp(connection, "urn:servicenow"));
            }
            poller.wake();
            await().atMost(Durations.ONE_MINUTE).until(DeadlinePollerIT::isEmpty);
        }
        assertEquals(List.of(lived, imported), List.copyOf(handled));
    }

    @Test
    void a_commit_wakes_the_poller() throws Exception {
        var slow = new DeadlinePoller.Settings(Duration.ofMinutes(10), Duration.ofSeconds(60), Duration.ofSeconds(1));
        try (var poller = poller(slow, handler("response", handled::add))) {
            poller.start();
            for (var i = 1; i <= 3; i++) {
                set(deadline("response", NOW));
                poller.wake();
                var expected = i;
                await().atMost(Duration.ofSeconds(5)).until(() -> handled.size() == expected);
            }
        }
    }

    private static Deadline deadline(String kind, Instant due) {
        return new Deadline(kind, StreamId.fresh("ticket"), "", Tickets.TENANT, due);
    }

    private static void set(Deadline... deadlines) {
        try (var connection = pool.getConnection()) {
            connection.setAutoCommit(true);
            Deadlines.set(connection, Arrays.asList(deadlines));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String lastError() {
        try {
            return Sql.text(pool, "select split_part(last_error, ' ', 1) from deadline");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isEmpty() throws SQLException {
        return "0".equals(Sql.text(pool, "select count(*) from deadline"));
    }

    private static DeadlinePoller poller(DeadlinePoller.Settings settings, DeadlineHandler... handlers) {
        return new DeadlinePoller(pool, List.of(handlers), () -> NOW, settings);
    }

    private static DeadlineHandler handler(String kind, Consumer<Deadline> action) {
        return new DeadlineHandler() {
            @Override
            public String kind() {
                return kind;
            }

            @Override
            public void due(Deadline deadline) {
                action.accept(deadline);
            }
        };
    }

    private static DeadlinePoller.Settings shortLease() {
        return new DeadlinePoller.Settings(Duration.ofMillis(50), Duration.ofSeconds(2), Duration.ofMillis(50));
    }

    /** Like a process that is dead or cut off: no interruption reaches it. */
    private static void awaitDeafly(CountDownLatch latch) {
        while (latch.getCount() > 0) {
            awaitQuietly(latch);
            Thread.interrupted();
        }
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

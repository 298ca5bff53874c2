package nl.waarborg.eventsourcing;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import nl.waarborg.eventsourcing.Tickets.Note;
import nl.waarborg.eventsourcing.Tickets.Noted;
import nl.waarborg.eventsourcing.Tickets.OpenTickets;
import nl.waarborg.eventsourcing.Tickets.TicketDecider;
import nl.waarborg.eventsourcing.test.TestInfrastructure;
import nl.waarborg.local.Database;
import org.awaitility.Durations;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A writer that is killed in the middle of its batches loses nothing that it acknowledged, and stores no half of a command. */
@Timeout(300)
class KilledWriterIT {

    private static final int WRITERS = 600;

    @TempDir
    Path keys;

    /** Appends pairs of notes from very many threads and prints each that was acknowledged. */
    static final class Writer {

        private Writer() {}

        public static void main(String[] arguments) {
            var database = new Database("", arguments[0], arguments[1], arguments[2], "", "");
            var pool = TestInfrastructure.writer(database, 32);
            var store = new EventStore(
                    pool,
                    new TenantKeyFiles(Path.of(arguments[3]), new byte[32]),
                    List.of(Tickets.TYPES),
                    List.of(new OpenTickets()),
                    (commands, events, took) -> print("batch " + commands));
            var tickets = store.handler(new TicketDecider(), Tickets.TYPES);
            var context = CommandContext.of(Tickets.TENANT, Actor.SCHEDULER, Instant.EPOCH);
            for (var writer = 0; writer < WRITERS; writer++) {
                Thread.ofVirtual().start(() -> {
                    while (true) {
                        var stream = StreamId.fresh("ticket");
                        var origin = new Origin("urn:killed", stream.id().toString(), "h");
                        var notes = List.of("first of " + stream.id(), "second of " + stream.id());
                        tickets.handle(stream, context.withOrigin(origin), new Note(notes));
                        print("stored " + stream.id());
                    }
                });
            }
            try {
                Thread.currentThread().join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        private static void print(String line) {
            System.out.println(line);
        }
    }

    @Test
    void nothing_acknowledged_is_lost_and_no_command_is_stored_in_half() throws Exception {
        var database = TestInfrastructure.database("killed_writer_it");
        try (var pool = TestInfrastructure.writer(database, 4)) {
            Sql.run(pool, OpenTickets.TABLE);
            for (var kill = 0; kill < 2; kill++) {
                var acknowledged = ConcurrentHashMap.<String>newKeySet();
                var batches = ConcurrentHashMap.<Integer>newKeySet();
                var process = start(database);
                try (var readers = Executors.newVirtualThreadPerTaskExecutor()) {
                    readers.execute(() -> read(process, acknowledged, batches));
                    await().atMost(Duration.ofSeconds(60))
                            .until(() -> acknowledged.size() > 3_000
                                    && batches.stream().anyMatch(size -> size > 256));
                    process.destroyForcibly(); // SIGKILL
                    assertEquals(137, process.waitFor());
                }
                // The server notices the dead client when its transaction next reads or writes.
                await().atMost(Durations.ONE_MINUTE)
                        .until(
                                () -> "0"
                                        .equals(
                                                Sql.text(
                                                        pool,
                                                        "select count(*) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and state <> 'idle'")));

                var stored = new HashSet<>(
                        List.of(Sql.text(pool, "select string_agg(distinct stream_id::text, ' ') from event")
                                .split(" ")));
                var missing = new HashSet<>(acknowledged);
                missing.removeAll(stored);
                assertEquals(Set.of(), missing, "acknowledged and lost");
                assertEquals(
                        "0",
                        Sql.text(
                                pool,
                                "select count(*) from (select stream_id from event group by stream_id having count(*) <> 2 or min(version) <> 1 or max(version) <> 2) t"));
                assertEquals(
                        "0",
                        Sql.text(
                                pool,
                                "select count(*) from handled_command h full join (select distinct stream_id from event) e using (stream_id) where h.stream_id is null or e.stream_id is null"));
                assertTrue(stored.size() >= acknowledged.size());
            }
            var first = StreamId.fresh("ticket");
            try (var store = new EventStore(
                    pool,
                    new TenantKeyFiles(keys, new byte[32]),
                    List.of(Tickets.TYPES),
                    List.of(),
                    (commands, events, took) -> {})) {
                store.handler(new TicketDecider(), Tickets.TYPES)
                        .handle(
                                first,
                                CommandContext.of(Tickets.TENANT, Actor.SCHEDULER, Instant.EPOCH),
                                new Note(List.of("goes on")));
                assertEquals(
                        new Noted("goes on"),
                        store.read(Tickets.TYPES, first).getFirst().event());
            }
        }
    }

    private Process start(Database database) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        Writer.class.getName(),
                        database.jdbcUrl(),
                        database.writerUser(),
                        database.writerPassword(),
                        keys.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static void read(Process process, Set<String> acknowledged, Set<Integer> batches) {
        try (var lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                var words = line.split(" ", -1);
                switch (words[0]) {
                    case "stored" -> {
                        if (words.length == 2 && words[1].length() == 36) { // the last line may be cut off
                            acknowledged.add(words[1]);
                        }
                    }
                    case "batch" -> batches.add(Integer.valueOf(words[1]));
                    default -> {}
                }
            }
        } catch (IOException e) {
            // The pipe ends with the process.
        }
    }
}

package nl.waarborg.local;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The launcher on a tree without services: its own parts, alive, killed and gone. */
@Timeout(300)
class LauncherIT {

    @TempDir
    private Path root;

    private final ByteArrayOutputStream told = new ByteArrayOutputStream();

    @AfterEach
    void stop() {
        run("down");
    }

    @Test
    void parts_come_back_after_a_kill_data_stay_and_down_leaves_no_process() throws Exception {
        var layout = new Layout(root, freeOffset());
        assertEquals(0, up(layout), this::told);
        assertTrue(told().contains("127.0.0.1:" + layout.kafkaPort()), this::told);
        try (var postgres = postgres(layout);
                var sql = postgres.createStatement()) {
            sql.execute("create table fact (id int)");
            sql.execute("insert into fact values (42)");
        }

        assertEquals(0, up(layout));
        assertTrue(told().contains("already runs"), this::told);

        var killed = process(layout, "kafka.Kafka");
        killed.destroyForcibly();
        await().atMost(Duration.ofSeconds(90))
                .until(() ->
                        family(layout).anyMatch(other -> isRunning(other, "kafka.Kafka") && other.pid() != killed.pid())
                                && Ports.isListening(layout.kafkaPort()));

        var family = Stream.concat(supervisor(layout), family(layout)).toList();
        supervisor(layout).forEach(ProcessHandle::destroyForcibly);
        await().atMost(Duration.ofSeconds(60)).until(() -> family.stream().noneMatch(ProcessHandle::isAlive));

        assertEquals(0, up(layout), this::told);
        try (var postgres = postgres(layout);
                var sql = postgres.createStatement();
                var rows = sql.executeQuery("select id from fact")) {
            assertTrue(rows.next());
            assertEquals(42, rows.getInt(1));
        }

        var lastFamily = Stream.concat(supervisor(layout), family(layout)).toList();
        assertTrue(lastFamily.size() > 2, "supervisor, PostgreSQL and Kafka");
        assertEquals(0, run("down"));
        assertTrue(lastFamily.stream().noneMatch(ProcessHandle::isAlive));
        assertEquals(1, run("status"));
    }

    @Test
    void a_taken_port_is_named_with_its_owner_and_the_way_out() throws Exception {
        var layout = new Layout(root, freeOffset());
        try (var taken = new java.net.ServerSocket(layout.issuerPort(), 1, java.net.InetAddress.getLoopbackAddress())) {
            assertNotEquals(0, up(layout));
            assertTrue(told().contains("Port " + taken.getLocalPort() + ", which the OIDC issuer needs"), this::told);
            assertTrue(told().contains("(process " + ProcessHandle.current().pid() + ")"), this::told);
            assertTrue(told().contains("--port-offset"), this::told);
        }
        assertTrue(SupervisorProcess.running(layout).isEmpty());
    }

    private int up(Layout layout) {
        return run("up", "--port-offset", Integer.toString(layout.portOffset()));
    }

    private int run(String... arguments) {
        return new Launcher(root, new PrintStream(told, true, StandardCharsets.UTF_8)).run(List.of(arguments));
    }

    private String told() {
        return told.toString(StandardCharsets.UTF_8);
    }

    private static Stream<ProcessHandle> supervisor(Layout layout) {
        return SupervisorProcess.running(layout).map(SupervisorProcess::process).stream();
    }

    private static Stream<ProcessHandle> family(Layout layout) {
        return supervisor(layout).flatMap(ProcessHandle::descendants);
    }

    private static ProcessHandle process(Layout layout, String main) {
        return family(layout)
                .filter(process -> isRunning(process, main))
                .findFirst()
                .orElseThrow();
    }

    private static boolean isRunning(ProcessHandle process, String main) {
        try {
            // Java itself does not tell arguments longer than a page.
            return Files.readString(Path.of("/proc/" + process.pid() + "/cmdline"))
                    .contains("\0" + main + "\0");
        } catch (IOException e) {
            return false; // gone
        }
    }

    private static Connection postgres(Layout layout) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + layout.postgresPort() + "/postgres",
                "postgres",
                layout.secrets().password("postgres-superuser"));
    }

    /** Below the ports that the system gives to clients. */
    private int freeOffset() {
        return new Random()
                .ints(1_000, 12_000)
                .filter(offset ->
                        new Layout(root, offset).ports().keySet().stream().noneMatch(Ports::isListening))
                .findFirst()
                .orElseThrow();
    }
}

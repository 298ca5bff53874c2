package nl.waarborg.systemtests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.waarborg.local.Ports;
import nl.waarborg.local.RunningSuite;
import nl.waarborg.local.Secrets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The suite as {@code ./waarborg up} starts it from this build, with data and ports of its own; started once for all classes of the
 * module, and stopped after the last.
 */
final class Suite implements AutoCloseable {

    private static final List<Integer> PORTS =
            List.of(8080, 8081, 8082, 8083, 8084, 8085, 18080, 18081, 18082, 18083, 18084);
    private static final Path SCRIPT = Path.of("waarborg");
    private static final Path LAUNCHER = Path.of("deploy", "local");
    private static final int POSTGRES_PORT = 18080;
    private static final int KAFKA_PORT = 18081;

    private static @Nullable Suite running;

    private final Path root;
    private final int offset;
    private final RunningSuite addresses;
    private final Thread stopIfInterrupted;

    private Suite(Path root, int offset, RunningSuite addresses) {
        this.root = root;
        this.offset = offset;
        this.addresses = addresses;
        this.stopIfInterrupted = new Thread(() -> waarborg(root, root, "down"));
        Runtime.getRuntime().addShutdownHook(stopIfInterrupted);
    }

    /** What test classes register: whichever comes first starts the suite. */
    static final class Started implements BeforeAllCallback {

        @Override
        public void beforeAll(ExtensionContext context) {
            running = context.getRoot()
                    .getStore(ExtensionContext.Namespace.create(Suite.class))
                    .computeIfAbsent(Suite.class, key -> start(), Suite.class);
        }
    }

    static Suite running() {
        return Objects.requireNonNull(running, "the class does not register Suite.Started");
    }

    private static Suite start() {
        try {
            var root = Files.createDirectories(Path.of("target", "suite")).toRealPath();
            if (Files.exists(root.resolve(SCRIPT))) {
                // What an earlier run left behind, if it was killed.
                waarborg(root, root, "down");
            }
            delete(root);
            linkBuild(root);
            var offset = freeOffset();
            var up = waarborg(root, root, "up", "--port-offset", Integer.toString(offset));
            if (up.status() != 0) {
                throw new IllegalStateException("The suite did not start: " + up.told());
            }
            return new Suite(root, offset, RunningSuite.in(root));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A tree of this build's modules, with the script and {@code .waarborg} of its own. */
    private static void linkBuild(Path root) throws IOException {
        var source = Path.of("..").toRealPath();
        Files.createDirectories(root.resolve(LAUNCHER).getParent());
        Files.createSymbolicLink(root.resolve(LAUNCHER), source.resolve(LAUNCHER));
        Files.copy(source.resolve(SCRIPT), root.resolve(SCRIPT), StandardCopyOption.COPY_ATTRIBUTES);
        try (Stream<Path> modules = Files.list(source)) {
            for (var module : modules.filter(Suite::isService).toList()) {
                Files.createSymbolicLink(root.resolve(module.getFileName()), module);
            }
        }
    }

    private static boolean isService(Path module) {
        return module.getFileName().toString().endsWith("-service") && Files.exists(module.resolve("pom.xml"));
    }

    /** What a command answered, and all that it said. */
    record Ran(int status, String told) {}

    /** Runs {@code waarborg} as somebody who stands in the given directory. */
    Ran waarborg(Path directory, String... arguments) {
        return waarborg(root, directory, arguments);
    }

    private static Ran waarborg(Path root, Path directory, String... arguments) {
        return run(
                directory,
                Stream.concat(Stream.of(root.resolve(SCRIPT).toString()), Stream.of(arguments))
                        .toList());
    }

    /** Runs a line of a shell in the suite's directory, as somebody who copied it from the screen. */
    Ran shell(String line) {
        return run(root, List.of("bash", "-c", line));
    }

    private static Ran run(Path directory, List<String> command) {
        try {
            var told = Files.createTempFile(Path.of("target"), "told", ".log");
            var builder = new ProcessBuilder(command)
                    .directory(directory.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(told.toFile());
            builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
            var ran = new Ran(builder.start().waitFor(), Files.readString(told));
            Files.delete(told);
            return ran;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Below the ports that the kernel gives to outgoing connections. */
    private static int freeOffset() {
        return IntStream.generate(() -> ThreadLocalRandom.current().nextInt(1_000, 14_000))
                .filter(offset -> PORTS.stream().allMatch(port -> isFree(port + offset)))
                .findFirst()
                .orElseThrow();
    }

    private static boolean isFree(int port) {
        try (var probe = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return probe.isBound();
        } catch (IOException e) {
            return false;
        }
    }

    /** Links are removed, not what they point to. */
    private static void delete(Path directory) throws IOException {
        if (Files.exists(directory)) {
            try (Stream<Path> files = Files.walk(directory)) {
                for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    RunningSuite addresses() {
        return addresses;
    }

    String kafka() {
        return "127.0.0.1:" + (KAFKA_PORT + offset);
    }

    /** A connection to a service's database, as somebody who may do anything there. */
    Connection superuser(String database) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:%d/%s".formatted(POSTGRES_PORT + offset, database),
                "postgres",
                new Secrets(root.resolve(".waarborg/secrets")).password("postgres-superuser"));
    }

    Path mails() {
        return root.resolve(".waarborg/mails");
    }

    /** SIGKILL to all processes of the part; returns when they are gone. The supervisor starts it again. */
    void kill(RunningPart part) {
        var killed = processes(part);
        if (killed.isEmpty()) {
            throw new IllegalStateException("There is no process of " + part + " to kill");
        }
        kill(killed);
    }

    private static void kill(List<ProcessHandle> processes) {
        processes.forEach(ProcessHandle::destroyForcibly);
        processes.forEach(
                process -> process.onExit().orTimeout(10, TimeUnit.SECONDS).join());
    }

    /** Kills the part whenever the supervisor has started it again, until this is closed. */
    Outage keepDown(RunningPart part) {
        kill(part);
        return new Outage(part);
    }

    final class Outage implements AutoCloseable {

        private final ScheduledExecutorService killer = Executors.newSingleThreadScheduledExecutor();
        private final ScheduledFuture<?> killing;

        private Outage(RunningPart part) {
            killing = killer.scheduleWithFixedDelay(() -> kill(processes(part)), 0, 100, TimeUnit.MILLISECONDS);
        }

        /** Whether it never failed to kill. */
        boolean isHeld() {
            return !killing.isDone();
        }

        @Override
        public void close() {
            killer.close();
        }
    }

    private List<ProcessHandle> processes(RunningPart part) {
        return supervisor().descendants().filter(part::isRunBy).toList();
    }

    private ProcessHandle supervisor() {
        var written = new Properties();
        try (var reader = Files.newBufferedReader(root.resolve(".waarborg/run/supervisor.properties"))) {
            written.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return ProcessHandle.of(Long.parseLong(written.getProperty("process"))).orElseThrow();
    }

    /** Fails if anything of the suite outlives it. */
    @Override
    public void close() {
        var supervisor = supervisor();
        var family =
                Stream.concat(Stream.of(supervisor), supervisor.descendants()).toList();
        var status = waarborg(root, root, "down").status();
        Runtime.getRuntime().removeShutdownHook(stopIfInterrupted);
        var left = family.stream().filter(ProcessHandle::isAlive).toList();
        var taken =
                PORTS.stream().filter(port -> Ports.isListening(port + offset)).toList();
        if (status != 0 || !left.isEmpty() || !taken.isEmpty()) {
            kill(left);
            throw new IllegalStateException(
                    "down ended with %d and left the processes %s and the ports %s".formatted(status, left, taken));
        }
    }
}

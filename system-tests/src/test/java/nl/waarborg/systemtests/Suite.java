package nl.waarborg.systemtests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.waarborg.local.Launcher;
import nl.waarborg.local.RunningSuite;

/**
 * The suite as {@code ./waarborg up} starts it from this build, with data and ports of its own; started once for all tests and stopped
 * when they end.
 */
final class Suite {

    private static final Suite RUNNING = start();

    private final Path root;
    private final RunningSuite addresses;

    private Suite(Path root, RunningSuite addresses) {
        this.root = root;
        this.addresses = addresses;
    }

    static Suite running() {
        return RUNNING;
    }

    private static Suite start() {
        var root = Path.of("target", "suite").toAbsolutePath();
        try {
            launch(root, "down");
            delete(root.resolve(".waarborg"));
            linkServices(root);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> launch(root, "down")));
            if (launch(root, "up", "--port-offset", Integer.toString(freeOffset())) != 0) {
                throw new IllegalStateException("The suite did not start; see " + root.resolve(".waarborg/logs"));
            }
            return new Suite(root, RunningSuite.in(root));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The launcher takes a tree of modules; this one has the built services and nothing else. */
    private static void linkServices(Path root) throws IOException {
        Files.createDirectories(root);
        try (Stream<Path> modules = Files.list(Path.of("..").toRealPath())) {
            for (var module : modules.filter(Suite::isService).toList()) {
                var link = root.resolve(module.getFileName());
                Files.deleteIfExists(link);
                Files.createSymbolicLink(link, module);
            }
        }
    }

    private static boolean isService(Path module) {
        return module.getFileName().toString().endsWith("-service") && Files.exists(module.resolve("pom.xml"));
    }

    private static int launch(Path root, String... arguments) {
        var command = new ArrayList<String>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dwaarborg.root=" + root,
                "-cp",
                System.getProperty("java.class.path"),
                Launcher.class.getName()));
        command.addAll(List.of(arguments));
        try {
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(Path.of("target", "launcher-" + arguments[0] + ".log")
                            .toFile())
                    .start()
                    .waitFor();
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
                .filter(offset -> Stream.of(8080, 8081, 8082, 8083, 8084, 8085, 18080, 18081, 18082, 18083, 18084)
                        .allMatch(port -> isFree(port + offset)))
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

    Path mails() {
        return root.resolve(".waarborg/mails");
    }

    /** SIGKILL to the JVM of a service; the supervisor starts it again. */
    void killService(String module) {
        kill(root.resolve(module).resolve("target/quarkus-app/quarkus-run.jar").toString());
    }

    /** SIGKILL to the broker; the supervisor starts it again. */
    void killKafka() {
        kill("kafka.Kafka");
    }

    private void kill(String part) {
        var killed = ProcessHandle.allProcesses()
                .filter(process -> process.info()
                        .commandLine()
                        .filter(line -> line.contains(part) && line.contains(root.toString()) && line.contains("java"))
                        .isPresent())
                .toList();
        if (killed.size() != 1) {
            throw new IllegalStateException("Expected one process of " + part + ", found " + killed);
        }
        killed.forEach(process -> {
            process.destroyForcibly();
            process.onExit().join();
        });
    }
}

package nl.waarborg.local;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;

/**
 * A Kafka broker with its controller in one JVM of its own on the loopback interface. Topics are never created by
 * themselves. Starting it on a directory that has data continues with them, also after a crash.
 */
public final class KafkaBroker implements Part {

    private static final Duration START_LIMIT = Duration.ofSeconds(90);

    private static final String LOGGING =
            """
            <Configuration status="WARN">
              <Appenders>
                <Console name="console">
                  <PatternLayout pattern="%d{yyyy-MM-dd HH:mm:ss,SSS} %-5p %c{1.} %m%n"/>
                </Console>
              </Appenders>
              <Loggers>
                <Root level="WARN"><AppenderRef ref="console"/></Root>
                <Logger name="kafka.server.KafkaRaftServer" level="INFO"/>
              </Loggers>
            </Configuration>
            """;

    private final int port;
    private final ChildProcess process;

    private KafkaBroker(int port, ChildProcess process) {
        this.port = port;
        this.process = process;
    }

    /**
     * @param directory holds the broker's data and configuration, and belongs to this broker alone
     * @param log the file that the broker's messages are appended to
     * @param port for clients, 0 for any free one
     * @param controllerPort for the broker itself, 0 for any free one
     */
    public record Settings(Path directory, Path log, int port, int controllerPort) {

        /** Everything below one directory, on free ports. */
        public static Settings in(Path directory) {
            return new Settings(directory, directory.resolve("kafka.log"), 0, 0);
        }

        public Settings onPort(int other) {
            return new Settings(directory, log, other, controllerPort);
        }

        private Path file(String name) {
            return directory.toAbsolutePath().resolve("kafka").resolve(name);
        }
    }

    /** Returns when clients can work. Throws {@link LocalPartException} with the end of its log if it does not start. */
    public static KafkaBroker start(Settings settings) {
        var port = Ports.orFree(settings.port());
        var data = settings.file("data");
        try {
            Files.createDirectories(data.getParent());
            Files.writeString(settings.file("log4j2.xml"), LOGGING);
            Files.writeString(
                    settings.file("server.properties"),
                    configuration(port, Ports.orFree(settings.controllerPort()), data));
        } catch (IOException e) {
            throw new UncheckedIOException("Kafka could not be configured in " + settings.directory(), e);
        }
        if (!Files.exists(data.resolve("meta.properties"))) {
            format(settings);
        }
        var process = java(settings, "Kafka", "TERM", "kafka.Kafka", settings.file("server.properties") + "");
        var broker = new KafkaBroker(port, process);
        process.awaitReady(START_LIMIT, () -> broker.isListening() && broker.answers());
        return broker;
    }

    private static void format(Settings settings) {
        var format = java(
                settings,
                "kafka-storage",
                "KILL",
                "kafka.tools.StorageTool",
                "format",
                "--ignore-formatted",
                "--cluster-id",
                org.apache.kafka.common.Uuid.randomUuid().toString(),
                "--config",
                settings.file("server.properties").toString());
        if (!format.awaitEnd(START_LIMIT) || format.process().exitValue() != 0) {
            format.kill();
            throw new LocalPartException("Kafka's storage could not be formatted:\n" + format.endOfLog());
        }
    }

    private static ChildProcess java(Settings settings, String name, String signal, String main, String... arguments) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xms64m", "-Xmx384m", "-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError"));
        // On one machine the broker is never busy enough for the optimising compiler to earn its own time back.
        command.add("-XX:TieredStopAtLevel=1");
        command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow"));
        command.add("-Dlog4j2.configurationFile=" + settings.file("log4j2.xml"));
        command.add("-cp");
        command.add(
                PackedFiles.kafkaJars().stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)));
        command.add(main);
        command.addAll(List.of(arguments));
        return ChildProcess.start(
                new ChildProcess.Start(name, command, Map.of(), settings.log(), signal, new RunAs.SameUser()));
    }

    private static String configuration(int port, int controllerPort, Path data) {
        return """
                # Written at every start.
                process.roles=broker,controller
                node.id=1
                controller.quorum.voters=1@127.0.0.1:%2$d
                listeners=CLIENT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
                advertised.listeners=CLIENT://127.0.0.1:%1$d
                listener.security.protocol.map=CLIENT:PLAINTEXT,CONTROLLER:PLAINTEXT
                inter.broker.listener.name=CLIENT
                controller.listener.names=CONTROLLER
                log.dirs=%3$s
                auto.create.topics.enable=false
                # After a kill the old session must run out first.
                broker.session.timeout.ms=2000
                broker.heartbeat.interval.ms=500
                group.initial.rebalance.delay.ms=0
                offsets.topic.num.partitions=4
                offsets.topic.replication.factor=1
                transaction.state.log.num.partitions=4
                transaction.state.log.replication.factor=1
                transaction.state.log.min.isr=1
                share.coordinator.state.topic.num.partitions=4
                share.coordinator.state.topic.replication.factor=1
                share.coordinator.state.topic.min.isr=1
                log.cleaner.dedupe.buffer.size=16777216
                num.network.threads=2
                num.io.threads=4
                """
                .formatted(port, controllerPort, data);
    }

    private boolean isListening() {
        return Ports.isListening(port);
    }

    private boolean answers() {
        var settings = Map.<String, Object>of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers(),
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                2000,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                2000);
        try (var admin = Admin.create(settings)) {
            // A broker that is still fenced is not among the nodes.
            return !admin.describeCluster().nodes().get(3, TimeUnit.SECONDS).isEmpty();
        } catch (ExecutionException | TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalPartException("Interrupted while waiting for Kafka", e);
        }
    }

    public int port() {
        return port;
    }

    /** For {@code bootstrap.servers}. */
    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    @Override
    public boolean isAlive() {
        return process.isAlive();
    }

    @Override
    public long pid() {
        return process.pid();
    }

    /** SIGKILL: the broker gets no chance to say goodbye. */
    public void kill() {
        process.kill();
    }

    /** Ends the broker in order, within 30 seconds. */
    @Override
    public void close() {
        process.stop(Duration.ofSeconds(30));
    }
}

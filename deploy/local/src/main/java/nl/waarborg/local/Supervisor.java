package nl.waarborg.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import nl.waarborg.local.demo.LiveLooks;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts all parts of one installation, keeps them running, and takes them along when it ends. */
final class Supervisor {

    private static final Logger LOG = LoggerFactory.getLogger(Supervisor.class);

    private final Layout layout;
    private final Progress progress;
    private final ExecutorService threads = Executors.newCachedThreadPool(
            Thread.ofPlatform().daemon().name("part-", 0).factory());
    private final List<SupervisedPart> infrastructure = new CopyOnWriteArrayList<>();
    private final List<SupervisedPart> services = new CopyOnWriteArrayList<>();
    private volatile @Nullable PostgresServer postgres;
    /** One supervisor per installation; kept here, since a lock that nobody refers to is given up. */
    private @Nullable FileLock lock;

    Supervisor(Layout layout) {
        this.layout = layout;
        this.progress = new Progress(layout.run("progress"));
    }

    /** Runs until the process is asked to end. Writes its progress for whoever waits for it. */
    void run() {
        lock = lock();
        if (lock == null) {
            throw new LocalPartException("Another supervisor already works on " + layout.home());
        }
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "stop"));
        try {
            SupervisorProcess.ofThisProcess(layout).write();
            refuseTakenPorts();
            startAll();
        } catch (CompletionException e) {
            fail(e.getCause() == null ? e : e.getCause());
        } catch (RuntimeException e) {
            fail(e);
        }
        progress.ready();
        watchUntilTheEnd();
    }

    private void fail(Throwable reason) {
        LOG.error("The suite could not be started", reason);
        stop();
        progress.failed(String.valueOf(reason.getMessage()));
        Runtime.getRuntime().halt(1);
    }

    private @Nullable FileLock lock() {
        try {
            var file = layout.run("lock");
            Files.createDirectories(file.getParent());
            return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)
                    .tryLock();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void refuseTakenPorts() {
        var taken = new ArrayList<String>();
        layout.ports().forEach((port, part) -> {
            if (Ports.isListening(port)) {
                var who = Ports.listener(port).orElse("a process of another user");
                taken.add("Port %d, which %s needs, is used by %s.".formatted(port, part, who));
            }
        });
        if (!taken.isEmpty()) {
            taken.add("Stop it, or move all ports: ./waarborg up --port-offset 100");
            throw new LocalPartException(String.join("\n", taken));
        }
    }

    private void startAll() {
        var database = supervise(infrastructure, new SupervisedPart("PostgreSQL", this::startPostgres));
        var broker = new KafkaBroker.Settings(
                layout.data(), layout.log("kafka"), layout.kafkaPort(), layout.kafkaControllerPort());
        var kafka = supervise(infrastructure, new SupervisedPart("Kafka", () -> KafkaBroker.start(broker)));
        var issuer = CompletableFuture.runAsync(this::startIssuerAndMail, threads);
        // Services work without Kafka, so they need not wait until it is there.
        CompletableFuture.allOf(database, issuer).join();
        var started = Stream.concat(Stream.of(kafka), layout.services().stream().map(this::startService));
        CompletableFuture.allOf(started.toArray(CompletableFuture<?>[]::new)).join();
    }

    private PostgresServer startPostgres() {
        var server = PostgresServer.start(new PostgresServer.Settings(
                layout.data(), layout.log("postgresql"), layout.postgresPort(), true, layout.secrets()));
        postgres = server;
        return server;
    }

    private void startIssuerAndMail() {
        var page = new LoginPage(layout);
        page.write();
        OidcIssuer.start(new OidcIssuer.Settings(layout.issuerPort(), layout.secrets(), page.file()));
        MailServer.start(new MailServer.Settings(layout.mails(), layout.smtpPort()));
        progress.say("OIDC issuer and mail answer");
    }

    private CompletableFuture<Void> startService(SuiteService service) {
        return supervise(
                services,
                new SupervisedPart(
                        service.module(), () -> ServiceProcess.start(service, layout, environment(service))));
    }

    private CompletableFuture<Void> supervise(List<SupervisedPart> group, SupervisedPart part) {
        group.add(part);
        return CompletableFuture.runAsync(
                () -> {
                    var begin = System.nanoTime();
                    progress.say("Starting " + part.name());
                    part.start();
                    progress.say("%s is ready after %.1f s".formatted(part.name(), (System.nanoTime() - begin) / 1e9));
                },
                threads);
    }

    /** The contract between the launcher and every service. */
    private Map<String, String> environment(SuiteService service) {
        var server = java.util.Objects.requireNonNull(postgres, "PostgreSQL starts before the services");
        var database = server.createDatabase(service.shortName());
        var secrets = layout.secrets();
        return Map.ofEntries(
                Map.entry("QUARKUS_HTTP_HOST", "127.0.0.1"),
                Map.entry("QUARKUS_HTTP_PORT", Integer.toString(layout.port(service))),
                Map.entry("WAARBORG_DB_URL", database.jdbcUrl()),
                Map.entry("WAARBORG_DB_WRITER_USER", database.writerUser()),
                Map.entry("WAARBORG_DB_WRITER_PASSWORD", database.writerPassword()),
                Map.entry("WAARBORG_DB_READER_USER", database.readerUser()),
                Map.entry("WAARBORG_DB_READER_PASSWORD", database.readerPassword()),
                Map.entry("WAARBORG_KAFKA", "127.0.0.1:" + layout.kafkaPort()),
                Map.entry("WAARBORG_OIDC_ISSUER", layout.issuer().toString()),
                Map.entry("WAARBORG_SMTP_HOST", "127.0.0.1"),
                Map.entry("WAARBORG_SMTP_PORT", Integer.toString(layout.smtpPort())),
                Map.entry(
                        "WAARBORG_KEY_ENCRYPTION_KEY_FILE",
                        secrets.keyFile(service.shortName() + "-key-encryption-key")
                                .toString()),
                Map.entry(
                        "WAARBORG_STATUS_URL",
                        layout.address(SuiteService.AVAILABILITY).toString()),
                Map.entry(
                        "WAARBORG_STATUS_DIRECTORY",
                        layout.home().resolve("status").toString()),
                // Fewer allocation arenas: half the resident memory that a small JVM would waste.
                Map.entry("MALLOC_ARENA_MAX", "2"));
    }

    private void watchUntilTheEnd() {
        infrastructure.forEach(part -> threads.execute(part::watch));
        services.forEach(part -> threads.execute(part::watch));
        threads.execute(new LiveLooks(RunningSuite.of(layout)));
        var page = new LoginPage(layout);
        while (true) {
            ChildProcess.pause(Duration.ofSeconds(2));
            page.writeIfTenantsChanged();
        }
    }

    private void stop() {
        closeAll(services);
        closeAll(infrastructure);
        SupervisorProcess.forget(layout);
    }

    private static void closeAll(List<SupervisedPart> parts) {
        try (var closing = Executors.newVirtualThreadPerTaskExecutor()) {
            parts.forEach(part -> closing.execute(part::close));
        }
    }
}

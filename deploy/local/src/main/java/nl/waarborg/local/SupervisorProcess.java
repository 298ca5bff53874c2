package nl.waarborg.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The running supervisor of an installation, as others find it: by a file with its process number and start. */
record SupervisorProcess(Layout layout, ProcessHandle process) {

    private static final String FILE = "supervisor.properties";

    static SupervisorProcess ofThisProcess(Layout layout) {
        return new SupervisorProcess(layout, ProcessHandle.current());
    }

    /** Empty if none runs; a number that another process got meanwhile does not count. */
    static Optional<SupervisorProcess> running(Layout anyOffset) {
        var file = anyOffset.run(FILE);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        var written = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            written.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var layout = new Layout(anyOffset.root(), Integer.parseInt(written.getProperty("port-offset", "0")));
        return ProcessHandle.of(Long.parseLong(written.getProperty("process", "0")))
                .filter(process -> start(process).toString().equals(written.getProperty("start")))
                .map(process -> new SupervisorProcess(layout, process));
    }

    void write() {
        var text =
                "process=%d%nstart=%s%nport-offset=%d%n".formatted(process.pid(), start(process), layout.portOffset());
        try {
            Files.writeString(layout.run(FILE), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void forget(Layout layout) {
        try {
            Files.deleteIfExists(layout.run(FILE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Instant start(ProcessHandle process) {
        return process.info().startInstant().orElse(Instant.EPOCH);
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Asks it to stop everything and waits; after the limit it is killed, and the kernel ends its children. */
    void stop(Duration limit) {
        process.destroy();
        try {
            process.onExit().get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            process.destroyForcibly();
            process.onExit().join();
        } catch (ExecutionException e) {
            throw new LocalPartException("The supervisor could not be stopped", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        forget(layout);
    }
}

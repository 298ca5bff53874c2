package nl.waarborg.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** An operating-system process that dies with this one, writes to a log file, and runs as another user where it must. */
final class ChildProcess {

    // The kernel ties a child to the thread that started it, so that thread lives as long as this process.
    private static final ExecutorService STARTER = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("starts-child-processes").factory());

    private final String name;
    private final Path log;
    private final Process process;

    private ChildProcess(String name, Path log, Process process) {
        this.name = name;
        this.log = log;
        this.process = process;
    }

    /** What to start. {@code signalAtParentsDeath} is sent by the kernel when this process ends, however it ends. */
    record Start(
            String name,
            List<String> command,
            Map<String, String> environment,
            Path log,
            String signalAtParentsDeath,
            RunAs user) {}

    static ChildProcess start(Start start) {
        var command = new ArrayList<>(List.of("setpriv", "--pdeathsig", start.signalAtParentsDeath()));
        command.addAll(start.user().options());
        command.add("--");
        command.addAll(start.command());
        try {
            Files.createDirectories(start.log().toAbsolutePath().getParent());
            var builder = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectInput(
                            ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(start.log().toFile()))
                    .directory(Path.of("/").toFile());
            builder.environment().putAll(start.environment());
            return new ChildProcess(
                    start.name(), start.log(), STARTER.submit(builder::start).get());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ExecutionException e) {
            throw new LocalPartException(
                    start.name() + " could not be started; is setpriv (package util-linux) installed?", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalPartException("Interrupted while starting " + start.name(), e);
        }
    }

    long pid() {
        return process.pid();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    Process process() {
        return process;
    }

    /** Asks every few milliseconds until {@code ready} answers true; fails early with the end of the log if it dies. */
    void awaitReady(Duration limit, BooleanSupplier ready) {
        var end = System.nanoTime() + limit.toNanos();
        while (!ready.getAsBoolean()) {
            if (!process.isAlive()) {
                throw new LocalPartException(
                        "%s stopped with status %d:%n%s".formatted(name, process.exitValue(), endOfLog()));
            }
            if (System.nanoTime() > end) {
                kill();
                throw new LocalPartException("%s was not ready after %s:%n%s".formatted(name, limit, endOfLog()));
            }
            pause(Duration.ofMillis(20));
        }
    }

    /** Waits for its end; false if it did not come in time. */
    boolean awaitEnd(Duration limit) {
        try {
            return process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Ends it with SIGTERM, and with SIGKILL if that takes too long; what it started and left behind is killed. */
    void stop(Duration limit) {
        var children = process.descendants().toList();
        process.destroy();
        if (!awaitEnd(limit)) {
            kill();
        }
        children.forEach(ProcessHandle::destroyForcibly);
    }

    /** SIGKILL to it and to all that it started; returns when they are gone. */
    void kill() {
        var family = new ArrayList<ProcessHandle>(process.descendants().toList());
        family.add(process.toHandle());
        family.forEach(ProcessHandle::destroyForcibly);
        family.forEach(member -> member.onExit().orTimeout(10, TimeUnit.SECONDS).join());
    }

    /** The last lines that it wrote, without the frames of stack traces. */
    String endOfLog() {
        try {
            var lines = Files.readAllLines(log, java.nio.charset.StandardCharsets.ISO_8859_1).stream()
                    .filter(line -> !line.startsWith("\tat "))
                    .toList();
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 15), lines.size()));
        } catch (IOException e) {
            return "(" + log + " cannot be read: " + e.getMessage() + ")";
        }
    }

    static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalPartException("Interrupted", e);
        }
    }
}

package nl.waarborg.local;

import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** What a supervisor tells whoever waits for it: lines in a file, ended by {@code READY} or {@code FAILED}. */
record Progress(Path file) {

    private static final String READY = "READY";
    private static final String FAILED = "FAILED";

    void begin() {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    synchronized void say(String line) {
        try {
            Files.writeString(file, line + "\n", CREATE, APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void ready() {
        say(READY);
    }

    void failed(String reason) {
        say(reason);
        say(FAILED);
    }

    boolean isReady() {
        return lines().contains(READY);
    }

    /** Hands on line after line until the end; true if all is ready, false if it failed or the writer is gone. */
    boolean follow(Consumer<String> reader, BooleanSupplier writerLives) {
        var seen = 0;
        while (true) {
            var alive = writerLives.getAsBoolean();
            var lines = lines();
            for (; seen < lines.size(); seen++) {
                switch (lines.get(seen)) {
                    case READY -> {
                        return true;
                    }
                    case FAILED -> {
                        return false;
                    }
                    case String line -> reader.accept(line);
                }
            }
            if (!alive) {
                return false;
            }
            ChildProcess.pause(Duration.ofMillis(50));
        }
    }

    private List<String> lines() {
        try {
            var text = Files.exists(file) ? Files.readString(file) : "";
            // A line that is still being written waits for its end.
            return text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

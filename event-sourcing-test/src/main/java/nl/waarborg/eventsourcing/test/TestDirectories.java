package nl.waarborg.eventsourcing.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Directories that tests leave behind: under the module's {@code target}, where a clean build takes them away. */
public final class TestDirectories {

    private TestDirectories() {}

    /** A new one, whose name begins so. */
    public static Path fresh(String prefix) {
        try {
            return Files.createTempDirectory(Files.createDirectories(Path.of("target", "test-directories")), prefix)
                    .toAbsolutePath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

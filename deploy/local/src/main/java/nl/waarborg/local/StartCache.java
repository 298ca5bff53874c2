package nl.waarborg.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.management.JMException;
import javax.management.ObjectName;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a JVM of the suite learned while it started, kept so that its next start takes less time (JEP 514). A cache fits one
 * build only: another build of the program records anew.
 */
final class StartCache {

    private static final Logger LOG = LoggerFactory.getLogger(StartCache.class);
    private static final boolean RECORDS_WHILE_RUNNING = canEndRecording();

    private final Path cache;
    private final Path recording;
    private final boolean present;

    /** @param program the file whose change makes the cache useless */
    StartCache(Path directory, String name, Path program) {
        try {
            Files.createDirectories(directory);
            var build = Files.getLastModifiedTime(program).toMillis();
            this.cache = directory.resolve("%s-%x.aot".formatted(name, build));
            // Renamed when it is whole: a recording that was interrupted is no cache.
            this.recording = directory.resolve(cache.getFileName() + ".recording");
            this.present = Files.exists(cache);
            if (!present) {
                removeOlder(directory, name);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void removeOlder(Path directory, String name) throws IOException {
        try (var caches = Files.newDirectoryStream(directory, name + "-*.aot*")) {
            for (var older : caches) {
                Files.delete(older);
            }
        }
    }

    List<String> jvmOptions() {
        if (present) {
            return List.of("-XX:AOTCache=" + cache, "-Xlog:aot=off", "-Xlog:cds=off");
        }
        return RECORDS_WHILE_RUNNING
                ? List.of("-XX:AOTCacheOutput=" + recording, "-Xlog:aot=off", "-Xlog:cds=off")
                : List.of();
    }

    /** Lets the running JVM write what it learned, if it was started without a cache; takes some seconds of one core. */
    void record(long pid) {
        if (present || !RECORDS_WHILE_RUNNING) {
            return;
        }
        try {
            var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
            var command = new ProcessBuilder("nice", jcmd, Long.toString(pid), "AOT.end_recording")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (command.waitFor(2, TimeUnit.MINUTES) && command.exitValue() == 0 && Files.exists(recording)) {
                Files.move(recording, cache);
            } else {
                command.destroyForcibly();
                LOG.warn("No start cache was written for process {}", pid);
            }
            // What the JVM noted on the way to the cache, as large as the cache itself.
            Files.deleteIfExists(recording.resolveSibling(recording.getFileName() + ".config"));
        } catch (IOException e) {
            LOG.warn("No start cache was written for process {}", pid, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean canEndRecording() {
        try {
            var commands = ManagementFactory.getPlatformMBeanServer()
                    .getMBeanInfo(new ObjectName("com.sun.management:type=DiagnosticCommand"))
                    .getOperations();
            return Arrays.stream(commands).anyMatch(command -> command.getName().equals("aotEndRecording"));
        } catch (JMException e) {
            return false;
        }
    }
}

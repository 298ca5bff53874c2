package nl.waarborg.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** CPU time of this process and of a database server with all its backends, read from {@code /proc}. */
final class CpuMeter {

    private static final long TICKS_PER_SECOND = 100;

    private final ProcessHandle server;

    /** @param server the server's first process; its backends are its children */
    CpuMeter(ProcessHandle server) {
        this.server = server;
    }

    /** CPU nanoseconds used so far, user and system. A backend that has ended counts through its parent. */
    long nanoseconds() {
        var ticks = own(ProcessHandle.current()) + own(server) + ended(server);
        ticks += server.children().mapToLong(CpuMeter::own).sum();
        return ticks * (1_000_000_000L / TICKS_PER_SECOND);
    }

    private static long own(ProcessHandle process) {
        return field(process, 13) + field(process, 14);
    }

    private static long ended(ProcessHandle process) {
        return field(process, 15) + field(process, 16);
    }

    /** Fields count from 0 as in proc(5); the name in brackets may hold spaces. */
    private static long field(ProcessHandle process, int index) {
        try {
            var stat = Files.readString(Path.of("/proc/" + process.pid() + "/stat"));
            return Long.parseLong(stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1)[index - 2]);
        } catch (NoSuchFileException e) {
            return 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

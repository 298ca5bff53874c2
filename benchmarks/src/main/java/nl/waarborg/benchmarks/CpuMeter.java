package nl.waarborg.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Pattern;

/** CPU time of this process and of a database server with all its backends, read from {@code /proc}. */
final class CpuMeter {

    private static final long NANOSECONDS_PER_TICK = 10_000_000;

    private final ProcessHandle server;

    /** @param server the server's first process; its backends are its children */
    CpuMeter(ProcessHandle server) {
        this.server = server;
    }

    /** CPU nanoseconds used so far, user and system. */
    record Used(long server, long client) {

        Used since(Used earlier) {
            return new Used(server - earlier.server, client - earlier.client);
        }

        long both() {
            return server + client;
        }
    }

    /** A backend that has ended counts through its parent. */
    Used used() {
        var ticks = own(server) + ended(server);
        ticks += server.children().mapToLong(CpuMeter::own).sum();
        return new Used(ticks * NANOSECONDS_PER_TICK, own(ProcessHandle.current()) * NANOSECONDS_PER_TICK);
    }

    /** CPU nanoseconds of the whole machine since its start. */
    record Machine(long busy, long all) {

        Machine since(Machine earlier) {
            return new Machine(busy - earlier.busy, all - earlier.all);
        }
    }

    static Machine machine() {
        try (var lines = Files.lines(Path.of("/proc/stat"))) {
            var ticks = Pattern.compile(" +")
                    .splitAsStream(lines.findFirst().orElseThrow())
                    .skip(1)
                    .limit(8) // guests are counted among users already
                    .mapToLong(Long::parseLong)
                    .toArray();
            var all = Arrays.stream(ticks).sum();
            var idle = ticks[3] + ticks[4];
            return new Machine((all - idle) * NANOSECONDS_PER_TICK, all * NANOSECONDS_PER_TICK);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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

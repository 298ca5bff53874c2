package nl.waarborg.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Ports of the loopback interface. */
public final class Ports {

    private Ports() {}

    /** A port that nobody listens on at this moment. */
    public static int free() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The given port, or a free one if it is 0. */
    static int orFree(int port) {
        return port == 0 ? free() : port;
    }

    /** Whether somebody accepts connections on the port of the loopback interface. */
    public static boolean isListening(int port) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 500);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** Who listens on the port of this machine, as "name (process number)"; empty if nobody does, or nobody visible. */
    static Optional<String> listener(int port) {
        var sockets = Stream.of("/proc/net/tcp", "/proc/net/tcp6")
                .map(Path::of)
                .flatMap(Ports::lines)
                .map(line -> line.strip().split("\\s+"))
                // Columns: slot, local address, remote address, state (0A listens), ..., inode.
                .filter(columns -> columns.length > 9 && columns[3].equals("0A"))
                .filter(columns -> columns[1].endsWith(":%04X".formatted(port)))
                .map(columns -> "socket:[" + columns[9] + "]")
                .collect(Collectors.toSet());
        return ProcessHandle.allProcesses()
                .filter(process -> holds(process, sockets))
                .findFirst()
                .map(process -> name(process) + " (process " + process.pid() + ")");
    }

    private static boolean holds(ProcessHandle process, Set<String> sockets) {
        try (var files = Files.newDirectoryStream(Path.of("/proc", Long.toString(process.pid()), "fd"))) {
            for (var file : files) {
                if (sockets.contains(Files.readSymbolicLink(file).toString())) {
                    return true;
                }
            }
            return false;
        } catch (IOException | DirectoryIteratorException e) {
            return false; // ended meanwhile, or somebody else's
        }
    }

    private static String name(ProcessHandle process) {
        return lines(Path.of("/proc", Long.toString(process.pid()), "comm"))
                .findFirst()
                .orElse("unknown");
    }

    private static Stream<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream();
        } catch (IOException e) {
            return Stream.empty();
        }
    }
}

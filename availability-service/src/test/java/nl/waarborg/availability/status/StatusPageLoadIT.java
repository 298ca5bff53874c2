package nl.waarborg.availability.status;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import nl.waarborg.eventsourcing.test.quarkus.ServiceSurroundings;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * How many requests a second the page takes from memory when everyone looks; by hand, with {@code -Dwaarborg.load=<seconds>}. Client and
 * service share the machine.
 */
@QuarkusTest
@QuarkusTestResource(
        value = ServiceSurroundings.class,
        initArgs = @ResourceArg(name = "database", value = "availability_test"))
@EnabledIfSystemProperty(named = "waarborg.load", matches = "\\d+")
class StatusPageLoadIT {

    private static final Logger LOG = Logger.getLogger(StatusPageLoadIT.class);
    private static final int CLIENTS = 32;
    private static final byte[] REQUEST =
            "GET /status/afas?lang=nl HTTP/1.1\r\nHost: localhost\r\nAccept-Encoding: gzip\r\n\r\n"
                    .getBytes(StandardCharsets.US_ASCII);

    @TestHTTPResource("/")
    URI root;

    @Test
    void the_page_from_memory() throws InterruptedException, ExecutionException {
        await().atMost(Duration.ofSeconds(60))
                .until(() -> io.restassured.RestAssured.get("/status/afas").statusCode() == 200);
        var seconds = Integer.getInteger("waarborg.load", 10);
        run(Math.max(2, seconds / 2)); // until it is compiled
        var took = run(seconds);
        Arrays.sort(took);
        LOG.infof(
                "%d requests/s over %d connections; p50 %.2f ms, p99 %.2f ms, max %.2f ms",
                took.length / seconds, CLIENTS, millis(took, 0.5), millis(took, 0.99), millis(took, 1));
    }

    private long[] run(int seconds) throws InterruptedException, ExecutionException {
        var until = System.nanoTime() + Duration.ofSeconds(seconds).toNanos();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<long[]>> clients = new ArrayList<>();
            for (var i = 0; i < CLIENTS; i++) {
                clients.add(threads.submit(() -> client(until)));
            }
            var all = LongStream.empty();
            for (var client : clients) {
                all = LongStream.concat(all, Arrays.stream(client.get()));
            }
            return all.toArray();
        }
    }

    private long[] client(long until) {
        var took = LongStream.builder();
        try (var socket = new Socket(root.getHost(), root.getPort());
                var in = new BufferedInputStream(socket.getInputStream(), 65_536)) {
            socket.setTcpNoDelay(true);
            while (System.nanoTime() - until < 0) {
                var start = System.nanoTime();
                socket.getOutputStream().write(REQUEST);
                assertEquals("HTTP/1.1 200 OK", line(in));
                var length = 0;
                for (var header = line(in); !header.isEmpty(); header = line(in)) {
                    if (header.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
                        length = Integer.parseInt(header.substring(15).strip());
                    }
                }
                in.skipNBytes(length);
                took.add(System.nanoTime() - start);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return took.build().toArray();
    }

    private static String line(InputStream in) throws IOException {
        var text = new StringBuilder(80);
        for (var next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException();
            }
            if (next != '\r') {
                text.append((char) next);
            }
        }
        return text.toString();
    }

    private static double millis(long[] sorted, double share) {
        return sorted[(int) Math.min(sorted.length - 1L, (long) (sorted.length * share))] / 1e6;
    }
}

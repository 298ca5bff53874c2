package nl.waarborg.availability.status;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.regex.Pattern;
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
    private static final Pattern LENGTH = Pattern.compile("(?i)\r\ncontent-length: *(\\d+)");
    private static final int UNKNOWN = -1;

    @TestHTTPResource("/")
    URI root;

    @Test
    void the_page_from_memory() throws IOException {
        await().atMost(Duration.ofSeconds(60))
                .until(() -> io.restassured.RestAssured.get("/status/afas").statusCode() == 200);
        var seconds = Integer.getInteger("waarborg.load", 10);
        run(seconds); // until it is compiled
        var took = run(seconds);
        Arrays.sort(took);
        LOG.infof(
                "%d requests/s over %d connections; p50 %.2f ms, p99 %.2f ms, max %.2f ms",
                took.length / seconds, CLIENTS, millis(took, 0.5), millis(took, 0.99), millis(took, 1));
    }

    /** One thread, so that the clients take little of the processors that the service needs. */
    private long[] run(int seconds) throws IOException {
        var until = System.nanoTime() + Duration.ofSeconds(seconds).toNanos();
        var took = LongStream.builder();
        try (var selector = Selector.open()) {
            for (var i = 0; i < CLIENTS; i++) {
                var channel = SocketChannel.open(new InetSocketAddress(root.getHost(), root.getPort()));
                channel.setOption(StandardSocketOptions.TCP_NODELAY, true).configureBlocking(false);
                var client = new Client(channel);
                channel.register(selector, SelectionKey.OP_READ, client);
                client.ask();
            }
            while (System.nanoTime() - until < 0) {
                selector.select(
                        key -> {
                            try {
                                if (key.attachment() instanceof Client client) {
                                    client.read(took);
                                }
                            } catch (IOException e) {
                                throw new UncheckedIOException(e);
                            }
                        },
                        1000);
            }
            for (var key : selector.keys()) {
                key.channel().close();
            }
        }
        return took.build().toArray();
    }

    /** A connection that asks again as soon as it has the whole answer. */
    private static final class Client {

        private final SocketChannel channel;
        private final ByteBuffer answer = ByteBuffer.allocate(1 << 20);
        private long askedAt;
        private int whole = UNKNOWN;

        Client(SocketChannel channel) {
            this.channel = channel;
        }

        void ask() throws IOException {
            answer.clear();
            whole = UNKNOWN;
            askedAt = System.nanoTime();
            channel.write(ByteBuffer.wrap(REQUEST)); // fits into the socket's empty buffer
        }

        void read(LongStream.Builder took) throws IOException {
            if (channel.read(answer) < 0) {
                throw new EOFException();
            }
            if (whole == UNKNOWN) {
                whole = length();
            }
            if (answer.position() == whole) {
                took.add(System.nanoTime() - askedAt);
                ask();
            }
        }

        /** Bytes of the answer with its head, once the head is there. */
        private int length() {
            var head = new String(answer.array(), 0, Math.min(answer.position(), 2048), StandardCharsets.ISO_8859_1);
            var end = head.indexOf("\r\n\r\n");
            if (end < 0) {
                return UNKNOWN;
            }
            assertTrue(head.startsWith("HTTP/1.1 200 OK\r\n"), head);
            var length = LENGTH.matcher(head);
            assertTrue(length.find(), head);
            return end + 4 + Integer.parseInt(length.group(1));
        }
    }

    private static double millis(long[] sorted, double share) {
        return sorted[(int) Math.min(sorted.length - 1L, (long) (sorted.length * share))] / 1e6;
    }
}

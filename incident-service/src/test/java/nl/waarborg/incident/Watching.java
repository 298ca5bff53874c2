package nl.waarborg.incident;

import io.restassured.RestAssured;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import nl.waarborg.eventsourcing.test.quarkus.ServiceSurroundings;
import nl.waarborg.local.Identity;
import org.jspecify.annotations.Nullable;

/** A client of the live stream. */
final class Watching implements AutoCloseable {

    private final HttpClient client;
    private final List<Event> events = new CopyOnWriteArrayList<>();
    private final AtomicInteger comments = new AtomicInteger();
    private final HttpResponse<Stream<String>> response;

    record Event(String id, String name, String data) {}

    private Watching(HttpClient client, HttpResponse<Stream<String>> response) {
        this.client = client;
        this.response = response;
        Thread.ofVirtual().start(this::read);
    }

    /** @param position where to go on; null: with what comes now */
    static Watching as(Identity identity, @Nullable String position) {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + "/api/v1/stream"))
                .header("Authorization", "Bearer " + ServiceSurroundings.token(identity))
                .header("Accept", "text/event-stream");
        if (position != null) {
            request.header("Last-Event-ID", position);
        }
        try {
            var client = HttpClient.newHttpClient();
            return new Watching(client, client.send(request.build(), HttpResponse.BodyHandlers.ofLines()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void read() {
        try {
            var id = "";
            var name = "";
            for (var lines = response.body().iterator(); lines.hasNext(); ) {
                var line = lines.next();
                if (line.startsWith(":")) {
                    comments.incrementAndGet();
                } else if (line.startsWith("id:")) {
                    id = line.substring(3).strip();
                } else if (line.startsWith("event:")) {
                    name = line.substring(6).strip();
                } else if (line.startsWith("data:")) {
                    events.add(new Event(id, name, line.substring(5).strip()));
                }
            }
        } catch (UncheckedIOException e) {
            // The connection was closed.
        }
    }

    int status() {
        return response.statusCode();
    }

    List<Event> events() {
        return List.copyOf(events);
    }

    int comments() {
        return comments.get();
    }

    /** How many events name this, such as the id of an incident. */
    long about(String text) {
        return events.stream().filter(event -> event.data().contains(text)).count();
    }

    @Override
    public void close() {
        response.body().close();
        client.shutdownNow();
    }
}

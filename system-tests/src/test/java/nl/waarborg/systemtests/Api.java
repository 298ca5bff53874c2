package nl.waarborg.systemtests;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import nl.waarborg.local.Identity;
import nl.waarborg.local.OidcIssuer;
import org.jspecify.annotations.Nullable;

/** One caller of one service, over HTTP with a bearer token. */
record Api(URI service, @Nullable String token) {

    static final String JSON = "application/json";
    static final String EVENT = "application/cloudevents+json";
    static final String BATCH = "application/cloudevents-batch+json";
    static final JsonMapper MAPPER = new JsonMapper();

    /** Good for longer than the tests last. */
    private static final Map<Identity, String> TOKENS = new ConcurrentHashMap<>();

    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    static Api incidents(Identity identity) {
        return new Api(Suite.running().addresses().incidents(), token(identity));
    }

    static Api agreements(Identity identity) {
        return new Api(Suite.running().addresses().agreements(), token(identity));
    }

    static Api availability(Identity identity) {
        return new Api(Suite.running().addresses().availability(), token(identity));
    }

    private static String token(Identity identity) {
        return TOKENS.computeIfAbsent(
                identity, one -> OidcIssuer.token(Suite.running().addresses().issuer(), one));
    }

    record Answer(int status, String mediaType, JsonNode body) {

        /** The last part of the problem's type, such as {@code invalid-fields}. */
        String problem() {
            var type = body.path("type").asText();
            return mediaType.startsWith("application/problem+json")
                    ? type.substring(type.lastIndexOf(':') + 1)
                    : "none";
        }
    }

    Answer get(String path) {
        return send(request(path).GET());
    }

    Answer post(String path, Object body) {
        return post(path, JSON, body);
    }

    Answer post(String path, String mediaType, Object body) {
        try {
            return post(path, mediaType, MAPPER.writeValueAsBytes(body));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Answer post(String path, String mediaType, byte[] body) {
        return send(request(path).header("Content-Type", mediaType).POST(BodyPublishers.ofByteArray(body)));
    }

    Answer put(String path, Object body) {
        try {
            return send(request(path)
                    .header("Content-Type", JSON)
                    .PUT(BodyPublishers.ofByteArray(MAPPER.writeValueAsBytes(body))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The sum over the tags of one metric, as a scrape reads it; 0 if there is none of that name. */
    double metric(String name) {
        return exchange(request("/q/metrics").GET(), BodyHandlers.ofLines())
                .body()
                .filter(line -> line.startsWith(name + "{") || line.startsWith(name + " "))
                // An exemplar may follow the value: a trace, with a value and a time of its own.
                .map(line -> line.split(" # ", 2)[0])
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    private HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(service.resolve(path)).timeout(Duration.ofSeconds(30));
        Optional.ofNullable(token).ifPresent(bearer -> request.header("Authorization", "Bearer " + bearer));
        return request;
    }

    private static Answer send(HttpRequest.Builder request) {
        var answer = exchange(request, BodyHandlers.ofByteArray());
        var mediaType = answer.headers().firstValue("Content-Type").orElse("");
        try {
            var body = mediaType.contains("json") ? MAPPER.readTree(answer.body()) : MAPPER.missingNode();
            return new Answer(answer.statusCode(), mediaType, body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static <T> HttpResponse<T> exchange(HttpRequest.Builder request, HttpResponse.BodyHandler<T> body) {
        try {
            return HTTP.send(request.build(), body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}

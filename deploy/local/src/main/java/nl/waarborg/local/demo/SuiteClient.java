package nl.waarborg.local.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import nl.waarborg.local.LocalPartException;

/** Speaks JSON over HTTP with the suite, as any client does. */
final class SuiteClient implements AutoCloseable {

    /** How long a service that cannot be reached, or says that it cannot answer right now, is asked again. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final Duration PAUSE = Duration.ofMillis(500);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final JsonMapper json = new JsonMapper();

    /** @param body null in JSON if the answer has none */
    record Answer(int status, JsonNode body) {

        boolean isSuccess() {
            return status / 100 == 2;
        }

        /** The body, if the request succeeded; else {@link LocalPartException} with the problem. */
        JsonNode orFail(String what) {
            if (!isSuccess()) {
                throw new LocalPartException("%s was answered %d: %s".formatted(what, status, body));
            }
            return body;
        }
    }

    Answer get(URI address, String token) {
        return answer(request(address, token).GET().build());
    }

    Answer post(URI address, String token, String mediaType, Object body) {
        try {
            return answer(request(address, token)
                    .header("Content-Type", mediaType)
                    .POST(BodyPublishers.ofByteArray(json.writeValueAsBytes(body)))
                    .build());
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** @param key names the request: the same one again has no second effect */
    Answer postOnce(URI address, String token, String key, Object body) {
        try {
            return answer(request(address, token)
                    .header("Content-Type", "application/json")
                    .header("Idempotency-Key", key)
                    .POST(BodyPublishers.ofByteArray(json.writeValueAsBytes(body)))
                    .build());
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    Answer put(URI address, String token, Object body) {
        try {
            return answer(request(address, token)
                    .header("Content-Type", "application/json")
                    .PUT(BodyPublishers.ofByteArray(json.writeValueAsBytes(body)))
                    .build());
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static HttpRequest.Builder request(URI address, String token) {
        return HttpRequest.newBuilder(address)
                .timeout(Duration.ofMinutes(2))
                .header("Authorization", "Bearer " + token)
                .header("Accept", "application/json, application/problem+json");
    }

    /** Every request of the demo may be repeated: what was done already is recognised. */
    private Answer answer(HttpRequest request) {
        var until = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                var answer = http.send(request, BodyHandlers.ofByteArray());
                if (!isPassing(answer.statusCode()) || System.nanoTime() > until) {
                    return new Answer(answer.statusCode(), json.readTree(answer.body()));
                }
            } catch (IOException e) {
                if (System.nanoTime() > until) {
                    throw new LocalPartException(
                            "Nothing answers at %s; is the suite up? (./waarborg up)".formatted(request.uri()), e);
                }
            } catch (InterruptedException e) {
                throw interrupted(e);
            }
            pause();
        }
    }

    private static boolean isPassing(int status) {
        return status == 429 || status == 503;
    }

    static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static LocalPartException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new LocalPartException("Interrupted", e);
    }

    @Override
    public void close() {
        http.close();
    }
}

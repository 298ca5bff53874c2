package nl.waarborg.eventsourcing.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.waarborg.eventsourcing.CommandContext;
import nl.waarborg.eventsourcing.GivenAnswers;
import org.jspecify.annotations.Nullable;

/**
 * Answers a repeated request (same {@code Idempotency-Key}, same content) as the first one was answered: status, headers and body. The
 * effect is never doubled, since the key stands in the transaction of the append; this is about what the caller reads.
 */
@RequestScoped
public class FirstAnswers {

    private static final List<String> KEPT_HEADERS =
            List.of(HttpHeaders.ETAG, HttpHeaders.LOCATION, HttpHeaders.CONTENT_TYPE);

    /** As the answers are written that name no type. */
    private static final String JSON = MediaType.APPLICATION_JSON + ";charset=UTF-8";

    /** How long the second of two simultaneous requests waits for the answer to the first. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final Duration PAUSE = Duration.ofMillis(20);

    private final GivenAnswers answers;
    private final ObjectMapper mapper;
    private @Nullable CommandContext context;

    public FirstAnswers(GivenAnswers answers, ObjectMapper mapper) {
        this.answers = answers;
        this.mapper = mapper;
    }

    /** @param body null if the answer has none */
    record Answer(int status, Map<String, String> headers, @Nullable String body) {

        Response response() {
            var response = Response.status(status);
            if (body != null) {
                response.entity(bytes());
            }
            headers.forEach(response::header);
            return response.build();
        }

        byte[] bytes() {
            return body == null ? new byte[0] : body.getBytes(StandardCharsets.UTF_8);
        }
    }

    /** The request was answered before. Public: Quarkus generates its mapper's caller into another class loader. */
    public static final class AnsweredBefore extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient Answer answer;

        AnsweredBefore(Answer answer) {
            super("answered before", null, false, false);
            this.answer = answer;
        }

        Response response() {
            return answer.response();
        }
    }

    /**
     * To be asked before anything is done for the request.
     *
     * @throws AnsweredBefore if it repeats one that was answered
     */
    public void begin(CommandContext begun) {
        if (begun.idempotencyKey() == null) {
            return;
        }
        var before = answers.find(begun);
        if (before.isPresent()) {
            throw new AnsweredBefore(read(before.get()));
        }
        context = begun;
    }

    /** Keeps the answer, or puts the one in its place that the same request got before. */
    public void end(ContainerResponseContext response, boolean repeated) {
        var begun = context;
        if (begun == null || response.getStatus() >= 300) {
            return;
        }
        var first = repeated ? awaitFirst(begun) : Optional.<String>empty();
        var given = write(response);
        var holds = first.orElseGet(() -> answers.keep(begun, given));
        if (!holds.equals(given)) {
            replace(response, read(holds));
        }
    }

    private Optional<String> awaitFirst(CommandContext begun) {
        var until = System.nanoTime() + PATIENCE.toNanos();
        var first = answers.find(begun);
        while (first.isEmpty() && System.nanoTime() < until) {
            try {
                Thread.sleep(PAUSE);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return Optional.empty();
            }
            first = answers.find(begun);
        }
        return first;
    }

    private static void replace(ContainerResponseContext response, Answer answer) {
        response.setStatus(answer.status());
        var type = answer.headers().get(HttpHeaders.CONTENT_TYPE);
        if (answer.body() != null) {
            response.setEntity(answer.bytes(), new java.lang.annotation.Annotation[0], MediaType.valueOf(type));
        }
        answer.headers().forEach((name, value) -> response.getHeaders().putSingle(name, value));
    }

    private String write(ContainerResponseContext response) {
        var headers = new LinkedHashMap<String, String>();
        for (var name : KEPT_HEADERS) {
            var value = response.getHeaderString(name);
            if (value != null) {
                headers.put(name, value);
            }
        }
        if (response.hasEntity()) {
            headers.putIfAbsent(HttpHeaders.CONTENT_TYPE, JSON);
        }
        return json(
                new Answer(response.getStatus(), headers, response.hasEntity() ? json(response.getEntity()) : null));
    }

    private String json(Object value) {
        try {
            return mapper.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an answer cannot be written", e);
        }
    }

    private Answer read(String json) {
        try {
            return mapper.readValue(json, Answer.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a kept answer cannot be read", e);
        }
    }
}

package nl.waarborg.incident.calculation;

import static java.util.stream.Collectors.toMap;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import nl.waarborg.eventsourcing.web.Problem;
import nl.waarborg.eventsourcing.web.Problem.FieldError;
import nl.waarborg.eventsourcing.web.ProblemException;
import org.junit.jupiter.api.Assertions;

/** Asks a calculation in JSON and gives back what it answers, in JSON too. */
final class Calculation {

    static final Calculation BUSINESS_TIME =
            new Calculation(body -> BusinessTimeQuestion.read(body).answer());

    static final Calculation DEADLINES =
            new Calculation(body -> DeadlinesQuestion.read(body).answer());

    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    private final Function<JsonNode, Object> calculate;

    private Calculation(Function<JsonNode, Object> calculate) {
        this.calculate = calculate;
    }

    /** Single quotes stand for double ones. */
    static JsonNode json(String body) {
        try {
            return JSON.readTree(body.replace('\'', '"'));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** The body with fields set (or, with null, taken away). */
    static JsonNode with(JsonNode body, String fields) {
        var changed = ((ObjectNode) body).deepCopy();
        json(fields).properties().forEach(field -> {
            if (field.getValue().isNull()) {
                changed.remove(field.getKey());
            } else {
                changed.set(field.getKey(), field.getValue());
            }
        });
        return changed;
    }

    JsonNode ask(JsonNode body) {
        return JSON.valueToTree(calculate.apply(body));
    }

    Problem refused(JsonNode body) {
        return Assertions.assertThrows(ProblemException.class, () -> calculate.apply(body))
                .problem();
    }

    /** What is wrong, by pointer. */
    Map<String, String> errors(JsonNode body) {
        var problem = refused(body);
        Assertions.assertEquals(422, problem.status());
        List<FieldError> errors = Objects.requireNonNull(problem.errors());
        return errors.stream().collect(toMap(FieldError::pointer, FieldError::message));
    }
}

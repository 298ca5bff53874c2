package nl.waarborg.eventsourcing.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import jakarta.validation.Validation;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.waarborg.eventsourcing.web.Problem.FieldError;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Everything that is wrong with a body is said at once, field by field. */
class StrictJsonTest {

    enum Colour {
        RED,
        GREEN
    }

    record Part(String name, int count) {}

    record Order(
            UUID id, Instant at, Colour colour, @Size(max = 3) String code, List<Part> parts, @Nullable String note) {}

    private static final String GOOD =
            """
            {"id": "0190d1a0-0000-7000-8000-000000000001", "at": "2026-01-02T03:04:05+01:00", "colour": "RED", "code": "abc",
             "parts": [{"name": "wheel", "count": 2}]}""";

    private final StrictJson json =
            new StrictJson(Validation.buildDefaultValidatorFactory().getValidator());

    private Order read(String body) {
        return json.read(body.getBytes(UTF_8), Order.class);
    }

    private Problem refused(String body) {
        return assertThrows(ProblemException.class, () -> read(body)).problem();
    }

    private Map<String, String> errors(String body) {
        var problem = refused(body);
        assertEquals(422, problem.status());
        return problem.errors().stream().collect(Collectors.toMap(FieldError::pointer, FieldError::message));
    }

    @Test
    void a_nullable_component_may_be_absent() {
        var order = read(GOOD);
        assertEquals(Instant.parse("2026-01-02T02:04:05Z"), order.at);
        assertEquals(null, order.note);
    }

    @Test
    void an_instant_is_as_precise_as_the_database_and_never_later_than_it_was_given() {
        var order = read(GOOD.replace("03:04:05+01:00", "03:04:05.123456999+01:00"));
        assertEquals(Instant.parse("2026-01-02T02:04:05.123456Z"), order.at);
    }

    @Test
    void missing_unknown_and_misshapen_fields_are_all_named() {
        var errors = errors(
                """
                {"id": "Jan Jansen", "colour": "BLUE", "code": "abc", "surprise": {"deep": 1},
                 "parts": [{"name": "wheel", "count": "many"}, {"count": 1}]}""");
        assertEquals(
                Map.of(
                        "/id", "must be a UUID",
                        "/at", "is required",
                        "/colour", "must be one of RED, GREEN",
                        "/surprise", "is not known",
                        "/parts/0/count", "must be a whole number",
                        "/parts/1/name", "is required"),
                errors);
    }

    @Test
    void bean_validation_counts_too() {
        assertEquals(Map.of("/code", "size must be between 0 and 3"), errors(GOOD.replace("\"abc\"", "\"abcd\"")));
    }

    @Test
    void malformed_json_is_answered_with_its_place() {
        var problem = refused("{\"id\": \"x\",\n oops}");
        assertEquals(400, problem.status());
        assertEquals("the body is not JSON at line 2, column 2", problem.detail());
    }

    @Test
    void a_field_that_is_given_twice_is_malformed() {
        assertEquals(400, refused("{\"code\": \"a\", \"code\": \"b\"}").status());
    }

    @Test
    void no_message_repeats_a_value() {
        assertFalse(errors("{\"id\": \"Jan Jansen\", \"at\": \"Jan Jansen\"}")
                .values()
                .toString()
                .contains("Jan"));
    }

    @Test
    void a_tree_is_read_as_strictly() {
        assertEquals(1, json.readTree("{\"a\": 1}".getBytes(UTF_8)).path("a").intValue());
        for (var body : List.of("{", "null", "", "{\"a\": 1, \"a\": 2}", "{} {}")) {
            var refused = assertThrows(ProblemException.class, () -> json.readTree(body.getBytes(UTF_8)));
            assertEquals(400, refused.problem().status(), body);
        }
    }
}

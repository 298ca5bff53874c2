package nl.waarborg.availability.calculation;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import nl.waarborg.eventsourcing.test.quarkus.ServiceSurroundings;
import nl.waarborg.local.Identity;
import nl.waarborg.local.Role;
import nl.waarborg.rules.Rule;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
        value = ServiceSurroundings.class,
        initArgs = @ResourceArg(name = "database", value = "availability_test"))
class AvailabilityCalculationIT {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    @BeforeAll
    static void makeTheOthersTopics() {
        ServiceSurroundings.makeTopics("processor-agreement.events", "incident.events", "backup.events");
    }

    @Rule({"AVL-001", "AVL-003"})
    @Test
    void availability_is_answered_exactly_as_the_description_says() {
        assertEquals(
                json(Examples.AVAILABILITY_ANSWER),
                json(ask("availability", Examples.AVAILABILITY)
                        .statusCode(200)
                        .extract()
                        .asString()));
    }

    @Rule("AVL-003")
    @Test
    void burn_rate_is_answered_exactly_as_the_description_says() {
        assertEquals(
                json(Examples.BURN_RATE_ANSWER),
                json(ask("burn-rate", Examples.BURN_RATE)
                        .statusCode(200)
                        .extract()
                        .asString()));
    }

    @Test
    void an_open_outage_lasts_to_the_end_and_nothing_measured_has_no_figure() {
        ask(
                        "availability",
                        """
                        {"from": "2026-03-01T00:00:00Z", "to": "2026-03-02T00:00:00Z", "components": ["A", "B"],
                         "outages": [{"component": "A", "from": "2026-03-01T12:00:00Z"}],
                         "unmeasured": [{"component": "B", "from": "2026-03-01T00:00:00Z", "to": "2026-03-02T00:00:00Z"}]}""")
                .statusCode(200)
                .body("availability", equalTo(50.00f))
                .body("coverage", equalTo(50.00f))
                .body("errorBudgetSeconds", nullValue());
        ask(
                        "availability",
                        """
                        {"from": "2026-03-01T00:00:00Z", "to": "2026-03-02T00:00:00Z", "components": ["A"],
                         "unmeasured": [{"component": "A", "from": "2026-03-01T00:00:00Z", "to": "2026-03-02T00:00:00Z"}]}""")
                .statusCode(200)
                .body("availability", nullValue())
                .body("exact", nullValue());
    }

    @Test
    void everything_that_is_wrong_is_one_problem() {
        ask(
                        "availability",
                        """
                        {"from": "2026-03-02T00:00:00Z", "to": "2026-03-01T00:00:00Z", "components": ["A", "A"], "colour": 1,
                         "exclusions": [{"from": "2026-03-01T00:00:00Z"}, {"from": "x", "to": "2026-03-01T00:00:00.5Z"}],
                         "unmeasured": [{"component": "C", "from": "2026-03-01T00:00:00Z", "to": "2026-03-02T00:00:00Z"}],
                         "floor": 101}""")
                .statusCode(422)
                .body(
                        "errors.pointer",
                        containsInAnyOrder(
                                "/to",
                                "/components/1",
                                "/colour",
                                "/exclusions/0/to",
                                "/exclusions/1/from",
                                "/exclusions/1/to",
                                "/unmeasured/0/component",
                                "/floor"));
        ask(
                        "burn-rate",
                        Examples.BURN_RATE
                                .replace("99.5", "100")
                                .replace("\"downSeconds\": 360}", "\"downSeconds\": 3601}"))
                .statusCode(422)
                .body("errors.pointer", containsInAnyOrder("/floor", "/long/downSeconds"));
    }

    private static ValidatableResponse ask(String calculation, String body) {
        return given().auth()
                .oauth2(ServiceSurroundings.token(Identity.of(Role.OPERATOR, "afas", null)))
                .contentType(ContentType.JSON)
                .body(body)
                .post("/api/v1/calculations/" + calculation)
                .then();
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}

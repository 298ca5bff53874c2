package nl.waarborg.incident.calculation;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.UUID;
import nl.waarborg.eventsourcing.test.quarkus.ServiceSurroundings;
import nl.waarborg.local.Identity;
import nl.waarborg.local.Role;
import nl.waarborg.rules.Rule;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
        value = ServiceSurroundings.class,
        initArgs = @ResourceArg(name = "database", value = "incident_calculation_test"))
class CalculationIT {

    private static final String BUSINESS_TIME = "/api/v1/calculations/business-time";
    private static final String DEADLINES = "/api/v1/calculations/deadlines";

    @Test
    void open_time_is_answered_exactly_as_the_description_says() {
        var answer = ask(BUSINESS_TIME, Examples.OPEN_TIME)
                .statusCode(200)
                .contentType(ContentType.JSON)
                .extract()
                .asString();
        assertEquals(Calculation.json(Examples.OPEN_TIME_ANSWER), Calculation.json(answer));
        ask(
                        BUSINESS_TIME,
                        Examples.OPEN_TIME
                                .replace("\"ADD\"", "\"BETWEEN\"")
                                .replace("\"duration\": \"PT2H\"", "\"end\": \"2026-12-31T09:00:00+01:00\""))
                .statusCode(200)
                .body("duration", equalTo("PT2H"))
                .body("$", not(hasKey("instant")));
    }

    @Test
    @Rule({"INC-028", "INC-036"})
    void clocks_are_answered_exactly_as_the_description_says() {
        var answer =
                ask(DEADLINES, Examples.DEADLINES).statusCode(200).extract().asString();
        assertEquals(Calculation.json(Examples.DEADLINES_ANSWER), Calculation.json(answer));
    }

    @Test
    @Rule("INC-031")
    void priority_1_without_first_class_is_a_problem_with_its_rule() {
        ask(DEADLINES, Examples.DEADLINES.replace("\"P2\"", "\"P1\""))
                .statusCode(409)
                .contentType("application/problem+json")
                .body("rule", equalTo("INC-031"));
    }

    @Test
    void everything_that_is_wrong_is_one_problem() {
        ask(
                        BUSINESS_TIME,
                        "{\"calendar\": {\"zone\": \"Mars\", \"weekly\": {}}, \"operation\": \"ADD\", \"colour\": 1}")
                .statusCode(422)
                .contentType("application/problem+json")
                .body("errors.pointer", containsInAnyOrder("/calendar/zone", "/start", "/duration", "/colour"));
        ask(BUSINESS_TIME, "[]").statusCode(422).body("errors.message", equalTo(List.of("must be an object")));
        ask(BUSINESS_TIME, "{").statusCode(400);
        ask(BUSINESS_TIME, "null").statusCode(400);
    }

    @Test
    void a_field_that_is_named_twice_is_malformed() {
        ask(BUSINESS_TIME, "{\"start\": \"a\", \"start\": \"b\"}").statusCode(400);
    }

    @Test
    void a_token_is_needed_and_any_role_will_do() {
        given().contentType(ContentType.JSON)
                .body(Examples.OPEN_TIME)
                .post(BUSINESS_TIME)
                .then()
                .statusCode(401);
        given().auth()
                .oauth2(ServiceSurroundings.token(Identity.of(Role.BOARD, "phocus", null)))
                .contentType(ContentType.JSON)
                .body(Examples.DEADLINES)
                .post(DEADLINES)
                .then()
                .statusCode(200);
    }

    @Test
    void the_description_has_both_with_their_forms_and_examples() {
        given().get("/q/openapi?format=json")
                .then()
                .statusCode(200)
                .body(
                        "paths.'" + BUSINESS_TIME + "'.post.requestBody.content.'application/json'.schema.required",
                        containsInAnyOrder("calendar", "operation", "start"))
                .body("paths.'" + DEADLINES + "'.post.responses", hasKey("409"));
    }

    private static ValidatableResponse ask(String path, String body) {
        return given().auth()
                .oauth2(ServiceSurroundings.token(Identity.of(Role.INCIDENT_VIEWER, "afas", UUID.randomUUID())))
                .contentType(ContentType.JSON)
                .body(body)
                .post(path)
                .then();
    }
}

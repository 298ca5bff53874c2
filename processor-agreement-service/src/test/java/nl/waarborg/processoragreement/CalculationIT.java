package nl.waarborg.processoragreement;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.waarborg.eventsourcing.test.quarkus.ServiceSurroundings;
import nl.waarborg.local.Role;
import nl.waarborg.rules.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The catalogue's worked examples 16 to 18, asked by a customer who has no agreement here. */
@QuarkusTest
@QuarkusTestResource(
        value = ServiceSurroundings.class,
        initArgs = @ResourceArg(name = "database", value = "processor_agreement_test"))
class CalculationIT {

    @ParameterizedTest
    @CsvSource({
        "VIEW, 1850, 185.00, XSV-016",
        "VIEW, 700, 100.00, XSV-016",
        "ARCHIVE, 700, 35.00, XSV-017",
        "ARCHIVE, 300, 25.00, XSV-017"
    })
    @Rule({"XSV-016", "XSV-017"})
    void worked_example_18(String option, int highest, String price, String rule) {
        ask("exit-price", Map.of("option", option, "monthlyAmounts", List.of(200, highest, 250)))
                .statusCode(200)
                .body("monthlyAmount", equalTo(price))
                .body("basisAmount", equalTo(highest + ".00"))
                .body("rule", equalTo(rule));
    }

    @Test
    @Rule({"XSV-012", "XSV-013"})
    void worked_example_16() {
        stop("2026-05-27T23:59:59+02:00", "2024-01-01")
                .statusCode(200)
                .body("accepted", equalTo(true))
                .body("endsOn", equalTo("2026-05-31"))
                .body("latestReceipt", equalTo("2026-05-27"));
        stop("2026-05-28T00:00:00+02:00", "2024-01-01")
                .statusCode(200)
                .body("accepted", equalTo(false))
                .body("endsOn", nullValue())
                .body("rule", equalTo("XSV-013"));
        // Concluded on 2 June 2025: the first of twelve full months is July, the last June 2026.
        stop("2026-05-20T12:00:00+02:00", "2025-06-02")
                .statusCode(200)
                .body("accepted", equalTo(false))
                .body("rule", equalTo("XSV-012"));
    }

    @Test
    @Rule({"XSV-023", "XSV-024"})
    void worked_example_17() {
        ask("first-class", Map.of("registeredOn", "2026-03-01", "cancelledAt", "2026-03-31T23:59:59+02:00"))
                .statusCode(200)
                .body("startsOn", equalTo("2026-04-01"))
                .body("endsOn", equalTo("2026-04-30"));
    }

    @Test
    @Rule("PRA-002")
    void what_a_separate_agreement_says_goes_before_specific_provisions_and_silent_keys_fall_back() {
        var deviations = Map.of("breach.informWithin", "PT36H", "priority.P2.response", "OPEN PT4H");
        var separate = Map.of("breach.informWithin", "PT24H");
        ask("terms", terms(deviations, separate, "breach.informWithin"))
                .body("value", equalTo("PT24H"))
                .body("origin", equalTo("SEPARATE_AGREEMENT"));
        ask("terms", terms(deviations, separate, "priority.P2.response"))
                .body("value", equalTo("OPEN PT4H"))
                .body("origin", equalTo("SPECIFIC_PROVISION"));
        ask("terms", terms(deviations, separate, "breach.controllerWindow"))
                .body("value", equalTo("PT72H"))
                .body("origin", equalTo("PRESET"));
    }

    @Test
    void what_the_terms_do_not_know_is_refused_by_its_rule_and_what_is_wrong_is_named() {
        ask("exit-price", Map.of("option", "VIEW", "monthlyAmounts", List.of(900), "preset", "PHOCUS_CLOUD"))
                .statusCode(409)
                .contentType("application/problem+json")
                .body("rule", equalTo("XSV-016"));
        ask("exit-price", Map.of("option", "SOME", "monthlyAmounts", List.of(1, -2), "colour", 1))
                .statusCode(422)
                .body("errors.pointer", contains("/colour", "/option", "/monthlyAmounts/1"));
        ask("cancellation", Map.of("receivedAt", "soon"))
                .statusCode(422)
                .body("errors.pointer", contains("/receivedAt", "/invoicePeriodStart", "/concludedOn"));
        ask("first-class", Map.of()).statusCode(422).body("errors.pointer", contains("/registeredOn"));
        ask("terms", Map.of("preset", "AFAS_SLA", "deviations", Map.of("priority.P9.response", "PT1H")))
                .statusCode(422)
                .body("errors.pointer", contains("/deviations/priority.P9.response"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"exit-price", "cancellation", "first-class", "terms"})
    void nobody_without_a_token_asks_and_no_body_is_no_question(String calculation) {
        given().contentType(ContentType.JSON)
                .body("{}")
                .post("/api/v1/calculations/" + calculation)
                .then()
                .statusCode(401);
        Customers.as(Role.INCIDENT_VIEWER, "afas", UUID.randomUUID())
                .body("[")
                .post("/api/v1/calculations/" + calculation)
                .then()
                .statusCode(400);
    }

    private static Map<String, Object> terms(Map<String, String> deviations, Map<String, String> separate, String key) {
        return Map.of("preset", "AFAS_SLA", "deviations", deviations, "separateAgreement", separate, "key", key);
    }

    private static ValidatableResponse stop(String receivedAt, String concludedOn) {
        return ask(
                "cancellation",
                Map.of("receivedAt", receivedAt, "invoicePeriodStart", "2026-06-01", "concludedOn", concludedOn));
    }

    private static ValidatableResponse ask(String calculation, Map<String, Object> question) {
        return Customers.as(Role.INCIDENT_VIEWER, "afas", UUID.randomUUID())
                .body(question)
                .post("/api/v1/calculations/" + calculation)
                .then();
    }
}

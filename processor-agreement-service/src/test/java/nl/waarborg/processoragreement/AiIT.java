package nl.waarborg.processoragreement;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.waarborg.eventsourcing.test.quarkus.ServiceSurroundings;
import nl.waarborg.local.Role;
import nl.waarborg.processoragreement.Customers.Customer;
import nl.waarborg.rules.Rule;
import nl.waarborg.terms.AgreedCalendars;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
        value = ServiceSurroundings.class,
        initArgs = @ResourceArg(name = "database", value = "processor_agreement_test"))
class AiIT {

    @Test
    @Rule({"XSV-041", "XSV-042", "XSV-043", "XSV-044"})
    void a_function_is_activated_discussed_held_back_and_declared() {
        var customer = Customers.conclude("phocus", "AI-1", "AFAS_SLA", "2024-01-01");
        activate(customer, "RECEIPT_RECOGNITION").statusCode(409).body("rule", equalTo("XSV-042"));
        supplier("GOOGLE", "RECEIPT_RECOGNITION", false).statusCode(409).body("rule", equalTo("XSV-042"));
        supplier("GOOGLE", "RECEIPT_RECOGNITION", true).statusCode(204);
        supplier("google", "RECEIPT_RECOGNITION", true).statusCode(422).body("errors[0].pointer", equalTo("/code"));
        customer.as(Role.ADMINISTRATOR)
                .get("/api/v1/ai-suppliers")
                .then()
                .statusCode(200)
                .body("code", hasItem("GOOGLE"))
                .body("find { it.code == 'GOOGLE' }.guarantees.dataStayInEea", equalTo(true));
        activate(customer, "RECEIPT_RECOGNITION").statusCode(204).header("ETag", equalTo("\"1\""));
        activate(customer, "NO_SUCH").statusCode(404);

        vendor(customer, "/RECEIPT_RECOGNITION/deactivation", Map.of())
                .statusCode(409)
                .body("rule", equalTo("XSV-043"))
                .body("code", equalTo("not-discussed"));
        vendor(customer, "/RECEIPT_RECOGNITION/fair-use-signals", Map.of("usage", 12_000, "discussedOn", "2026-11-20"))
                .statusCode(204);
        var until = LocalDate.now(AgreedCalendars.ZONE).plusDays(7);
        customer.as(Role.ADMINISTRATOR)
                .body(Map.of("until", until.toString()))
                .post(path(customer) + "/RECEIPT_RECOGNITION/deactivation")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/until"));
        vendor(customer, "/RECEIPT_RECOGNITION/deactivation", Map.of("until", until.toString()))
                .statusCode(204);
        activate(customer, "RECEIPT_RECOGNITION")
                .statusCode(409)
                .body("rule", equalTo("XSV-043"))
                .body("code", equalTo("deactivated-by-vendor"));

        declare(customer, false).statusCode(409).body("rule", equalTo("XSV-044"));
        declare(customer, true).statusCode(204);
        customer.as(Role.PRIVACY_CONTACT)
                .get(path(customer))
                .then()
                .statusCode(200)
                .body("functions.feature", contains("WORKFLOWS", "INSITE_SUGGESTIONS", "RECEIPT_RECOGNITION"))
                .body("functions.state", contains("INACTIVE", "INACTIVE", "HELD_BACK"))
                .body("functions[2].deactivated.until", equalTo(until.toString()))
                .body("declarations", hasSize(1))
                .body("declarations[0].customerIsProvider", equalTo(true))
                .body("declarations[0].application", equalTo("Ranks applicants"));
    }

    @Test
    @Rule("XSV-043")
    void a_change_is_told_beforehand_to_the_vendors_customers_only() {
        var customer = Customers.conclude("phocus", "AI-2", "AFAS_SLA", "2024-01-01");
        var today = LocalDate.now(AgreedCalendars.ZONE);
        announce(today).statusCode(409).body("rule", equalTo("XSV-043"));
        announce(today.plusDays(30)).statusCode(204);
        customer.as(Role.ADMINISTRATOR)
                .get("/api/v1/ai-changes")
                .then()
                .statusCode(200)
                .body("change", hasItem("Other rates"));
        Customers.as(Role.ADMINISTRATOR, "afas", UUID.randomUUID())
                .get("/api/v1/ai-changes")
                .then()
                .statusCode(200)
                .body("", hasSize(0));
    }

    @Test
    void others_see_and_change_nothing() {
        var customer = Customers.conclude("phocus", "AI-3", "AFAS_SLA", "2024-01-01");
        for (var stranger : List.of(
                Customers.as(Role.ADMINISTRATOR, "phocus", UUID.randomUUID()),
                Customers.as(Role.AGREEMENT_MANAGER, "afas", null))) {
            stranger.get(path(customer)).then().statusCode(404);
            stranger.body(Map.of())
                    .post(path(customer) + "/WORKFLOWS/deactivation")
                    .then()
                    .statusCode(404);
        }
        customer.as(Role.FUNCTIONAL_ADMINISTRATOR)
                .body(Map.of("conditionsVersion", "2026-1"))
                .post(path(customer) + "/WORKFLOWS/activation")
                .then()
                .statusCode(403);
        supplier("MS_AZURE", "WORKFLOWS", true).statusCode(204);
        customer.as(Role.ADMINISTRATOR)
                .header("If-Match", "\"3\"")
                .body(Map.of("conditionsVersion", "2026-1"))
                .post(path(customer) + "/WORKFLOWS/activation")
                .then()
                .statusCode(412);
    }

    private static String path(Customer customer) {
        return customer.path() + "/ai";
    }

    private static ValidatableResponse activate(Customer customer, String feature) {
        return customer.as(Role.ADMINISTRATOR)
                .body(Map.of("conditionsVersion", "2026-1"))
                .post(path(customer) + "/" + feature + "/activation")
                .then();
    }

    private static ValidatableResponse vendor(Customer customer, String what, Map<String, Object> body) {
        return Customers.as(Role.AGREEMENT_MANAGER, "phocus", null)
                .body(body)
                .post(path(customer) + what)
                .then();
    }

    private static ValidatableResponse supplier(String code, String feature, boolean notUsedForTraining) {
        return Customers.as(Role.SECURITY_OFFICER, "phocus", null)
                .body(Map.of(
                        "name",
                        "Supplier " + code,
                        "features",
                        List.of(feature),
                        "dataStayInEea",
                        true,
                        "notUsedForTraining",
                        notUsedForTraining,
                        "notUsedCommercially",
                        true))
                .put("/api/v1/ai-suppliers/" + code)
                .then();
    }

    private static ValidatableResponse announce(LocalDate from) {
        return Customers.as(Role.AGREEMENT_MANAGER, "phocus", null)
                .body(Map.of(
                        "changeId",
                        UUID.randomUUID().toString(),
                        "feature",
                        "INSITE_SUGGESTIONS",
                        "kind",
                        "COSTS",
                        "change",
                        "Other rates",
                        "effectiveFrom",
                        from.toString()))
                .post("/api/v1/ai-changes")
                .then();
    }

    private static ValidatableResponse declare(Customer customer, boolean provider) {
        return customer.as(Role.PRIVACY_CONTACT)
                .body(Map.of(
                        "declarationId",
                        UUID.randomUUID().toString(),
                        "feature",
                        "RECEIPT_RECOGNITION",
                        "riskCategory",
                        "HIGH",
                        "application",
                        "Ranks applicants",
                        "acceptsDuties",
                        true,
                        "acceptsProviderDuties",
                        provider))
                .post(path(customer) + "/declarations")
                .then();
    }
}

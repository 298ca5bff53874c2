package nl.waarborg.processoragreement;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.waarborg.eventsourcing.test.quarkus.ServiceSurroundings;
import nl.waarborg.local.Role;
import nl.waarborg.rules.Rule;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
        value = ServiceSurroundings.class,
        initArgs = @ResourceArg(name = "database", value = "processor_agreement_test"))
class ExitIT {

    @Test
    @Rule({"XSV-014", "XSV-015", "XSV-016", "XSV-017", "XSV-018", "XSV-019"})
    void the_cockpit_shows_offers_choice_plan_and_discharge_also_after_the_end() {
        var customer = Customers.conclude("phocus", "EXIT-1", "AFAS_SLA", "2024-01-01");
        var cockpit = customer.path() + "/exit";
        vendor().body(Map.of(
                        "invoiceId",
                        "F-1",
                        "period",
                        "2026-04",
                        "lines",
                        List.of(
                                Map.of("kind", "LICENCE", "amount", "700.00"),
                                Map.of("kind", "SERVICE", "amount", "9000.00"))))
                .post(customer.path() + "/invoices")
                .then()
                .statusCode(204);
        vendor().body(Map.of("at", "2026-05-20T10:00:00+02:00"))
                .post(customer.path() + "/licence/cancellation")
                .then()
                .statusCode(204);
        // The last day, 31 May 2026, has passed: the agreement ends at once, exit goes on.
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() ->
                        customer.as(Role.AGREEMENT_CONTACT).get(cockpit).then().body("ended", equalTo(true)));
        customer.as(Role.AGREEMENT_CONTACT)
                .get(cockpit)
                .then()
                .statusCode(200)
                .body("endsOn", equalTo("2026-05-31"))
                .body("offers.option", contains("MINIMAL", "VIEW", "ARCHIVE", "STOP"))
                .body("offers[0].users", equalTo(10))
                .body("offers[1].monthlyAmount", equalTo("100.00"))
                .body("offers[1].basisAmount", equalTo("700.00"))
                .body("offers[2].monthlyAmount", equalTo("35.00"))
                .body("offers[3].monthlyAmount", equalTo("0.00"))
                .body("dataKeptUntil", equalTo("2027-05-31"));
        customer.as(Role.AGREEMENT_CONTACT)
                .body(Map.of("option", "ARCHIVE", "effectiveFrom", "2026-06-01"))
                .put(customer.path() + "/exit-option")
                .then()
                .statusCode(204);
        customer.as(Role.AGREEMENT_CONTACT)
                .get(cockpit)
                .then()
                .body("chosen.option", equalTo("ARCHIVE"))
                .body("dataKeptUntil", nullValue());

        customer.as(Role.AGREEMENT_CONTACT).post(cockpit).then().statusCode(204);
        var plan = Map.of(
                "wishes",
                "Keep the payroll history",
                "technicalDocumentation",
                "Connectors",
                "dataToTransfer",
                "Everything",
                "option",
                "ARCHIVE",
                "activities",
                List.of(Map.of("activity", "Export", "role", "Administrator", "responsible", "CUSTOMER")));
        vendor().body(plan).put(cockpit + "/plan").then().statusCode(409).body("rule", equalTo("XSV-019"));
        customer.as(Role.AGREEMENT_CONTACT)
                .body(plan)
                .put(cockpit + "/plan")
                .then()
                .statusCode(204);
        customer.as(Role.FUNCTIONAL_ADMINISTRATOR)
                .body(Map.of("activityId", UUID.randomUUID().toString(), "activity", "Exported everything"))
                .post(cockpit + "/activities")
                .then()
                .statusCode(204);
        var complete = Map.of("planComplete", true, "allDataReceived", true);
        vendor().body(complete).post(cockpit + "/discharge").then().statusCode(204);
        customer.as(Role.AGREEMENT_CONTACT)
                .get(cockpit)
                .then()
                .body("discharge.vendorAgreedAt", notNullValue())
                .body("discharge.dischargedAt", nullValue());
        customer.as(Role.AGREEMENT_CONTACT)
                .body(complete)
                .post(cockpit + "/discharge")
                .then()
                .statusCode(204);
        customer.as(Role.AGREEMENT_CONTACT)
                .get(cockpit)
                .then()
                .body("plan.wishes", equalTo("Keep the payroll history"))
                .body("activities", hasSize(1))
                .body("discharge.dischargedAt", notNullValue());
        Customers.as(Role.AGREEMENT_CONTACT, "phocus", UUID.randomUUID())
                .get(cockpit)
                .then()
                .statusCode(404);
    }

    @Test
    @Rule({"XSV-014", "XSV-015"})
    void after_the_end_nothing_is_open_but_the_exit_unless_the_licence_goes_on_as_the_minimal_one() {
        var customer = Customers.conclude("phocus", "EXIT-2", "AFAS_SLA", "2024-01-01");
        var training = customer.path() + "/training";
        var question = Map.of("subject", "Licence", "text", "May we stay?");
        customer.as(Role.ADMINISTRATOR).get(training).then().statusCode(200);
        vendor().body(Map.of("at", "2026-05-20T10:00:00+02:00"))
                .post(customer.path() + "/licence/cancellation")
                .then()
                .statusCode(204);
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> customer.as(Role.ADMINISTRATOR)
                .get(training)
                .then()
                .statusCode(409)
                .body("rule", equalTo("XSV-014"))
                .body("code", equalTo("agreement-ended")));
        customer.as(Role.ADMINISTRATOR)
                .body(question)
                .post("/api/v1/agreement-questions")
                .then()
                .statusCode(409)
                .body("rule", equalTo("XSV-014"));
        Customers.as(Role.SERVICE_MANAGER, "phocus", null)
                .body(Map.of(
                        "tenantId",
                        customer.tenant().toString(),
                        "service",
                        "CONSULTANCY",
                        "startsAt",
                        "2026-12-10T09:00:00Z",
                        "duration",
                        "PT2H"))
                .post("/api/v1/appointments")
                .then()
                .statusCode(409)
                .body("rule", equalTo("XSV-014"));
        // The vendor still sees what was; the customer its agreement and the way out.
        vendor().get(training).then().statusCode(200);
        customer.as(Role.AGREEMENT_CONTACT).get(customer.path()).then().statusCode(200);
        customer.as(Role.AGREEMENT_CONTACT)
                .get(customer.path() + "/exit")
                .then()
                .statusCode(200);
        customer.as(Role.AGREEMENT_CONTACT)
                .body(Map.of("option", "MINIMAL", "effectiveFrom", "2026-06-01"))
                .put(customer.path() + "/exit-option")
                .then()
                .statusCode(204);
        customer.as(Role.ADMINISTRATOR).get(training).then().statusCode(200);
        customer.as(Role.ADMINISTRATOR)
                .body(question)
                .post("/api/v1/agreement-questions")
                .then()
                .statusCode(201);
    }

    @Test
    @Rule("XSV-019")
    void an_exit_keeps_its_order_and_belongs_to_one_customer() {
        var customer = Customers.conclude("phocus", "EXIT-3", "AFAS_SLA", "2024-01-01");
        var exit = customer.path() + "/exit";
        var activity = Map.of("activityId", UUID.randomUUID().toString(), "activity", "Export");
        refused(customer.as(Role.AGREEMENT_CONTACT).body(activity).post(exit + "/activities"), "exit-not-started");
        customer.as(Role.AGREEMENT_CONTACT).post(exit).then().statusCode(204).header("ETag", equalTo("\"1\""));
        refused(customer.as(Role.AGREEMENT_CONTACT).body(activity).post(exit + "/activities"), "no-exit-plan");
        customer.as(Role.AGREEMENT_CONTACT)
                .body(Map.of(
                        "wishes",
                        "",
                        "technicalDocumentation",
                        "Connectors",
                        "dataToTransfer",
                        "Everything",
                        "activities",
                        List.of()))
                .put(exit + "/plan")
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItems("/wishes", "/activities"));
        refused(
                customer.as(Role.AGREEMENT_CONTACT)
                        .body(Map.of("planComplete", true, "allDataReceived", true))
                        .post(exit + "/discharge"),
                "plan-not-carried-out");
        customer.as(Role.AGREEMENT_CONTACT)
                .header("If-Match", "\"0\"")
                .body(activity)
                .post(exit + "/activities")
                .then()
                .statusCode(412);
        customer.as(Role.INCIDENT_VIEWER).post(exit).then().statusCode(403);
        for (var stranger : List.of(
                Customers.as(Role.AGREEMENT_CONTACT, "phocus", UUID.randomUUID()),
                Customers.as(Role.AGREEMENT_MANAGER, "afas", null))) {
            stranger.get(exit).then().statusCode(404);
            stranger.post(exit).then().statusCode(404);
        }
    }

    private static void refused(Response answer, String code) {
        answer.then().statusCode(409).body("rule", equalTo("XSV-019")).body("code", equalTo(code));
    }

    private static io.restassured.specification.RequestSpecification vendor() {
        return Customers.as(Role.AGREEMENT_MANAGER, "phocus", null);
    }
}

package nl.waarborg.processoragreement;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.waarborg.contracts.Contract;
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
class ServiceIT {

    private static final String REQUESTS = "/api/v1/service-requests";

    @Test
    @Rule({"XSV-031", "XSV-032", "XSV-033", "XSV-034"})
    void a_configuration_question_from_request_to_invoice() {
        var customer = Customers.conclude("phocus", "SERVICE-1", "AFAS_SLA", "2024-01-01");
        var path = REQUESTS + "/" + request(customer, "SERVICE_MANAGEMENT");
        customer.as(Role.ADMINISTRATOR)
                .get(path)
                .then()
                .statusCode(200)
                .body("state", equalTo("REQUESTED"))
                .body("assessBy", notNullValue())
                .body("termsVersion", equalTo(1));
        manager()
                .body(Map.of(
                        "suitable",
                        true,
                        "serviceManagerId",
                        UUID.randomUUID().toString(),
                        "contactAt",
                        "2026-12-01T09:00:00Z"))
                .post(path + "/assessment")
                .then()
                .statusCode(204);
        manager()
                .body(Map.of("price", 450.00, "plannedOn", "2026-12-10"))
                .post(path + "/proposal")
                .then()
                .statusCode(204);
        manager()
                .body(Map.of("description", "Field added"))
                .post(path + "/delivery")
                .then()
                .statusCode(409)
                .body("rule", equalTo("XSV-032"));
        customer.as(Role.ADMINISTRATOR).post(path + "/approval").then().statusCode(204);
        manager()
                .body(Map.of("description", "Field added"))
                .post(path + "/delivery")
                .then()
                .statusCode(204);
        manager().body(Map.of()).post(path + "/invoice").then().statusCode(204);
        manager().post(path + "/closing").then().statusCode(204);
        customer.as(Role.ADMINISTRATOR)
                .get(path)
                .then()
                .body("state", equalTo("CLOSED"))
                .body("description", equalTo("Field added"))
                .body("invoicedAmount", equalTo("450.00"));
        Customers.as(Role.ADMINISTRATOR, "phocus", UUID.randomUUID())
                .get(path)
                .then()
                .statusCode(404);
        customer.as(Role.ADMINISTRATOR).get(REQUESTS).then().body("items", hasSize(1));
    }

    @Test
    @Rule({"XSV-004", "XSV-033"})
    void a_running_clock_keeps_the_terms_with_which_it_started() {
        var customer = Customers.conclude("phocus", "SERVICE-2", "AFAS_SLA", "2024-01-01");
        var before = REQUESTS + "/" + request(customer, "SERVICE_MANAGEMENT");
        var assessBy = customer.as(Role.ADMINISTRATOR).get(before).jsonPath().getString("assessBy");
        Customers.as(Role.AGREEMENT_MANAGER, "phocus", null)
                .body(Map.of(
                        "deviations",
                        Map.of("serviceManagement.assessWithin", "PT1S"),
                        "effectiveFrom",
                        LocalDate.now(AgreedCalendars.ZONE).toString()))
                .post(customer.path() + "/terms")
                .then()
                .statusCode(204);
        var after = REQUESTS + "/" + request(customer, "SERVICE_MANAGEMENT");
        // The new request's clock of one second runs out; the old one keeps its deadline.
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() ->
                        customer.as(Role.ADMINISTRATOR).get(after).then().body("assessmentOverdue", equalTo(true)));
        customer.as(Role.ADMINISTRATOR)
                .get(before)
                .then()
                .body("assessBy", equalTo(assessBy))
                .body("termsVersion", equalTo(1))
                .body("assessmentOverdue", equalTo(false));
    }

    @Test
    @Rule({"XSV-034", "XSV-035"})
    void an_appointment_that_is_cancelled_late_costs_its_duration() {
        var customer = Customers.conclude("phocus", "SERVICE-3", "AFAS_SLA", "2024-01-01");
        var starts = Instant.now().plus(Duration.ofHours(30));
        var id = consultant()
                .body(Map.of(
                        "tenantId",
                        customer.tenant().toString(),
                        "service",
                        "CONSULTANCY",
                        "startsAt",
                        starts.toString(),
                        "days",
                        1))
                .post("/api/v1/appointments")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getString("id");
        Customers.as(Role.ADMINISTRATOR, "phocus", UUID.randomUUID())
                .body(Map.of())
                .post("/api/v1/appointments/" + id + "/cancellation")
                .then()
                .statusCode(404);
        customer.as(Role.ADMINISTRATOR)
                .get("/api/v1/appointments/" + id)
                .then()
                .statusCode(200)
                .header("ETag", equalTo("\"1\""));
        customer.as(Role.ADMINISTRATOR)
                .body(Map.of())
                .post("/api/v1/appointments/" + id + "/cancellation")
                .then()
                .statusCode(204);
        customer.as(Role.ADMINISTRATOR)
                .get("/api/v1/appointments")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].online", equalTo(true))
                .body("items[0].duration", equalTo("PT7H"))
                .body("items[0].feeBasis", equalTo("DURATION"));
    }

    @Test
    @Rule({"XSV-034", "XSV-035", "XSV-037"})
    void cancelling_success_management_late_costs_nothing() {
        var customer = Customers.conclude("phocus", "SERVICE-7", "AFAS_SLA", "2024-01-01");
        var id = consultant()
                .body(Map.of(
                        "tenantId",
                        customer.tenant().toString(),
                        "service",
                        "SUCCESS_MANAGEMENT",
                        "startsAt",
                        Instant.now().plus(Duration.ofHours(30)).toString(),
                        "duration",
                        "PT2H"))
                .post("/api/v1/appointments")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getString("id");
        customer.as(Role.ADMINISTRATOR).get("/api/v1/appointments/" + id).then().body("cancelBy", nullValue());
        customer.as(Role.ADMINISTRATOR)
                .body(Map.of())
                .post("/api/v1/appointments/" + id + "/cancellation")
                .then()
                .statusCode(204);
        customer.as(Role.ADMINISTRATOR)
                .get("/api/v1/appointments/" + id)
                .then()
                .body("cancelledAt", notNullValue())
                .body("feeBasis", nullValue());
    }

    @Test
    @Rule("XSV-036")
    void a_project_from_plan_to_closing() {
        var customer = Customers.conclude("phocus", "SERVICE-4", "AFAS_SLA", "2024-01-01");
        var request = request(customer, "CONSULTANCY");
        consultant()
                .body(Map.of("requestId", request, "plan", "Goals", "budget", 1000.00))
                .post("/api/v1/projects")
                .then()
                .statusCode(409)
                .body("rule", equalTo("XSV-036"));
        var id = consultant()
                .body(Map.of(
                        "requestId", request, "plan", "Goals", "budget", 1000.00, "knowledgeTestedOn", "2026-05-20"))
                .post("/api/v1/projects")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getString("id");
        var path = "/api/v1/projects/" + id;
        consultant()
                .body(Map.of(
                        "noteId",
                        UUID.randomUUID().toString(),
                        "kind",
                        "RISK",
                        "text",
                        "Late data",
                        "measure",
                        "Weekly check"))
                .post(path + "/notes")
                .then()
                .statusCode(204);
        consultant()
                .body(Map.of("amount", 1000.50))
                .post(path + "/spending")
                .then()
                .statusCode(204);
        consultant().post(path + "/hand-over").then().statusCode(204);
        consultant().post(path + "/closing").then().statusCode(409);
        consultant()
                .body(Map.of("result", "Well done"))
                .post(path + "/evaluation")
                .then()
                .statusCode(204);
        consultant().post(path + "/closing").then().statusCode(204);
        customer.as(Role.ADMINISTRATOR)
                .get(path)
                .then()
                .statusCode(200)
                .body("requestId", equalTo(request))
                .body("overrun", equalTo(true))
                .body("spent", equalTo("1000.50"))
                .body("notes.measure", hasItem("Weekly check"))
                .body("handedOverAt", notNullValue())
                .body("closedAt", notNullValue());
        Customers.as(Role.ADMINISTRATOR, "phocus", UUID.randomUUID())
                .get(path)
                .then()
                .statusCode(404);
    }

    @Test
    @Rule({"XSV-020", "XSV-031"})
    void consultancy_is_estimated_beforehand_and_charged_by_the_hours_really_spent() {
        var customer = Customers.conclude("phocus", "SERVICE-5", "AFAS_SLA", "2024-01-01");
        var path = REQUESTS + "/" + request(customer, "CONSULTANCY");
        refused(manager().body(Map.of("price", 450.00, "plannedOn", "2026-12-10")), path + "/proposal", "XSV-031");
        consultant()
                .body(Map.of("cost", 1200.00, "leadTimeDays", 10))
                .post(path + "/estimate")
                .then()
                .statusCode(204);
        refused(time("3.5"), path + "/time", "XSV-032");
        refused(manager().body(Map.of("hourlyRate", 150.00)), path + "/invoice", "XSV-031");
        customer.as(Role.AGREEMENT_CONTACT).post(path + "/approval").then().statusCode(204);
        time("3.5").post(path + "/time").then().statusCode(204);
        time("2.25").post(path + "/time").then().statusCode(204);
        time("25").post(path + "/time").then().statusCode(422).body("errors[0].pointer", equalTo("/hours"));
        refused(manager(), path + "/closing", "XSV-032");
        consultant()
                .body(Map.of("description", "Workflows set up"))
                .post(path + "/delivery")
                .then()
                .statusCode(204);
        refused(manager().body(Map.of()), path + "/invoice", "XSV-031");
        manager()
                .body(Map.of("hourlyRate", 150.00))
                .post(path + "/invoice")
                .then()
                .statusCode(204);
        // 5.75 hours at 150 euros, not the estimate.
        customer.as(Role.ADMINISTRATOR)
                .get(path)
                .then()
                .statusCode(200)
                .body("hours", equalTo("5.75"))
                .body("invoicedAmount", equalTo("862.50"));
        var delivered = Published.ofTenant(customer.tenant(), 4).stream()
                .filter(event -> event.type().equals(Published.TYPES + "service-delivered.v1"))
                .findFirst()
                .orElseThrow();
        assertEquals(List.of(), Contract.of(delivered.type()).faults(delivered.json()));
        assertFalse(delivered.text().contains("Workflows"), "free text left the service");
    }

    @Test
    @Rule({"XSV-033", "XSV-034", "XSV-037"})
    void what_is_not_assessed_whole_is_not_offered() {
        var customer = Customers.conclude("phocus", "SERVICE-6", "AFAS_SLA", "2024-01-01");
        var path = REQUESTS + "/" + request(customer, "SERVICE_MANAGEMENT");
        refused(manager().body(Map.of("price", 450.00, "plannedOn", "2026-12-10")), path + "/proposal", "XSV-033");
        refused(manager().body(Map.of("suitable", true)), path + "/assessment", "XSV-033");
        refused(consultant().body(Map.of("cost", 1200.00, "leadTimeDays", 10)), path + "/estimate", "XSV-034");
        manager()
                .body(Map.of("suitable", false))
                .post(path + "/assessment")
                .then()
                .statusCode(204);
        refused(manager().body(Map.of("price", 450.00, "plannedOn", "2026-12-10")), path + "/proposal", "XSV-032");
        var success = REQUESTS + "/" + request(customer, "SUCCESS_MANAGEMENT");
        refused(consultant().body(Map.of("cost", 1200.00, "leadTimeDays", 10)), success + "/estimate", "XSV-037");
        manager()
                .header("If-Match", "\"7\"")
                .body(Map.of("suitable", false))
                .post(success + "/assessment")
                .then()
                .statusCode(412);
        for (var stranger : List.of(
                Customers.as(Role.ADMINISTRATOR, "phocus", UUID.randomUUID()),
                Customers.as(Role.SERVICE_MANAGER, "afas", null))) {
            stranger.get(path).then().statusCode(404);
            stranger.get(REQUESTS)
                    .then()
                    .statusCode(200)
                    .body("items.tenantId", not(hasItem(customer.tenant().toString())));
        }
        Customers.as(Role.ADMINISTRATOR, "phocus", UUID.randomUUID())
                .post(path + "/approval")
                .then()
                .statusCode(404);
        customer.as(Role.INCIDENT_VIEWER)
                .body(Map.of("service", "CONSULTANCY", "text", "x"))
                .post(REQUESTS)
                .then()
                .statusCode(403);
    }

    private static void refused(RequestSpecification command, String path, String rule) {
        command.post(path).then().statusCode(409).body("rule", equalTo(rule));
    }

    private static RequestSpecification time(String hours) {
        return consultant()
                .body(Map.of(
                        "employeeId",
                        UUID.randomUUID().toString(),
                        "hours",
                        new BigDecimal(hours),
                        "day",
                        "2026-11-20"));
    }

    private static String request(Customer customer, String service) {
        return customer.as(Role.ADMINISTRATOR)
                .body(Map.of("service", service, "text", "Another field please"))
                .post(REQUESTS)
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getString("id");
    }

    private static RequestSpecification manager() {
        return Customers.as(Role.SERVICE_MANAGER, "phocus", null);
    }

    private static RequestSpecification consultant() {
        return Customers.as(Role.CONSULTANT, "phocus", null);
    }
}

package nl.waarborg.processoragreement;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.waarborg.eventsourcing.test.quarkus.ServiceSurroundings;
import nl.waarborg.local.Role;
import nl.waarborg.processoragreement.Customers.Customer;
import nl.waarborg.rules.Rule;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
        value = ServiceSurroundings.class,
        initArgs = @ResourceArg(name = "database", value = "processor_agreement_test"))
class FirstClassIT {

    @Test
    @Rule({"XSV-022", "XSV-025", "XSV-026", "XSV-027", "XSV-028"})
    void care_begins_with_first_class_and_keeps_to_its_limits() {
        var customer = Customers.conclude("phocus", "CARE-1", "AFAS_SLA", "2024-01-01");
        book(customer, "2026-06-10").statusCode(409).body("rule", equalTo("XSV-026"));
        Customers.as(Role.AGREEMENT_MANAGER, "phocus", null)
                .body(Map.of("at", "2026-03-01T10:00:00+01:00"))
                .post(customer.path() + "/first-class/subscription")
                .then()
                .statusCode(204);
        var care = customer.path() + "/first-class/care";
        var contact = UUID.randomUUID();
        customer.as(Role.FIRST_CLASS_AGENT)
                .body(Map.of("employeeId", contact.toString()))
                .put(care + "/contact")
                .then()
                .statusCode(204);
        var meeting = UUID.randomUUID();
        meet(customer, meeting, "2026-05-04T10:00:00+02:00", 40).statusCode(204);
        meet(customer, UUID.randomUUID(), "2026-05-11T10:00:00+02:00", 30)
                .statusCode(409)
                .body("rule", equalTo("XSV-025"));
        var incident = UUID.randomUUID();
        customer.as(Role.FIRST_CLASS_AGENT)
                .body(Map.of(
                        "at",
                        "2026-05-04T10:00:00+02:00",
                        "minutes",
                        45,
                        "discussedIncidents",
                        List.of(incident.toString())))
                .post(care + "/meetings/" + meeting + "/minutes")
                .then()
                .statusCode(204);
        for (var date : List.of("2026-05-20", "2026-06-10", "2026-09-30")) {
            book(customer, date).statusCode(204);
        }
        book(customer, "2026-07-01").statusCode(409).body("code", equalTo("none-left"));
        book(customer, "2026-10-01").statusCode(409).body("code", equalTo("outside-season"));
        customer.as(Role.FIRST_CLASS_AGENT)
                .body(Map.of(
                        "sessionId",
                        UUID.randomUUID().toString(),
                        "releaseId",
                        UUID.randomUUID().toString(),
                        "date",
                        "2026-06-15"))
                .post(care + "/test-sessions")
                .then()
                .statusCode(204);
        customer.as(Role.FIRST_CLASS_AGENT)
                .body(Map.of(
                        "activityId",
                        UUID.randomUUID().toString(),
                        "kind",
                        "YEARLY_EVALUATION",
                        "on",
                        "2026-06-01",
                        "note",
                        "All is well"))
                .post(care + "/activities")
                .then()
                .statusCode(204);
        Customers.as(Role.AGREEMENT_MANAGER, "phocus", null)
                .body(Map.of(
                        "invoiceId",
                        "F-CARE",
                        "period",
                        "2026-05",
                        "lines",
                        List.of(Map.of("kind", "LICENCE", "amount", "1850.00"))))
                .post(customer.path() + "/invoices")
                .then()
                .statusCode(204);

        customer.as(Role.ADMINISTRATOR)
                .get(care)
                .then()
                .statusCode(200)
                .body("contactEmployeeId", equalTo(contact.toString()))
                .body("meetings", hasSize(1))
                .body("meetings[0].minutes", equalTo(45))
                .body("meetings[0].discussed", contains(incident.toString()))
                .body("optimisationSessions.date", contains("2026-05-20", "2026-06-10", "2026-09-30"))
                .body("testSessions", hasSize(1))
                .body("activities[0].note", equalTo("All is well"))
                .body("monthsNotInvoiced", contains("2026-05"));
        Customers.as(Role.ADMINISTRATOR, "phocus", UUID.randomUUID())
                .get(care)
                .then()
                .statusCode(404);
    }

    @Test
    @Rule({"XSV-025", "XSV-027", "XSV-028"})
    void without_first_class_there_is_no_care_and_nobody_else_gives_or_sees_it() {
        var customer = Customers.conclude("phocus", "CARE-2", "AFAS_SLA", "2024-01-01");
        var care = customer.path() + "/first-class/care";
        var contact = Map.of("employeeId", UUID.randomUUID().toString());
        customer.as(Role.FIRST_CLASS_AGENT)
                .body(contact)
                .put(care + "/contact")
                .then()
                .statusCode(409)
                .body("rule", equalTo("XSV-025"));
        customer.as(Role.FIRST_CLASS_AGENT)
                .body(Map.of("activityId", UUID.randomUUID().toString(), "kind", "INVITATION", "on", "2026-06-01"))
                .post(care + "/activities")
                .then()
                .statusCode(409)
                .body("rule", equalTo("XSV-028"));
        Customers.as(Role.AGREEMENT_MANAGER, "phocus", null)
                .body(Map.of("at", "2026-03-01T10:00:00+01:00"))
                .post(customer.path() + "/first-class/subscription")
                .then()
                .statusCode(204);
        customer.as(Role.ADMINISTRATOR)
                .body(contact)
                .put(care + "/contact")
                .then()
                .statusCode(403);
        var etag = customer.as(Role.FIRST_CLASS_AGENT)
                .body(contact)
                .put(care + "/contact")
                .then()
                .statusCode(204)
                .extract()
                .header("ETag");
        customer.as(Role.FIRST_CLASS_AGENT)
                .header("If-Match", "\"0\"")
                .body(Map.of("employeeId", UUID.randomUUID().toString()))
                .put(care + "/contact")
                .then()
                .statusCode(412);
        customer.as(Role.FIRST_CLASS_AGENT)
                .header("If-Match", etag)
                .body(Map.of("employeeId", UUID.randomUUID().toString()))
                .put(care + "/contact")
                .then()
                .statusCode(204);
        meet(customer, UUID.randomUUID(), "2026-05-04T10:00:00+02:00", 0)
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/minutes"));
        for (var stranger : List.of(
                Customers.as(Role.FIRST_CLASS_AGENT, "afas", null),
                Customers.as(Role.AGREEMENT_CONTACT, "phocus", UUID.randomUUID()))) {
            stranger.get(care).then().statusCode(404);
        }
        Customers.as(Role.FIRST_CLASS_AGENT, "afas", null)
                .body(contact)
                .put(care + "/contact")
                .then()
                .statusCode(404);
    }

    private static ValidatableResponse book(Customer customer, String date) {
        return customer.as(Role.ADMINISTRATOR)
                .body(Map.of("sessionId", UUID.randomUUID().toString(), "date", date))
                .post(customer.path() + "/first-class/care/optimisation-sessions")
                .then();
    }

    private static ValidatableResponse meet(Customer customer, UUID meeting, String at, int minutes) {
        return customer.as(Role.FIRST_CLASS_AGENT)
                .body(Map.of("meetingId", meeting.toString(), "at", at, "minutes", minutes))
                .post(customer.path() + "/first-class/care/meetings")
                .then();
    }
}

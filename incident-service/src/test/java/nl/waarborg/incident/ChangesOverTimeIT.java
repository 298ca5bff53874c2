package nl.waarborg.incident;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import nl.waarborg.eventsourcing.test.quarkus.ServiceSurroundings;
import nl.waarborg.local.Identity;
import nl.waarborg.local.Role;
import nl.waarborg.rules.Rule;
import nl.waarborg.terms.AgreedCalendars;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What persons, calendars, months and other systems change about incidents that are there. */
@QuarkusTest
@QuarkusTestResource(
        value = ServiceSurroundings.class,
        initArgs = @ResourceArg(name = "database", value = "incident_test"))
class ChangesOverTimeIT {

    @BeforeAll
    static void makeTheOthersTopics() {
        Customer.makeTheOthersTopics();
    }

    @Test
    void two_ticket_systems_may_give_the_same_number() {
        var customer = Customer.agreed();
        var at = "2026-03-05T10:00:00+01:00";
        var one = customer.raise("urn:test:tickets:one", "X-1", at);
        var two = customer.raise("urn:test:tickets:two", "X-1", at);
        assertNotEquals(one, two);
        customer.post("urn:test:tickets:two", "handle", Map.of("number", "X-1", "solution", "Done"), at, false)
                .then()
                .statusCode(201);
        customer.asAgent().get("/api/v1/incidents/" + one).then().body("incident.status", equalTo("SUBMITTED"));
        customer.asAgent()
                .get("/api/v1/incidents/" + two)
                .then()
                .body("incident.status", equalTo("HANDLED"))
                .body("incident.source", equalTo("urn:test:tickets:two"));
        customer.asAgent()
                .queryParam("tenant", customer.tenant())
                .queryParam("number", "X-1")
                .get("/api/v1/incidents")
                .then()
                .body("items", hasSize(2));
    }

    @Rule({"INC-006", "INC-007"})
    @Test
    void a_mail_that_found_nobody_goes_as_soon_as_there_is_somebody() {
        var customer = Customer.withoutPersons();
        customer.post(
                        "raise",
                        Map.of(
                                "number", "M-1",
                                "submitter", customer.submitterId(),
                                "channel", "MAIL",
                                "title", "Payslips do not open",
                                "description", "Since this morning"),
                        Instant.now().toString())
                .then()
                .statusCode(201);
        mails(customer, "FAILED", "RECEIVED");
        customer.asAgent()
                .get("/api/v1/incident-mails")
                .then()
                .body(
                        "findAll { it.state == 'FAILED' }.failure",
                        hasItem("nobody to tell: no submitter and no Administrator with an address"));
        customer.register(customer.submitterId(), "INCIDENT_SUBMITTER");
        mails(customer, "SENT", "RECEIVED");
        await().atMost(Customer.PATIENCE)
                .until(() -> Customer.mails().stream().anyMatch(mail -> mail.contains(customer.submitterId() + "@")));
    }

    @Test
    void a_deadline_that_nears_is_seen_in_the_queue_and_staff_is_mailed_once() {
        var customer = Customer.agreed();
        var incident =
                customer.raise("W-1", Instant.now().minus(Duration.ofDays(27)).toString());
        await().atMost(Customer.PATIENCE).untilAsserted(() -> customer.asAgent()
                .queryParam("tenant", customer.tenant())
                .queryParam("dueSoon", true)
                .get("/api/v1/incidents")
                .then()
                .body("items.incident.id", contains(incident)));
        customer.asAgent()
                .get("/api/v1/incidents/" + incident + "/history")
                .then()
                .body("findAll { it.type == 'deadline-warning-raised' }.data.clock", hasItem("RECOVERY"));
        customer.asSubmitter()
                .get("/api/v1/incidents/" + incident + "/history")
                .then()
                .body("type", not(hasItem("deadline-warning-raised")));
        await().atMost(Customer.PATIENCE)
                .until(() -> Customer.mails().stream()
                                .filter(mail ->
                                        mail.contains("staff@afas.example") && mail.contains("W-1: RECOVERY due"))
                                .count()
                        == 1);
        customer.act("handle", Map.of("number", "W-1", "solution", "Done"));
        customer.asAgent()
                .queryParam("tenant", customer.tenant())
                .queryParam("dueSoon", true)
                .get("/api/v1/incidents")
                .then()
                .body("items", hasSize(0));
    }

    @Rule("INC-017")
    @Test
    void a_closed_day_moves_every_open_deadline_however_many_there_are() {
        var customer = Customer.agreed();
        var incidents = IntStream.rangeClosed(1, 8)
                .mapToObj(number -> customer.raise("K-" + number))
                .toList();
        var before = new ArrayList<Instant>();
        incidents.forEach(incident -> before.add(deadline(customer, incident)));
        customer.act("respond", Map.of("number", "K-8"));
        var day = LocalDate.ofInstant(before.getFirst(), AgreedCalendars.ZONE);
        Customer.as(Identity.of(Role.AGREEMENT_MANAGER, "afas", null))
                .body(Map.of("date", day.toString(), "hours", List.of(), "reason", "Staff day"))
                .post("/api/v1/support-calendars/AFAS_SLA/support/deviations")
                .then()
                .statusCode(204);
        for (var i = 0; i < 7; i++) {
            var incident = incidents.get(i);
            var old = before.get(i);
            await().atMost(Customer.PATIENCE)
                    .until(() -> deadline(customer, incident).isAfter(old));
            customer.asAgent()
                    .get("/api/v1/incidents/" + incident + "/history")
                    .then()
                    .body("findAll { it.type == 'deadlines-recalculated' }.data.cause", contains("CALENDAR_CHANGED"));
        }
        assertTrue(deadline(customer, incidents.getLast()).equals(before.getLast()), "a finished clock moved");
    }

    @Rule({"INC-043", "INC-062"})
    @Test
    void an_imported_month_is_closed_as_it_stood_then_and_what_followed_corrects_it() {
        var customer = Customer.agreed();
        var source = "urn:test:tickets:" + UUID.randomUUID();
        history(
                customer,
                source,
                "raise",
                Map.of(
                        "number", "H-1",
                        "submitter", customer.submitterId(),
                        "channel", "PHONE",
                        "title", "Old",
                        "description", "Old",
                        "claimedType", "FAULT"),
                "2025-01-08T10:00:00+01:00");
        history(customer, source, "handle", Map.of("number", "H-1", "solution", "Done"), "2025-03-05T12:00:00+01:00");
        customer.post(source, "source-caught-up", Map.of(), "2025-03-06T12:00:00+01:00", false)
                .then()
                .statusCode(201);
        await().atMost(Customer.PATIENCE).untilAsserted(() -> customer.asAdministrator()
                .get("/api/v1/reports/months/2025-01")
                .then()
                .body("tenants[0].closed.at", equalTo("2025-02-03T23:00:00Z"))
                .body("tenants[0].closed.figures.open", equalTo(1))
                .body("tenants[0].closed.figures.handled", equalTo(0))
                .body("tenants[0].closed.figures.perPriority.P3.responseMissed", equalTo(1))
                .body("tenants[0].corrections.figures.handled", hasItem(1))
                .body("totals.handled", equalTo(1)));
        await().atMost(Customer.PATIENCE).untilAsserted(() -> customer.asAdministrator()
                .get("/api/v1/reports/months/2025-02")
                .then()
                .body("tenants[0].closed.figures.submitted", equalTo(0)));
        customer.asAdministrator().get("/api/v1/reports/months/2024-12").then().body("tenants[0].closed", nullValue());
    }

    @Rule({"INC-048", "INC-052"})
    @Test
    void nobody_looks_on_when_the_incident_is_handled_and_the_dossier_says_who_did() {
        var customer = Customer.agreed();
        var incident = customer.raise("A-1");
        var issued = customer.asAgent()
                .body(Map.of("tenant", customer.tenant(), "incidentId", incident))
                .post("/api/v1/remote-views")
                .then()
                .statusCode(201)
                .extract();
        String session = issued.path("sessionId");
        customer.asSubmitter()
                .body(Map.of("code", issued.<String>path("code")))
                .post("/api/v1/remote-views/" + session + "/entry")
                .then()
                .statusCode(204);
        customer.act("handle", Map.of("number", "A-1", "solution", "Done"));
        await().atMost(Customer.PATIENCE).untilAsserted(() -> customer.asAgent()
                .get("/api/v1/remote-views?incident=" + incident)
                .then()
                .body("[0].state", equalTo("ENDED"))
                .body("[0].endedAt", notNullValue()));
        customer.asSubmitter()
                .get("/api/v1/incidents/" + incident + "/access-log")
                .then()
                .statusCode(200)
                .body("what", hasItems("STARTED", "ENDED"))
                .body("way", everyItem(equalTo("REMOTE_VIEW")))
                .body("employee", everyItem(equalTo(customer.employeeId().toString())))
                .body("byPerson", everyItem(equalTo(customer.submitterId().toString())));
        Customer.agreed()
                .asSubmitter()
                .get("/api/v1/incidents/" + incident + "/access-log")
                .then()
                .statusCode(404);
    }

    private static void history(Customer customer, String source, String type, Map<String, ?> data, String at) {
        customer.post(source, type, data, at, true).then().statusCode(201);
    }

    private static Instant deadline(Customer customer, String incident) {
        return Instant.parse(customer.asAgent()
                .get("/api/v1/incidents/" + incident + "/clocks")
                .path("[0].deadline"));
    }

    private static void mails(Customer customer, String state, String cause) {
        var incident = customer.asAgent()
                .queryParam("tenant", customer.tenant())
                .get("/api/v1/incidents")
                .<String>path("items[0].incident.id");
        await().atMost(Customer.PATIENCE).untilAsserted(() -> customer.asAgent()
                .get("/api/v1/incident-mails?incident=" + incident)
                .then()
                .body("findAll { it.cause == '" + cause + "' }.state", contains(state)));
    }
}

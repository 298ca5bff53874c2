package nl.waarborg.incident;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.arc.All;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.waarborg.eventsourcing.Deadline;
import nl.waarborg.eventsourcing.DeadlineHandler;
import nl.waarborg.eventsourcing.StreamId;
import nl.waarborg.eventsourcing.service.Aggregate;
import nl.waarborg.eventsourcing.test.quarkus.ServiceSurroundings;
import nl.waarborg.incident.problem.projection.AnalysisSchedule;
import nl.waarborg.incident.problem.storage.ProblemEventTypes;
import nl.waarborg.rules.Rule;
import nl.waarborg.terms.AgreedCalendars;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Rules that take the whole service to show: persons, terms, mails and the clock together. */
@QuarkusTest
@QuarkusTestResource(
        value = ServiceSurroundings.class,
        initArgs = @ResourceArg(name = "database", value = "incident_test"))
class RulesOfTheContractIT {

    @Inject
    @All
    List<Aggregate> aggregates;

    @BeforeAll
    static void makeTheOthersTopics() {
        Customer.makeTheOthersTopics();
    }

    @Rule("INC-006")
    @Test
    void a_reaction_of_a_person_is_mailed_and_an_automatic_one_is_not() {
        var customer = Customer.agreed();
        var incident = customer.raise("R-1");
        customer.act("add-reaction", Map.of("number", "R-1", "from", "VENDOR", "text", "Got it", "automatic", true));
        customer.act("add-reaction", Map.of("number", "R-1", "from", "VENDOR", "text", "We restart the import"));
        await().atMost(Customer.PATIENCE).untilAsserted(() -> customer.asAgent()
                .get("/api/v1/incident-mails?incident=" + incident)
                .then()
                .body("findAll { it.cause == 'REACTION' }.state", contains("SENT")));
        await().atMost(Customer.PATIENCE).until(() -> Customer.mails().stream()
                .anyMatch(mail -> mail.contains(customer.submitterId() + "@example.org")
                        && mail.contains("We restart the import")));
    }

    @Rule("INC-007")
    @Test
    void all_administrators_are_told_when_the_submitter_lost_its_role() {
        var customer = Customer.agreed();
        var incident = customer.raise("R-2");
        await().atMost(Customer.PATIENCE).untilAsserted(() -> customer.asAgent()
                .get("/api/v1/incident-mails?incident=" + incident)
                .then()
                .body("[0].state", equalTo("SENT")));
        customer.post(
                        "revoke-portal-role",
                        Map.of("personId", customer.submitterId(), "role", "INCIDENT_SUBMITTER"),
                        Instant.now().toString())
                .then()
                .statusCode(201);
        customer.act("handle", Map.of("number", "R-2", "solution", "Restarted"));
        await().atMost(Customer.PATIENCE).untilAsserted(() -> customer.asAgent()
                .get("/api/v1/incident-mails?incident=" + incident)
                .then()
                .body(
                        "find { it.cause == 'HANDLED' }.recipients",
                        hasItem(customer.administratorId().toString())));
    }

    @Rule({"INC-005", "INC-011"})
    @Test
    void an_administrator_sees_all_incidents_and_submits_none() {
        var customer = Customer.agreed();
        var incident = customer.raise("R-3");
        customer.asAdministrator().get("/api/v1/incidents/" + incident).then().statusCode(200);
        customer.asAdministrator()
                .get("/api/v1/incidents/" + incident + "/history")
                .then()
                .body("type", hasItem("incident-raised"));
        customer.asAdministrator()
                .body(Map.of("title", "Not allowed", "description", "An Administrator submits none"))
                .post("/api/v1/incidents")
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:waarborg:problem:refused-by-rule"));
    }

    @Rule({"INC-061", "XSV-014", "XSV-015"})
    @Test
    void after_the_agreement_support_ends_with_a_licence_that_has_none_and_comes_back_with_one_that_has() {
        var customer = Customer.agreed();
        var stream = UUID.randomUUID();
        var today = LocalDate.now(AgreedCalendars.ZONE);
        customer.published(
                "processor-agreement",
                "agreement-ended",
                stream,
                3,
                Customer.example("processor-agreement", "agreement-ended")
                        .put("endedOn", today.minusDays(5).toString()));
        refused(customer, "XSV-014");
        choose(customer, stream, 4, "VIEW", today.minusDays(2));
        refused(customer, "INC-061");
        // The last choice for a day counts, and one for an earlier day counts from there.
        choose(customer, stream, 5, "MINIMAL", today.minusDays(2));
        supported(customer);
        choose(customer, stream, 6, "STOP", today.minusDays(1));
        refused(customer, "INC-061");
        choose(customer, stream, 7, "MINIMAL", today.minusDays(3));
        supported(customer);
    }

    private static void refused(Customer customer, String rule) {
        await().atMost(Customer.PATIENCE)
                .untilAsserted(() -> report(customer).then().statusCode(409).body("rule", equalTo(rule)));
    }

    private static void supported(Customer customer) {
        await().atMost(Customer.PATIENCE)
                .untilAsserted(() -> report(customer).then().statusCode(201));
    }

    @Rule({"INC-046", "INC-047"})
    @Test
    void each_day_the_day_before_is_analysed_and_many_knowledge_questions_are_signalled() {
        var customer = Customer.agreed();
        var day = LocalDate.now(AgreedCalendars.ZONE).minusDays(1);
        var noon = day.atTime(12, 0).atZone(AgreedCalendars.ZONE).toInstant();
        for (var number = 1; number <= 4; number++) {
            var question = new HashMap<String, Object>(Map.of(
                    "number", "Q-" + number,
                    "submitter", customer.submitterId(),
                    "channel", "PHONE",
                    "title", "How do I",
                    "description", "How do I",
                    "claimedType", "KNOWLEDGE_QUESTION"));
            customer.post("raise", question, noon.plusSeconds(number).toString())
                    .then()
                    .statusCode(201);
            customer.post(
                            "classify",
                            Map.of("number", "Q-" + number, "type", "KNOWLEDGE_QUESTION"),
                            noon.plusSeconds(60).toString())
                    .then()
                    .statusCode(201);
        }
        handler(AnalysisSchedule.ANALYSE)
                .due(new Deadline(
                        AnalysisSchedule.ANALYSE,
                        ProblemEventTypes.analysis("afas"),
                        "afas/" + day,
                        StreamId.PLATFORM,
                        noon.plus(Duration.ofHours(17))));
        customer.asAgent()
                .get("/api/v1/incident-analyses")
                .then()
                .statusCode(200)
                .body("date", hasItem(day.toString()))
                .body("find { it.date == '" + day + "' }.candidates.type", hasItem("KNOWLEDGE_QUESTION"));
        customer.asAgent()
                .get("/api/v1/knowledge-signals")
                .then()
                .statusCode(200)
                .body("find { it.tenant == '" + customer.tenant() + "' }.questions", equalTo(4));
    }

    @Rule({"INC-055", "INC-056"})
    @Test
    void support_plus_adds_an_employee_and_blocks_it_when_the_incident_lapses() {
        var customer = Customer.agreed();
        customer.asAdministrator().put("/api/v1/support-plus").then().statusCode(204);
        customer.published(
                "processor-agreement",
                "conduct-certificate-recorded",
                UUID.randomUUID(),
                1,
                Customer.example("processor-agreement", "conduct-certificate-recorded")
                        .put("employeeId", customer.employeeId().toString())
                        .put("recordedAt", "2026-01-05T09:00:00Z"));
        var number = "S-" + UUID.randomUUID();
        // Until the certificate has come, the access is refused.
        await().atMost(Customer.PATIENCE)
                .ignoreExceptionsInstanceOf(ConditionTimeoutException.class)
                .untilAsserted(() -> {
                    var probe = "S-" + UUID.randomUUID();
                    var incident = customer.raise(probe);
                    customer.act("assign", Map.of("number", probe, "agent", customer.employeeId()));
                    await().atMost(Duration.ofSeconds(5)).untilAsserted(() -> access(customer, incident, "GRANTED"));
                });
        var incident = customer.raise(number);
        customer.act("assign", Map.of("number", number, "agent", customer.employeeId()));
        await().atMost(Customer.PATIENCE).untilAsserted(() -> access(customer, incident, "GRANTED"));
        customer.act("lapse", Map.of("number", number, "reason", "No answer"));
        await().atMost(Customer.PATIENCE).untilAsserted(() -> access(customer, incident, "BLOCKED"));
        customer.asAdministrator()
                .get("/api/v1/incidents/" + incident + "/access-log")
                .then()
                .body("what", hasItems("GRANTED", "BLOCKED"))
                .body("what", not(hasItem("REFUSED")));
    }

    @Rule("INC-051")
    @Test
    void a_copy_is_ordered_deleted_at_its_greatest_age_while_the_incident_is_open() {
        var customer = Customer.agreed();
        var copy = requestedCopy(customer, customer.raise("R-10"));
        var provisioned = Instant.now().minus(Duration.ofDays(150)).truncatedTo(ChronoUnit.SECONDS);
        customer.published(
                "backup",
                "environment-copy-provisioned",
                copy,
                1,
                Map.of("copyId", copy, "provisionedAt", provisioned.toString()));
        await().atMost(Customer.PATIENCE).untilAsserted(() -> customer.asAgent()
                .get("/api/v1/investigation-copies/" + copy)
                .then()
                .body("deletionCause", equalTo("MAX_AGE"))
                .body("orderedAt", notNullValue())
                .body(
                        "deleteBefore",
                        equalTo(provisioned.plus(Duration.ofDays(150)).toString())));

        var young = requestedCopy(customer, customer.raise("R-11"));
        customer.published(
                "backup",
                "environment-copy-provisioned",
                young,
                1,
                Map.of("copyId", young, "provisionedAt", Instant.now().toString()));
        await().atMost(Customer.PATIENCE).untilAsserted(() -> customer.asAgent()
                .get("/api/v1/investigation-copies/" + young)
                .then()
                .body("provisionedAt", notNullValue())
                .body("orderedAt", nullValue()));
    }

    private static UUID requestedCopy(Customer customer, String incident) {
        return UUID.fromString(customer.asAgent()
                .body(Map.of(
                        "tenant", customer.tenant(), "incidentId", incident, "environmentId", customer.environment()))
                .post("/api/v1/investigation-copies")
                .then()
                .statusCode(201)
                .extract()
                .path("copyId"));
    }

    @Rule("INC-058")
    @Test
    void a_mail_and_its_answer_are_kept_as_a_ticket() {
        var customer = Customer.agreed("phocus");
        var report = customer.report("R-12");
        report.put("channel", "MAIL");
        report.remove("submitter");
        customer.act("raise", report);
        customer.act("add-reaction", Map.of("number", "R-12", "from", "VENDOR", "text", "Taken up"));
        var ticket = customer.asAgent()
                .queryParam("tenant", customer.tenant())
                .queryParam("number", "R-12")
                .get("/api/v1/incidents")
                .then()
                .body("items[0].incident.channel", equalTo("MAIL"))
                .extract()
                .<String>path("items[0].incident.id");
        customer.asAgent()
                .get("/api/v1/incidents/" + ticket + "/history")
                .then()
                .body("type", hasItems("incident-raised", "vendor-reaction-added"));
    }

    @Rule("INC-059")
    @Test
    void a_customer_turns_to_the_account_manager() {
        var customer = Customer.agreed("phocus");
        var incident = customer.raise("R-13");
        customer.asSubmitter()
                .body(Map.of("reason", "Talking it over led to nothing"))
                .post("/api/v1/incidents/" + incident + "/escalations")
                .then()
                .statusCode(204);
        customer.asAgent()
                .get("/api/v1/incidents/" + incident + "/history")
                .then()
                .body("type", hasItem("escalation-raised"));
        customer.asAgent()
                .body(Map.of("reason", "It is not for the vendor to say"))
                .post("/api/v1/incidents/" + incident + "/escalations")
                .then()
                .statusCode(403);
    }

    @Rule("INC-060")
    @Test
    void support_on_top_is_taken_and_marked_as_charged() {
        var customer = Customer.agreed("phocus");
        for (var support : List.of("GENERAL", "ADDITIONAL_SUPPORT")) {
            var incident = customer.asSubmitter()
                    .body(Map.of("title", "Help", "description", "With our own processing", "topic", support))
                    .post("/api/v1/incidents")
                    .then()
                    .statusCode(201)
                    .extract()
                    .<String>path("id");
            customer.asAgent()
                    .get("/api/v1/incidents/" + incident)
                    .then()
                    .body("incident.chargeable", equalTo(support.equals("ADDITIONAL_SUPPORT")));
        }
    }

    @Rule("INC-044")
    @Test
    void a_first_class_customer_raises_priority_1_with_how_it_is_reached() {
        var customer = Customer.agreed();
        customer.startFirstClass();
        var incident = customer.asSubmitter()
                .body(Map.of(
                        "title", "No payslips",
                        "description", "Nobody can be paid",
                        "claimedType", "DISRUPTION",
                        "claimedPriority", "P1",
                        "reachableContact", "+31 20 555 0100"))
                .post("/api/v1/incidents")
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id");
        customer.asAgent()
                .get("/api/v1/incidents/" + incident)
                .then()
                .body("incident.priority", equalTo("P1"))
                .body("incident.reachableContact", equalTo("+31 20 555 0100"));
    }

    private static void access(Customer customer, String incident, String state) {
        customer.asAgent()
                .get("/api/v1/system-user-accesses?cause=" + incident)
                .then()
                .body("state", hasItem(state));
    }

    private static Response report(Customer customer) {
        return customer.asSubmitter()
                .body(Map.of("title", "Payslips", "description", "They do not open"))
                .post("/api/v1/incidents");
    }

    private static void choose(Customer customer, UUID stream, int sequence, String option, LocalDate from) {
        var chosen = Customer.example("processor-agreement", "exit-option-chosen")
                .put("option", option)
                .put("effectiveFrom", from.toString());
        chosen.remove("until");
        customer.published("processor-agreement", "exit-option-chosen", stream, sequence, chosen);
    }

    private DeadlineHandler handler(String kind) {
        return aggregates.stream()
                .flatMap(aggregate -> aggregate.deadlineHandlers().stream())
                .filter(handler -> handler.kind().equals(kind))
                .findFirst()
                .orElseThrow();
    }
}

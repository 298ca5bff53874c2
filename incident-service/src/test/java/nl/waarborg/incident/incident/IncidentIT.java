package nl.waarborg.incident.incident;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import nl.waarborg.eventsourcing.test.quarkus.ServiceSurroundings;
import nl.waarborg.local.Identity;
import nl.waarborg.local.Role;
import nl.waarborg.rules.Rule;
import nl.waarborg.terms.Preset;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
        value = ServiceSurroundings.class,
        initArgs = @ResourceArg(name = "database", value = "incident_test"))
class IncidentIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SOURCE = "urn:test:tickets";

    private final UUID tenant = UUID.randomUUID();
    private final UUID submitter = UUID.randomUUID();
    private final UUID viewer = UUID.randomUUID();

    /** The producing service makes its topic; it does not run here. */
    @BeforeAll
    static void makeTheOthersTopic() {
        ServiceSurroundings.makeTopics("processor-agreement.events", "backup.events", "availability.events");
    }

    @BeforeEach
    void agreeWithTheTenant() {
        published(
                "agreement-concluded",
                Map.of(
                        "agreementId", UUID.randomUUID(),
                        "provider", "afas",
                        "reference", "R-1",
                        "name", "Example",
                        "preset", "AFAS_SLA",
                        "concludedOn", "2016-01-01",
                        "licence",
                                Map.of("type", "ERP", "users", 10, "employees", 10, "environments", 1, "returns", 1)));
        published(
                "tenant-terms-published",
                Map.of(
                        "agreementId",
                        UUID.randomUUID(),
                        "termsVersion",
                        1,
                        "preset",
                        "AFAS_SLA",
                        "validFrom",
                        "2015-12-31T23:00:00Z",
                        "terms",
                        Preset.AFAS_SLA.terms().values().stream()
                                .map(term -> Map.of(
                                        "key", term.key().key(),
                                        "value", term.value().toString(),
                                        "clause", term.clause(),
                                        "origin", "PRESET"))
                                .toList()));
        await().atMost(Duration.ofSeconds(30))
                .until(() ->
                        as(agent()).get("/api/v1/tenants/" + tenant + "/terms").statusCode() == 200);
        person(submitter, "INCIDENT_SUBMITTER");
        person(viewer, "INCIDENT_VIEWER");
    }

    @Rule({"INC-002", "INC-033", "INC-036", "INC-039", "INC-041"})
    @Test
    void a_posted_report_answers_with_clocks_that_say_why() {
        var id = raise("T-1", "2026-03-05T16:30:00+01:00");
        as(agent())
                .get("/api/v1/incidents/" + id + "/clocks")
                .then()
                .statusCode(200)
                .body("clock", contains("RESPONSE", "RECOVERY"))
                .body("[0].deadline", equalTo("2026-03-06T15:00:00Z"))
                .body("[0].rule", equalTo("INC-036"))
                .body("[0].clause", containsString("AFAS"))
                .body("[0].slices.state", contains("OPEN", "CLOSED", "OPEN"))
                .body("[1].deadline", equalTo("2026-04-05T14:30:00Z"));
    }

    @Rule({"INC-035", "INC-036", "INC-037"})
    @Test
    void what_is_late_is_noticed_and_a_late_fact_takes_it_back() {
        var id = raise("T-2", "2026-03-05T10:00:00+01:00");
        await().atMost(Duration.ofSeconds(30)).until(() -> state(id, 0).equals("MISSED"));
        post("respond", Map.of("number", "T-2"), "2026-03-05T11:00:00+01:00")
                .then()
                .statusCode(201);
        assertEquals("MET", state(id, 0));
        as(agent())
                .get("/api/v1/incidents/" + id + "/history")
                .then()
                .body(
                        "type",
                        hasItems("response-deadline-missed", "deadline-miss-withdrawn", "incident-response-given"));
    }

    @Rule({"INC-012", "INC-013", "INC-005"})
    @Test
    void a_submitter_sees_its_own_a_viewer_sees_all_and_submits_nothing() {
        var id = raise("T-3", "2026-03-05T10:00:00+01:00");
        var other = UUID.randomUUID();
        person(other, "INCIDENT_SUBMITTER");
        as(customer(Role.INCIDENT_SUBMITTER, submitter))
                .get("/api/v1/incidents/" + id)
                .then()
                .statusCode(200);
        as(customer(Role.INCIDENT_VIEWER, viewer))
                .get("/api/v1/incidents/" + id)
                .then()
                .statusCode(200);
        as(customer(Role.INCIDENT_SUBMITTER, other))
                .get("/api/v1/incidents/" + id)
                .then()
                .statusCode(404);
        as(customer(Role.INCIDENT_SUBMITTER, other))
                .get("/api/v1/incidents")
                .then()
                .body("items", hasSize(0));
        as(customer(Role.INCIDENT_VIEWER, viewer))
                .body(Map.of("title", "Not allowed", "description", "A viewer submits none"))
                .post("/api/v1/incidents")
                .then()
                .statusCode(409)
                .body("rule", equalTo("INC-013"));
    }

    @Rule({"INC-002", "INC-003", "INC-008", "INC-020"})
    @Test
    void the_portal_says_what_to_expect_and_a_reaction_is_kept_in_the_dossier() {
        var location = as(customer(Role.INCIDENT_SUBMITTER, submitter))
                .header("Idempotency-Key", "once")
                .body(Map.of(
                        "title", "Payslips do not open",
                        "description", "Since this morning nobody can open one",
                        "claimedType", "FAULT",
                        "helpCenterConsulted", true))
                .post("/api/v1/incidents")
                .then()
                .statusCode(201)
                .body("priority", equalTo("P3"))
                .body("expectations[0].english", containsString("response due"))
                .extract()
                .header("Location");
        as(customer(Role.INCIDENT_SUBMITTER, submitter))
                .body(Map.of("text", "It also happens in the app."))
                .post(location + "/reactions")
                .then()
                .statusCode(204)
                .header("ETag", notNullValue());
        as(customer(Role.INCIDENT_SUBMITTER, submitter))
                .body(Map.of("motivation", "Payroll day", "productionDisrupting", true))
                .post(location + "/priority-escalations")
                .then()
                .statusCode(204);
        as(agent())
                .body(Map.of("accepted", true, "productionDisrupting", true, "reason", "Assessed"))
                .post(location + "/priority-escalations/decision")
                .then()
                .statusCode(204);
        as(agent()).get(location).then().body("incident.priority", equalTo("P2"));
        as(agent())
                .body(Map.of("text", "Internal remark", "internal", true))
                .post(location + "/reactions")
                .then()
                .statusCode(204);
        as(customer(Role.INCIDENT_SUBMITTER, submitter))
                .get(location + "/history")
                .then()
                .body("data.text", hasItem("It also happens in the app."))
                .body("data.text", not(hasItem("Internal remark")));
    }

    @Test
    void the_queue_is_filtered_searched_and_paged_in_order_of_the_next_deadline() {
        raise("T-10", "2026-03-09T10:00:00+01:00");
        raise("T-11", "2026-03-05T10:00:00+01:00");
        post("handle", Map.of("number", "T-11", "solution", "Done"), "2026-03-05T12:00:00+01:00");
        var open = as(agent()).queryParam("tenant", tenant).queryParam("open", true);
        open.get("/api/v1/incidents").then().statusCode(200).body("items.incident.number", contains("T-10"));
        as(agent())
                .queryParam("tenant", tenant)
                .queryParam("q", "payslips")
                .queryParam("limit", 1)
                .get("/api/v1/incidents")
                .then()
                .body("items.incident.number", contains("T-10"))
                .body("next", notNullValue());
        as(agent())
                .queryParam("tenant", tenant)
                .queryParam("status", "HANDLED")
                .get("/api/v1/incidents")
                .then()
                .body("items.incident.number", contains("T-11"));
        as(Identity.of(Role.SUPPORT_AGENT, "phocus", null))
                .queryParam("tenant", tenant)
                .get("/api/v1/incidents")
                .then()
                .body("items", hasSize(0));
    }

    @Rule({"INC-030", "INC-031", "INC-009", "INC-042", "INC-045"})
    @Test
    void an_agent_works_on_an_incident_within_the_rules() {
        var at = "/api/v1/incidents/" + raise("T-20", "2026-03-05T10:00:00+01:00");
        as(agent())
                .body(Map.of("type", "DISRUPTION"))
                .put(at + "/classification")
                .then()
                .statusCode(204);
        as(agent())
                .body(Map.of("priority", "P1", "productionDisrupting", true))
                .put(at + "/priority")
                .then()
                .statusCode(409)
                .body("rule", equalTo("INC-031"));
        as(agent())
                .body(Map.of("waitingFor", "THIRD_PARTY"))
                .put(at + "/waiting")
                .then()
                .statusCode(204);
        as(agent()).body(Map.of()).put(at + "/waiting").then().statusCode(204);
        as(agent())
                .body(Map.of("group", "payroll"))
                .put(at + "/assignment")
                .then()
                .statusCode(204);
        as(agent())
                .body(Map.of("solution", "Patched"))
                .post(at + "/resolution")
                .then()
                .statusCode(204);
        as(customer(Role.INCIDENT_SUBMITTER, submitter))
                .body(Map.of("score", 5))
                .put(at + "/feedback")
                .then()
                .statusCode(204);
        as(agent())
                .header("If-Match", "\"1\"")
                .body(Map.of("reason", "Again"))
                .post(at + "/reopening")
                .then()
                .statusCode(412);
    }

    @Test
    void bad_input_is_named_field_by_field_and_changes_nothing() {
        as(customer(Role.INCIDENT_SUBMITTER, submitter))
                .body("{\"title\": \"\", \"colour\": 1, \"claimedType\": \"NO_SUCH\"}")
                .post("/api/v1/incidents")
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItems("/colour", "/claimedType", "/description"));
        post("raise", Map.of("number", "T-30"), "2026-03-05T10:00:00+01:00")
                .then()
                .statusCode(422);
        as(agent()).queryParam("tenant", tenant).get("/api/v1/incidents").then().body("items", hasSize(0));
    }

    private String raise(String number, String at) {
        var data = new HashMap<String, Object>(Map.of(
                "number", number,
                "submitter", submitter,
                "channel", "PHONE",
                "title", "Payslips do not open",
                "description", "Since this morning",
                "claimedType", "DISRUPTION",
                "claimedPriority", "P2"));
        post("raise", data, at).then().statusCode(201);
        return as(agent())
                .queryParam("tenant", tenant)
                .queryParam("number", number)
                .get("/api/v1/incidents")
                .then()
                .statusCode(200)
                .extract()
                .path("items[0].incident.id");
    }

    private String state(String incident, int clock) {
        return as(agent()).get("/api/v1/incidents/" + incident + "/clocks").path("[" + clock + "].state");
    }

    private void person(UUID person, String role) {
        var at = "2016-01-01T10:00:00Z";
        post("register-person", Map.of("personId", person, "name", "Example", "mail", person + "@example.org"), at)
                .then()
                .statusCode(201);
        post("assign-portal-role", Map.of("personId", person, "role", role, "knowledgeDeclared", true), at)
                .then()
                .statusCode(201);
    }

    private Response post(String type, Map<String, ?> data, String at) {
        return given().auth()
                .oauth2(ServiceSurroundings.token(Identity.eventProducer(
                        "afas", tenant, List.of(SOURCE), List.of("nl.waarborg.incident.*"), true)))
                .contentType("application/cloudevents+json")
                .body(json(Map.of(
                        "specversion",
                        "1.0",
                        "id",
                        UUID.randomUUID(),
                        "source",
                        SOURCE,
                        "type",
                        "nl.waarborg.incident." + type + ".v1",
                        "time",
                        at,
                        "tenantid",
                        tenant,
                        "datacontenttype",
                        "application/json",
                        "data",
                        data)))
                .post("/api/v1/events");
    }

    private static Identity agent() {
        return Identity.of(Role.SUPPORT_AGENT, "afas", null);
    }

    private Identity customer(Role role, UUID person) {
        return Identity.of(role, "afas", tenant).as(person);
    }

    private static RequestSpecification as(Identity identity) {
        return given().auth().oauth2(ServiceSurroundings.token(identity)).contentType(ContentType.JSON);
    }

    /** What processor-agreement-service would say. */
    private void published(String type, Map<String, ?> data) {
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", ServiceSurroundings.kafka()),
                new StringSerializer(),
                new StringSerializer())) {
            var record = new ProducerRecord<>("processor-agreement.events", tenant.toString(), json(data));
            Map.of(
                            "ce_specversion",
                            "1.0",
                            "ce_id",
                            UUID.randomUUID().toString(),
                            "ce_source",
                            "urn:waarborg:processor-agreement",
                            "ce_type",
                            "nl.waarborg.processor-agreement." + type + ".v1",
                            "ce_time",
                            Instant.now().toString(),
                            "ce_tenantid",
                            tenant.toString(),
                            "ce_sequence",
                            type.equals("agreement-concluded") ? "1" : "2",
                            "content-type",
                            "application/json")
                    .forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
            producer.send(record).get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}

package nl.waarborg.availability.outage;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

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
import nl.waarborg.availability.system.domain.EnvironmentKind;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@QuarkusTest
@QuarkusTestResource(
        value = ServiceSurroundings.class,
        initArgs = @ResourceArg(name = "database", value = "availability_test"))
class OutageIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SOURCE = "urn:test:monitors";
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final UUID NIL = new UUID(0, 0);
    private static final UUID TENANT = UUID.randomUUID();

    @BeforeAll
    static void agreeWithATenant() {
        ServiceSurroundings.makeTopics("processor-agreement.events", "incident.events", "backup.events");
        published(
                "processor-agreement",
                "agreement-concluded",
                "1",
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
                "processor-agreement",
                "tenant-terms-published",
                "2",
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
    }

    @Rule({"AVL-025", "AVL-027"})
    @Test
    void a_monitor_posts_an_outage_and_everyone_of_the_vendor_follows_it() {
        post(
                        "start-outage",
                        Map.of("reference", "P-1", "components", List.of("PROFIT"), "errorMessage", "No answer"),
                        "2026-03-10T08:00:00Z")
                .then()
                .statusCode(201);
        var id = idOf("P-1");
        post(
                        "update-outage",
                        Map.of(
                                "reference", "P-1",
                                "message", "Replacing a node",
                                "expectedRecoveryAt", "2026-03-10T09:00:00Z",
                                "nextUpdateAt", "2026-03-10T08:30:00Z"),
                        "2026-03-10T08:10:00Z")
                .then()
                .statusCode(201);
        post(
                        "update-outage",
                        Map.of("reference", "P-1", "message", "Slower", "expectedRecoveryAt", "2026-03-10T10:00:00Z"),
                        "2026-03-10T08:30:00Z")
                .then()
                .statusCode(201);
        as(customer())
                .get("/api/v1/outages/" + id)
                .then()
                .statusCode(200)
                .body("expectedRecoveryAt", equalTo("2026-03-10T10:00:00Z"))
                .body("affectedTenants", nullValue());
        post("end-outage", Map.of("reference", "P-1"), "2026-03-10T09:29:00Z")
                .then()
                .statusCode(201);
        as(customer())
                .get("/api/v1/outages/" + id + "/history")
                .then()
                .body("kind", contains("STARTED", "UPDATED", "UPDATED", "ENDED"))
                .body("expectedRecoveryAt", hasItem("2026-03-10T09:00:00Z"));
        as(Identity.of(Role.OPERATOR, "phocus", null))
                .get("/api/v1/outages/" + id)
                .then()
                .statusCode(404);
        post("end-outage", Map.of("reference", "P-1"), "2026-03-10T09:29:00Z")
                .then()
                .statusCode(201);
        post("end-outage", Map.of("reference", "NONE"), "2026-03-10T09:29:00Z")
                .then()
                .statusCode(409)
                .body("rule", equalTo("AVL-025"));
    }

    @Rule({"AVL-001", "AVL-007", "AVL-009", "AVL-012", "AVL-047"})
    @Test
    void a_closed_month_stays_and_a_change_that_two_people_made_is_a_correction_beside_it() {
        post(
                        "start-outage",
                        Map.of(
                                "reference",
                                "P-2",
                                "components",
                                List.of("PROFIT"),
                                "startedAt",
                                "2026-05-10T08:00:00Z"),
                        "2026-05-10T08:01:00Z")
                .then()
                .statusCode(201);
        post("end-outage", Map.of("reference", "P-2"), "2026-05-10T10:00:00Z")
                .then()
                .statusCode(201);
        var id = idOf("P-2");
        await().atMost(SOON).untilAsserted(() -> as(customer())
                .queryParam("tenant", TENANT)
                .get("/api/v1/availability/months/2026-05")
                .then()
                .statusCode(200)
                .body("provisional", equalTo(false))
                .body("figures.downSeconds", equalTo(7200))
                .body("figures.availability", nullValue())
                .body("figures.notMeasured", hasSize(5)));
        var before = as(customer()).queryParam("tenant", TENANT).get("/api/v1/availability/months/2026-05");
        int frozen = before.path("closed.closed.downSeconds");
        List<?> corrections = before.path("corrections");
        var anna = operator(UUID.randomUUID());
        var exclusion = Map.of(
                "from", "2026-05-10T08:00:00Z",
                "to", "2026-05-10T09:00:00Z",
                "reason", "CUSTOMER_RESPONSIBILITY",
                "tenant", TENANT,
                "justification", "Their own import blocked the database");
        var proposal = as(anna).body(exclusion)
                .post("/api/v1/outages/" + id + "/exclusions")
                .then()
                .statusCode(201)
                .body("proposalId", notNullValue())
                .extract()
                .path("proposalId");
        var approval = "/api/v1/outages/" + id + "/proposals/" + proposal + "/approval";
        as(anna).post(approval).then().statusCode(409).body("rule", equalTo("AVL-009"));
        as(operator(UUID.randomUUID())).post(approval).then().statusCode(204);
        await().atMost(SOON).untilAsserted(() -> as(customer())
                .queryParam("tenant", TENANT)
                .get("/api/v1/availability/months/2026-05")
                .then()
                .body("closed.closed.excludedSeconds", equalTo(0))
                .body("closed.closed.downSeconds", equalTo(frozen))
                .body("figures.excludedSeconds", equalTo(3600))
                .body("corrections", hasSize(corrections.size() + 1))
                .body("ledger.reason", contains("CUSTOMER_RESPONSIBILITY"))
                .body("ledger.clause", contains("AFAS §2.3.1 (OP-22)")));
        as(customer()).get("/api/v1/availability/months/2026-05").then().body("figures.excludedSeconds", equalTo(0));
        as(customer()).get("/api/v1/availability/months").then().body("month", hasItem("2026-05"));
        as(customer())
                .queryParam("tenant", TENANT)
                .get("/api/v1/availability/year-report")
                .then()
                .statusCode(200)
                .body("months.find { it.month == '2026-05' }.outageCount", equalTo(1));

        var dispute = as(customer())
                .body(Map.of("claim", "We were down for longer"))
                .post("/api/v1/availability/months/2026-05/disputes")
                .then()
                .statusCode(201)
                .extract()
                .path("disputeId");
        as(anna).body(Map.of("outcome", "MEASUREMENTS_STAND", "explanation", "The measurements say two hours"))
                .post("/api/v1/availability/disputes/" + dispute + "/settlement")
                .then()
                .statusCode(204);
        as(customer())
                .get("/api/v1/availability/disputes")
                .then()
                .body("[0].evidence.downSeconds", equalTo(3600))
                .body("[0].claim", equalTo("We were down for longer"));
    }

    @Rule("AVL-001")
    @Test
    void an_outage_that_nobody_ended_counts_to_the_end_of_its_month_and_not_in_the_next() {
        post(
                        "start-outage",
                        Map.of(
                                "reference",
                                "P-3",
                                "components",
                                List.of("CONNECTORS"),
                                "startedAt",
                                "2026-07-31T21:00:00Z"),
                        "2026-07-31T21:00:00Z")
                .then()
                .statusCode(201);
        await().atMost(SOON).untilAsserted(() -> as(customer())
                .get("/api/v1/availability/months/2026-08")
                .then()
                .body("provisional", equalTo(false))
                .body("figures.downSeconds", equalTo(0)));
        await().atMost(SOON).untilAsserted(() -> as(customer())
                .get("/api/v1/availability/months/2026-07")
                .then()
                .body("figures.downSeconds", equalTo(3600)));
        post("end-outage", Map.of("reference", "P-3", "endedAt", "2026-07-31T22:30:00Z"), "2026-08-01T08:00:00Z")
                .then()
                .statusCode(201);
        await().atMost(SOON).untilAsserted(() -> as(customer())
                .get("/api/v1/availability/months/2026-08")
                .then()
                .body("closed.closed.downSeconds", equalTo(0))
                .body("figures.downSeconds", equalTo(1800)));
    }

    @Rule({"AVL-033", "XSV-054"})
    @ParameterizedTest
    @EnumSource(value = EnvironmentKind.class, mode = EnumSource.Mode.EXCLUDE, names = "PRODUCTION")
    void only_production_counts(EnvironmentKind kind) {
        var system = "profit-" + kind;
        as(operator(UUID.randomUUID()))
                .body(Map.of(
                        "name", "Profit beside production",
                        "component", "PROFIT",
                        "environmentKind", kind,
                        "responsibleParty", "VENDOR"))
                .put("/api/v1/systems/" + system)
                .then()
                .statusCode(204);
        post(
                        "start-outage",
                        Map.of("reference", system, "systems", List.of(system), "startedAt", "2026-01-10T08:00:00Z"),
                        "2026-01-10T08:00:00Z")
                .then()
                .statusCode(201);
        post("end-outage", Map.of("reference", system), "2026-01-10T10:00:00Z")
                .then()
                .statusCode(201);
        await().atMost(SOON).untilAsserted(() -> as(customer())
                .get("/api/v1/availability/months/2026-01")
                .then()
                .body("provisional", equalTo(false))
                .body("figures.downSeconds", equalTo(0)));
    }

    @Rule({"AVL-002", "AVL-033", "XSV-054"})
    @Test
    void another_kind_of_system_beside_production_takes_no_component_down() {
        var anna = operator(UUID.randomUUID());
        for (var system : Map.of("connectors", "PRODUCTION", "outsite-training", "TRAINING")
                .entrySet()) {
            as(anna).body(Map.of(
                            "name",
                            system.getKey(),
                            "component",
                            system.getKey().equals("connectors") ? "CONNECTORS" : "OUTSITE",
                            "environmentKind",
                            system.getValue(),
                            "responsibleParty",
                            "VENDOR"))
                    .put("/api/v1/systems/" + system.getKey())
                    .then()
                    .statusCode(204);
        }
        var outage = as(anna).body(
                        Map.of("systems", List.of("connectors", "outsite-training"), "errorMessage", "A switch failed"))
                .post("/api/v1/outages")
                .then()
                .statusCode(201)
                .extract()
                .path("outageId");
        as(anna).get("/api/v1/outages/" + outage)
                .then()
                .body("components", contains("CONNECTORS"))
                .body("environmentKind", equalTo("PRODUCTION"))
                .body("systems", containsInAnyOrder("connectors", "outsite-training"));
        as(anna).body(Map.of("reason", "Only a test"))
                .post("/api/v1/outages/" + outage + "/withdrawal")
                .then()
                .statusCode(204);
    }

    @Rule("AVL-029")
    @Test
    void a_server_that_stands_by_steps_in() {
        var anna = operator(UUID.randomUUID());
        as(anna).body(Map.of("standby", true))
                .put("/api/v1/servers/db-9")
                .then()
                .statusCode(204);
        post("record-server-failure", Map.of("serverId", "db-7", "cause", "power"), "2026-03-10T08:00:00Z")
                .then()
                .statusCode(201);
        as(anna).get("/api/v1/servers").then().body("find { it.serverId == 'db-7' }.unreplaced", equalTo(true));
        as(anna).body(Map.of("standbyId", "db-1"))
                .post("/api/v1/servers/db-7/standby")
                .then()
                .statusCode(409)
                .body("rule", equalTo("AVL-029"));
        post("activate-standby", Map.of("serverId", "db-7", "standbyId", "db-9"), "2026-03-10T08:05:00Z")
                .then()
                .statusCode(201);
        as(anna).get("/api/v1/servers").then().body("find { it.serverId == 'db-7' }.replacedBy", equalTo("db-9"));
    }

    @Rule("AVL-011")
    @Test
    void a_data_centre_has_the_network_availability_that_the_agreement_names() {
        var anna = operator(UUID.randomUUID());
        as(anna).body(Map.of("name", "North", "location", "Leeuwarden", "country", "NL"))
                .put("/api/v1/data-centres/north")
                .then()
                .statusCode(204);
        as(anna).get("/api/v1/data-centres").then().body("[0].networkAvailability", equalTo(99.99f));
    }

    @Rule("AVL-027")
    @Test
    void a_calamity_that_a_customer_reports_is_a_candidate_and_never_an_outage_by_itself() {
        var incident = UUID.randomUUID();
        published(
                "incident",
                "calamity-reported",
                "1",
                Map.of("incidentId", incident, "insideWindow", true, "reportedAt", "2026-03-10T08:00:00Z"));
        var anna = operator(UUID.randomUUID());
        await().atMost(SOON).untilAsserted(() -> as(anna).queryParam("state", "WAITING")
                .get("/api/v1/outage-candidates")
                .then()
                .statusCode(200)
                .body("source", hasItem(incident.toString())));
        var candidate =
                as(anna).get("/api/v1/outage-candidates").path("find { it.source == '" + incident + "' }.candidateId");
        var outage = as(anna).body(Map.of(
                        "components",
                        List.of("PROFIT", "INSITE", "OUTSITE", "POCKET", "CONNECTORS"),
                        "errorMessage",
                        "Gone",
                        "startedAt",
                        Instant.now().minusSeconds(600).toString()))
                .post("/api/v1/outages")
                .then()
                .statusCode(201)
                .extract()
                .path("outageId");
        as(anna).body(Map.of("outageId", outage))
                .post("/api/v1/outage-candidates/" + candidate + "/confirmation")
                .then()
                .statusCode(204);
        as(anna).body(Map.of("reason", "No"))
                .post("/api/v1/outage-candidates/" + candidate + "/dismissal")
                .then()
                .statusCode(409);
        await().atMost(SOON).untilAsserted(() -> as(anna).get("/api/v1/availability/error-budget")
                .then()
                .statusCode(200)
                .body("alerts", not(hasSize(0))));
        as(anna).body(Map.of("reason", "It was my browser"))
                .post("/api/v1/outages/" + outage + "/withdrawal")
                .then()
                .statusCode(204);
    }

    @Test
    void bad_input_is_named_field_by_field_and_changes_nothing() {
        var anna = operator(UUID.randomUUID());
        as(anna).body(Map.of(
                        "systems", List.of("no-such"),
                        "affectedTenants", List.of(UUID.randomUUID()),
                        "errorMessage", "x",
                        "startedAt", Instant.now().plusSeconds(3600).toString()))
                .post("/api/v1/outages")
                .then()
                .statusCode(422)
                .body("errors.pointer", containsInAnyOrder("/systems/0", "/affectedTenants", "/startedAt"));
        as(anna).body("{\"colour\": 1, \"components\": [\"MOON\"]}")
                .post("/api/v1/outages")
                .then()
                .statusCode(422)
                .body("errors.pointer", containsInAnyOrder("/colour", "/components/0", "/errorMessage"));
        post("start-outage", Map.of("reference", "P-9"), "2026-03-10T08:00:00Z")
                .then()
                .statusCode(422);
        as(customer())
                .body(Map.of("errorMessage", "x"))
                .post("/api/v1/outages")
                .then()
                .statusCode(403);
        as(anna).get("/api/v1/availability/months/2099-01").then().statusCode(422);
    }

    @BeforeEach
    void tenantIsKnown() {
        await().atMost(SOON)
                .until(() -> as(operator(UUID.randomUUID()))
                                .get("/api/v1/tenants/" + TENANT + "/terms")
                                .statusCode()
                        == 200);
    }

    private static String idOf(String reference) {
        return as(operator(UUID.randomUUID()))
                .get("/api/v1/outages")
                .path("items.find { it.reference == '" + reference + "' }.outageId");
    }

    private static Response post(String type, Map<String, ?> data, String at) {
        var whole = new HashMap<String, Object>(data);
        whole.put("provider", "afas");
        return given().auth()
                .oauth2(ServiceSurroundings.token(Identity.eventProducer(
                        "afas", null, List.of(SOURCE), List.of("nl.waarborg.availability.*"), true)))
                .contentType("application/cloudevents+json")
                .body(json(Map.of(
                        "specversion",
                        "1.0",
                        "id",
                        UUID.randomUUID(),
                        "source",
                        SOURCE,
                        "type",
                        "nl.waarborg.availability." + type + ".v1",
                        "time",
                        at,
                        "tenantid",
                        NIL,
                        "datacontenttype",
                        "application/json",
                        "data",
                        whole)))
                .post("/api/v1/events");
    }

    private static Identity operator(UUID person) {
        return Identity.of(Role.OPERATOR, "afas", null).as(person);
    }

    private static Identity customer() {
        return Identity.of(Role.ADMINISTRATOR, "afas", TENANT).as(UUID.randomUUID());
    }

    private static RequestSpecification as(Identity identity) {
        return given().auth().oauth2(ServiceSurroundings.token(identity)).contentType(ContentType.JSON);
    }

    /** What another service would say. */
    private static void published(String service, String type, String sequence, Map<String, ?> data) {
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", ServiceSurroundings.kafka()),
                new StringSerializer(),
                new StringSerializer())) {
            var key = data.get("incidentId") == null
                    ? TENANT.toString()
                    : data.get("incidentId").toString();
            var record = new ProducerRecord<>(service + ".events", key, json(data));
            Map.of(
                            "ce_specversion",
                            "1.0",
                            "ce_id",
                            UUID.randomUUID().toString(),
                            "ce_source",
                            "urn:waarborg:" + service,
                            "ce_type",
                            "nl.waarborg." + service + "." + type + ".v1",
                            "ce_time",
                            Instant.now().toString(),
                            "ce_tenantid",
                            TENANT.toString(),
                            "ce_sequence",
                            sequence,
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

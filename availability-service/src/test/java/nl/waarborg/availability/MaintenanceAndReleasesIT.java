package nl.waarborg.availability;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import nl.waarborg.eventsourcing.test.quarkus.ServiceSurroundings;
import nl.waarborg.local.Identity;
import nl.waarborg.local.Role;
import nl.waarborg.rules.Rule;
import nl.waarborg.terms.AgreedCalendars;
import nl.waarborg.terms.Preset;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Maintenance, patches, releases, jobs and the roster against a real database and broker. */
@QuarkusTest
@QuarkusTestResource(
        value = ServiceSurroundings.class,
        initArgs = @ResourceArg(name = "database", value = "availability_maintenance_test"))
class MaintenanceAndReleasesIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SOURCE = "urn:test:planning";
    private static final String PLATFORM = new UUID(0, 0).toString();
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final UUID tenant = UUID.randomUUID();

    /** The producing services make their topics; none of them runs here. */
    @BeforeAll
    static void makeTheOthersTopics() {
        ServiceSurroundings.makeTopics(
                "processor-agreement.events", "incident.events", "backup.events", "payroll-workflow.events");
    }

    @Test
    @Rule({"AVL-013", "AVL-014", "AVL-015", "AVL-016", "AVL-038"})
    void anyone_can_ask_whether_maintenance_is_allowed() {
        var saturday = Map.of(
                "announcedAt", "2026-03-09T22:00:00+01:00",
                "startsAt", "2026-03-14T22:00:00+01:00",
                "endsAt", "2026-03-15T02:00:00+01:00");
        calculation("PLANNED", saturday)
                .body("allowed", equalTo(true))
                .body("violations", empty())
                .body("latestAnnouncement", equalTo("2026-03-09T22:00:00+01:00"))
                .body("window.from", equalTo("2026-03-13T21:00:00+01:00"))
                .body("window.to", equalTo("2026-03-16T07:00:00+01:00"));
        var noon = Map.of(
                "announcedAt", "2026-03-10T11:00:00+01:00",
                "startsAt", "2026-03-10T12:00:00+01:00",
                "endsAt", "2026-03-10T13:00:00+01:00");
        calculation("PLANNED", noon)
                .body("allowed", equalTo(false))
                .body("violations.rule", contains("AVL-013", "AVL-014"));
        calculation("PATCH", noon).body("violations.rule", contains("AVL-016"));
        calculation("NEW_VERSION", noon).body("violations.rule", contains("AVL-038"));
        calculation("EMERGENCY", noon).body("allowed", equalTo(true)).body("window", equalTo(null));
        as(operator())
                .body(json(Map.of(
                        "kind", "PLANNED",
                        "announcedAt", "2026-03-10T11:00:00Z",
                        "startsAt", "2026-03-10T12:00:00Z",
                        "endsAt", "2026-03-10T12:00:00Z")))
                .post("/api/v1/calculations/maintenance")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/endsAt"));
    }

    @Test
    @Rule({"AVL-013", "AVL-014"})
    void a_refused_announcement_is_kept_and_an_overridden_one_excludes_nothing() {
        var soon = Instant.now().plus(1, ChronoUnit.DAYS);
        var request = Map.of(
                "kind", "PLANNED",
                "components", List.of("PROFIT"),
                "startsAt", soon.toString(),
                "endsAt", soon.plusSeconds(3600).toString(),
                "message", "Storage is renewed");
        as(operator())
                .body(json(request))
                .post("/api/v1/maintenance")
                .then()
                .statusCode(409)
                .body("rule", equalTo("AVL-013"));
        as(operator())
                .get("/api/v1/maintenance/refusals")
                .then()
                .statusCode(200)
                .body("violations.rule.flatten()", hasItem("AVL-013"));
        var overriding = new HashMap<String, Object>(request);
        overriding.put("override", "The supplier comes but once");
        var at = as(operator())
                .body(json(overriding))
                .post("/api/v1/maintenance")
                .then()
                .statusCode(201)
                .header("ETag", notNullValue())
                .extract()
                .header("Location");
        as(operator())
                .get(at)
                .then()
                .statusCode(200)
                .body("overridden", equalTo(true))
                .body("overrideReason", equalTo("The supplier comes but once"));
        as(Identity.of(Role.ADMINISTRATOR, "afas", tenant))
                .get(at)
                .then()
                .statusCode(200)
                .body("overrideReason", equalTo(null));
        as(Identity.of(Role.OPERATOR, "phocus", null)).get(at).then().statusCode(404);
        as(operator())
                .header("If-Match", "\"7\"")
                .body(json(Map.of("reason", "No need")))
                .post(at + "/cancellation")
                .then()
                .statusCode(412);
        as(operator())
                .body(json(Map.of("reason", "No need")))
                .post(at + "/cancellation")
                .then()
                .statusCode(204);
        as(operator()).get(at).then().body("state", equalTo("CANCELLED"));
    }

    @Test
    @Rule({"AVL-013", "AVL-014"})
    void posted_maintenance_that_nobody_ended_overruns_at_once_and_only_its_plan_is_excluded() {
        var id = UUID.randomUUID();
        post(
                        PLATFORM,
                        "announce-maintenance",
                        Map.of(
                                "provider", "afas",
                                "maintenanceId", id,
                                "kind", "PLANNED",
                                "components", List.of("PROFIT", "INSITE"),
                                "startsAt", "2026-03-14T21:00:00Z",
                                "endsAt", "2026-03-15T01:00:00Z",
                                "message", "Storage is renewed"),
                        "2026-03-09T21:00:00Z")
                .then()
                .statusCode(201);
        var work = Map.of("provider", "afas", "maintenanceId", id);
        post(PLATFORM, "start-maintenance", work, "2026-03-14T20:50:00Z").then().statusCode(201);
        await().atMost(PATIENCE).untilAsserted(() -> as(operator())
                .get("/api/v1/maintenance/" + id)
                .then()
                .body("state", equalTo("OVERRUN"))
                .body("overrunAt", equalTo("2026-03-15T01:00:00Z")));
        post(PLATFORM, "end-maintenance", work, "2026-03-15T01:30:00Z").then().statusCode(201);
        as(operator())
                .get("/api/v1/maintenance/" + id)
                .then()
                .body("state", equalTo("ENDED"))
                .body("excludedFrom", equalTo("2026-03-14T21:00:00Z"))
                .body("excludedTo", equalTo("2026-03-15T01:00:00Z"));
        as(Identity.of(Role.ADMINISTRATOR, "afas", tenant))
                .queryParam("from", "2026-03-14T00:00:00Z")
                .queryParam("to", "2026-03-16T00:00:00Z")
                .get("/api/v1/maintenance")
                .then()
                .statusCode(200)
                .body("items.maintenanceId", hasItem(id.toString()));
        as(Identity.of(Role.OPERATOR, "phocus", null))
                .get("/api/v1/maintenance")
                .then()
                .body("items.maintenanceId", not(hasItem(id.toString())));
    }

    @Test
    @Rule({"AVL-016", "AVL-017", "AVL-018"})
    void a_patch_is_tested_then_installed_and_its_unavailability_is_shown_per_environment() {
        var patch = UUID.randomUUID();
        var environment = UUID.randomUUID();
        var installation = Map.of(
                "provider",
                "afas",
                "patchId",
                patch,
                "environmentId",
                environment,
                "components",
                List.of("PROFIT"),
                "startedAt",
                "2026-03-11T17:30:00Z",
                "installedAt",
                "2026-03-11T18:30:00Z",
                "unavailableFrom",
                "2026-03-11T17:58:00Z",
                "unavailableSeconds",
                300);
        post(PLATFORM, "install-patch", installation, "2026-03-11T18:31:00Z")
                .then()
                .statusCode(409)
                .body("rule", equalTo("AVL-018"));
        post(
                        PLATFORM,
                        "record-patch-test",
                        Map.of("provider", "afas", "patchId", patch, "testRunId", UUID.randomUUID(), "passed", true),
                        "2026-03-11T10:00:00Z")
                .then()
                .statusCode(201);
        post(PLATFORM, "install-patch", installation, "2026-03-11T18:32:00Z")
                .then()
                .statusCode(201);
        as(operator())
                .get("/api/v1/patches/" + patch + "/installations")
                .then()
                .statusCode(200)
                .body("[0].unavailableSeconds", equalTo(300))
                // 19:00 to 19:03 local.
                .body("[0].excludedSeconds", equalTo(180))
                .body("[0].outsideWindow", equalTo(true));
        as(operator())
                .body(json(Map.of("url", "https://portal.example/notes/5")))
                .put("/api/v1/patches/" + patch + "/release-notes")
                .then()
                .statusCode(204);
        as(operator())
                .get("/api/v1/patches")
                .then()
                .body("items.find { it.patchId == '" + patch + "' }.refusals", equalTo(1))
                .body(
                        "items.find { it.patchId == '" + patch + "' }.notesUrl",
                        equalTo("https://portal.example/notes/5"));
    }

    @Test
    @Rule({"AVL-034", "AVL-036", "AVL-038", "AVL-039", "AVL-042"})
    void a_customer_is_scheduled_moves_within_the_rollout_and_is_told() {
        agreeWithTheTenant();
        var today = LocalDate.now(AgreedCalendars.ZONE);
        String release = as(operator())
                .body(json(Map.of(
                        "name",
                        "Profit",
                        "kind",
                        "INNOVATIVE",
                        "rolloutFrom",
                        today.toString(),
                        "rolloutThrough",
                        today.plusDays(20).toString())))
                .post("/api/v1/releases")
                .then()
                .statusCode(201)
                .extract()
                .path("releaseId");
        as(operator())
                .get("/api/v1/releases/" + release)
                .then()
                .statusCode(200)
                .body("warnings", hasItem("ROLLOUT_TOO_SHORT"));
        as(operator())
                .get("/api/v1/releases/delivery-calendar")
                .then()
                .body("INNOVATIVE", equalTo("JUNE"))
                .body("STATUTORY", equalTo("NOVEMBER"));
        String migration = as(operator())
                .body(json(Map.of("tenant", tenant, "releaseId", release, "plannedAt", evening(today.plusDays(10)))))
                .post("/api/v1/migrations")
                .then()
                .statusCode(201)
                .extract()
                .path("migrationId");
        var date = "/api/v1/migrations/" + migration + "/date";
        var administrator = Identity.of(Role.ADMINISTRATOR, "afas", tenant);
        as(administrator)
                .body(json(Map.of("plannedAt", evening(today.plusDays(15)))))
                .put(date)
                .then()
                .statusCode(204);
        as(administrator)
                .body(json(Map.of("plannedAt", evening(today.plusDays(30)))))
                .put(date)
                .then()
                .statusCode(409)
                .body("rule", equalTo("AVL-036"));
        as(administrator)
                .body(json(Map.of("plannedAt", evening(today.plusDays(2)))))
                .put(date)
                .then()
                .statusCode(409)
                .body("rule", equalTo("AVL-038"));
        as(operator())
                .post("/api/v1/migrations/" + migration + "/final-date")
                .then()
                .statusCode(204);
        as(operator())
                .body(json(Map.of("plannedAt", evening(today.plusDays(16)))))
                .put(date)
                .then()
                .statusCode(409)
                .body("code", equalTo("date-fixed"));
        as(administrator)
                .get("/api/v1/migrations/" + migration)
                .then()
                .statusCode(200)
                .body("state", equalTo("DATE_FIXED"))
                .body("insideOfficeHours", equalTo(false))
                .body("refusals", equalTo(3));
        as(administrator)
                .get("/api/v1/migrations/notices")
                .then()
                .statusCode(200)
                .body("kind", contains("DATE_FIXED", "MOVED", "SCHEDULED"));
        as(Identity.of(Role.ADMINISTRATOR, "afas", UUID.randomUUID()))
                .get("/api/v1/migrations/" + migration)
                .then()
                .statusCode(404);
    }

    @Test
    @Rule("AVL-023")
    void large_tasks_are_shown_from_the_queue_to_their_end() {
        agreeWithTheTenant();
        var job = UUID.randomUUID();
        post(tenant.toString(), "start-background-job", Map.of("jobId", job), "2026-03-25T18:01:00Z")
                .then()
                .statusCode(409)
                .body("rule", equalTo("AVL-023"));
        post(
                        tenant.toString(),
                        "queue-background-job",
                        Map.of("jobId", job, "kind", "PAYROLL_RUN"),
                        "2026-03-25T18:00:00Z")
                .then()
                .statusCode(201);
        post(tenant.toString(), "start-background-job", Map.of("jobId", job), "2026-03-25T18:02:00Z")
                .then()
                .statusCode(201);
        as(Identity.of(Role.ADMINISTRATOR, "afas", tenant))
                .get("/api/v1/background-jobs")
                .then()
                .statusCode(200)
                .body("items.state", contains("STARTED"));
    }

    @Test
    @Rule("AVL-028")
    void a_gap_in_the_roster_is_shown_ahead_of_time() {
        var now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        as(operator())
                .body(json(Map.of(
                        "employeeId", UUID.randomUUID(),
                        "from", now.minusSeconds(3600).toString(),
                        "to", now.plusSeconds(3600).toString())))
                .post("/api/v1/on-call/assignments")
                .then()
                .statusCode(201);
        await().atMost(PATIENCE).untilAsserted(() -> as(operator())
                .get("/api/v1/on-call")
                .then()
                .statusCode(200)
                .body("now", hasSize(1))
                .body("gaps.from", hasItem(now.plusSeconds(3600).toString())));
    }

    private static ValidatableResponse calculation(String kind, Map<String, String> times) {
        var question = new HashMap<String, Object>(times);
        question.put("kind", kind);
        return as(operator())
                .body(json(question))
                .post("/api/v1/calculations/maintenance")
                .then()
                .statusCode(200);
    }

    private static String evening(LocalDate day) {
        return day.atTime(LocalTime.of(21, 0))
                .atZone(AgreedCalendars.ZONE)
                .toInstant()
                .toString();
    }

    private static Response post(String about, String type, Map<String, ?> data, String at) {
        return given().auth()
                .oauth2(ServiceSurroundings.token(Identity.eventProducer(
                        "afas", null, List.of(SOURCE), List.of("nl.waarborg.availability.*"), false)))
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
                        about,
                        "datacontenttype",
                        "application/json",
                        "data",
                        data)))
                .post("/api/v1/events");
    }

    private static Identity operator() {
        return Identity.of(Role.OPERATOR, "afas", null);
    }

    private static RequestSpecification as(Identity identity) {
        return given().auth().oauth2(ServiceSurroundings.token(identity)).contentType(ContentType.JSON);
    }

    private void agreeWithTheTenant() {
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
        await().atMost(PATIENCE)
                .until(() -> as(operator())
                                .get("/api/v1/tenants/" + tenant + "/terms")
                                .statusCode()
                        == 200);
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

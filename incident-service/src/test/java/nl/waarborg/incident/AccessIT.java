package nl.waarborg.incident;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.waarborg.eventsourcing.test.quarkus.ServiceSurroundings;
import nl.waarborg.local.Identity;
import nl.waarborg.local.Role;
import nl.waarborg.rules.Rule;
import nl.waarborg.terms.Preset;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Persons, access, calendars, mails and months against a real database, broker and mail server. */
@QuarkusTest
@QuarkusTestResource(
        value = ServiceSurroundings.class,
        initArgs = @ResourceArg(name = "database", value = "incident_test"))
class AccessIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SOURCE = "urn:test:tickets";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final UUID tenant = UUID.randomUUID();
    private final UUID administrator = UUID.randomUUID();
    private final UUID submitter = UUID.randomUUID();
    private final UUID employee = UUID.randomUUID();
    private final UUID environment = UUID.randomUUID();

    /** The producing services make their topics; none of them runs here. */
    @BeforeAll
    static void makeTheOthersTopics() {
        ServiceSurroundings.makeTopics("processor-agreement.events", "backup.events", "availability.events");
    }

    @BeforeEach
    void agreeWithTheTenant() {
        published(
                "processor-agreement",
                "agreement-concluded",
                1,
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
                2,
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
                .until(() ->
                        as(agent()).get("/api/v1/tenants/" + tenant + "/terms").statusCode() == 200);
        person(administrator, "ADMINISTRATOR");
        person(submitter, "INCIDENT_SUBMITTER");
    }

    @Test
    @Rule({"INC-004", "INC-010", "INC-012", "INC-014"})
    void the_administrator_gives_roles_and_a_caller_without_one_is_refused() {
        var newcomer = UUID.randomUUID();
        as(administrator())
                .body(json(Map.of("name", "New", "mail", "new@example.org", "language", "EN")))
                .put("/api/v1/persons/" + newcomer)
                .then()
                .statusCode(204);
        as(agent())
                .body(json(Map.of("tenant", tenant, "personId", newcomer, "phoneNumber", "0612345678")))
                .post("/api/v1/caller-checks")
                .then()
                .statusCode(409)
                .body("rule", equalTo("INC-014"));
        as(administrator())
                .body(json(Map.of("personId", newcomer, "role", "INCIDENT_SUBMITTER")))
                .post("/api/v1/portal-roles")
                .then()
                .statusCode(409)
                .body("rule", equalTo("INC-004"));
        as(administrator())
                .body(json(Map.of("personId", newcomer, "role", "INCIDENT_SUBMITTER", "knowledgeDeclared", true)))
                .post("/api/v1/portal-roles")
                .then()
                .statusCode(204);
        as(agent())
                .body(json(Map.of("tenant", tenant, "personId", newcomer, "phoneNumber", "0612345678")))
                .post("/api/v1/caller-checks")
                .then()
                .statusCode(200)
                .body("authorised", equalTo(true));
        as(agent())
                .queryParam("tenant", tenant)
                .get("/api/v1/caller-checks")
                .then()
                .statusCode(200)
                .body("items.authorised", hasItems(true, false))
                .body("items[0].phoneNumber", equalTo("0612345678"));
        as(administrator())
                .get("/api/v1/portal-roles?person=" + newcomer)
                .then()
                .body("role", hasItem("INCIDENT_SUBMITTER"));
    }

    @Test
    @Rule("INC-010")
    void a_token_that_says_administrator_is_not_enough() {
        as(Identity.of(Role.ADMINISTRATOR, "afas", tenant).as(submitter))
                .body(json(Map.of("personId", submitter, "role", "ADMINISTRATOR")))
                .post("/api/v1/portal-roles")
                .then()
                .statusCode(409)
                .body("rule", equalTo("INC-010"));
    }

    @Test
    @Rule({"INC-006", "INC-007", "INC-009"})
    void the_submitter_is_told_of_each_change_by_real_mail() {
        var incident = raise("M-1");
        act("respond", Map.of("number", "M-1"));
        act("handle", Map.of("number", "M-1", "solution", "Restarted the import"));
        await().atMost(PATIENCE).untilAsserted(() -> as(agent())
                .get("/api/v1/incident-mails?incident=" + incident)
                .then()
                .statusCode(200)
                .body("findAll { it.state == 'SENT' }.cause", hasItems("RECEIVED", "STATUS_CHANGED", "HANDLED"))
                .body("recipients.flatten()", hasItem(submitter.toString())));
        await().atMost(PATIENCE).until(() -> mails().stream()
                .anyMatch(mail -> mail.contains("Uw melding is afgehandeld")
                        && mail.contains("Restarted the import")
                        && mail.contains(submitter + "@example.org")));
    }

    @Test
    @Rule({"INC-049", "INC-050", "INC-052"})
    void a_copy_is_logged_scheduled_for_deletion_and_closed_on_proof() {
        var incident = raise("C-1");
        String copy = as(agent())
                .body(json(Map.of("tenant", tenant, "incidentId", incident, "environmentId", environment)))
                .post("/api/v1/investigation-copies")
                .then()
                .statusCode(201)
                .extract()
                .path("copyId");
        published(
                "backup",
                "environment-copy-provisioned",
                1,
                Map.of(
                        "copyId",
                        copy,
                        "provisionedAt",
                        Instant.now().truncatedTo(ChronoUnit.SECONDS).toString()));
        state(copy, "PROVISIONED");
        as(agent())
                .body(json(Map.of("purpose", "reproduce")))
                .post("/api/v1/investigation-copies/" + copy + "/accesses")
                .then()
                .statusCode(204);
        as(administrator())
                .get("/api/v1/investigation-copies/accesses?incident=" + incident)
                .then()
                .statusCode(200)
                .body("", hasSize(1))
                .body("[0].purpose", equalTo("reproduce"));
        act("handle", Map.of("number", "C-1", "solution", "Done"));
        await().atMost(PATIENCE).untilAsserted(() -> as(agent())
                .get("/api/v1/investigation-copies/" + copy)
                .then()
                .body("deletionCause", equalTo("HANDLED")));
        published(
                "backup",
                "environment-copy-deleted",
                2,
                Map.of(
                        "copyId",
                        copy,
                        "deletedAt",
                        Instant.now().truncatedTo(ChronoUnit.SECONDS).toString()));
        state(copy, "DELETED");
        as(agent()).get("/api/v1/investigation-copies/" + copy).then().body("late", equalTo(false));
    }

    @Test
    @Rule({"INC-053", "INC-054"})
    void a_system_user_is_added_on_approval_and_blocked_when_the_incident_is_handled() {
        var incident = raise("S-1");
        String access = as(agent())
                .body(json(
                        Map.of("tenant", tenant, "incidentId", incident, "reason", "look at it", "duration", "PT8H")))
                .post("/api/v1/system-user-accesses")
                .then()
                .statusCode(201)
                .extract()
                .path("accessId");
        as(administrator())
                .body(json(Map.of("environmentId", environment)))
                .post("/api/v1/system-user-accesses/" + access + "/approval")
                .then()
                .statusCode(204);
        accessState(incident, "GRANTED");
        act("handle", Map.of("number", "S-1", "solution", "Done"));
        accessState(incident, "BLOCKED");
        as(administrator())
                .get("/api/v1/system-user-accesses/" + access + "/log")
                .then()
                .body("what", equalTo(List.of("REQUESTED", "APPROVED", "GRANTED", "BLOCKED")));
    }

    @Test
    @Rule({"INC-055", "INC-057"})
    void support_plus_grants_only_with_a_recorded_certificate_of_conduct() {
        as(administrator()).put("/api/v1/support-plus").then().statusCode(204);
        var refused = raise("P-1");
        act("assign", Map.of("number", "P-1", "agent", employee));
        accessState(refused, "REFUSED");
        published(
                "processor-agreement",
                "conduct-certificate-recorded",
                3,
                Map.of("employeeId", employee, "recordedAt", "2026-01-05T09:00:00Z"));
        await().atMost(PATIENCE).untilAsserted(() -> {
            var number = "P-" + UUID.randomUUID();
            var incident = raise(number);
            act("assign", Map.of("number", number, "agent", employee));
            accessState(incident, "GRANTED");
        });
    }

    @Test
    @Rule("INC-048")
    void remote_viewing_needs_the_code_and_control_needs_consent() {
        var incident = raise("V-1");
        var issued = as(agent())
                .body(json(Map.of("tenant", tenant, "incidentId", incident)))
                .post("/api/v1/remote-views")
                .then()
                .statusCode(201)
                .extract();
        String session = issued.path("sessionId");
        as(submitter())
                .body(json(Map.of("code", "wrong")))
                .post("/api/v1/remote-views/" + session + "/entry")
                .then()
                .statusCode(409)
                .body("rule", equalTo("INC-048"));
        as(submitter())
                .post("/api/v1/remote-views/" + session + "/consent")
                .then()
                .statusCode(409);
        as(submitter())
                .body(json(Map.of("code", issued.<String>path("code"))))
                .post("/api/v1/remote-views/" + session + "/entry")
                .then()
                .statusCode(204);
        as(submitter())
                .post("/api/v1/remote-views/" + session + "/consent")
                .then()
                .statusCode(204);
        as(agent())
                .get("/api/v1/remote-views?incident=" + incident)
                .then()
                .body("[0].state", equalTo("CONTROL_CONSENTED"))
                .body("[0].refusedCodes", equalTo(1));
    }

    @Test
    @Rule({"INC-017", "INC-019"})
    void a_deviating_day_is_published_shown_and_the_vendors_own() {
        var manager = Identity.of(Role.AGREEMENT_MANAGER, "afas", null);
        var day = json(Map.of("date", "2034-06-01", "hours", List.of("08:00-12:00"), "reason", "Staff day"));
        as(manager)
                .body(day)
                .post("/api/v1/support-calendars/AFAS_SLA/support/deviations")
                .then()
                .statusCode(204);
        as(submitter())
                .get("/api/v1/support-calendars/AFAS_SLA/support/deviations?from=2034-06-01")
                .then()
                .statusCode(200)
                .body("[0].reason", equalTo("Staff day"));
        as(manager)
                .body(day)
                .post("/api/v1/support-calendars/PHOCUS_CLOUD/service-center/deviations")
                .then()
                .statusCode(404);
        as(manager)
                .body(day)
                .post("/api/v1/support-calendars/on-site/" + tenant + "/deviations")
                .then()
                .statusCode(204);
        as(administrator())
                .get("/api/v1/support-calendars/on-site/" + tenant)
                .then()
                .statusCode(200)
                .body("deviations.reason", hasItem("Staff day"));
    }

    @Test
    @Rule("INC-046")
    void a_problem_collects_incidents() {
        var incident = raise("Q-1");
        String problem = as(agent())
                .body(json(Map.of("title", "Import stops")))
                .post("/api/v1/problems")
                .then()
                .statusCode(201)
                .extract()
                .path("problemId");
        as(agent())
                .body(json(Map.of("tenant", tenant, "incidentId", incident)))
                .post("/api/v1/problems/" + problem + "/incidents")
                .then()
                .statusCode(204);
        as(agent())
                .get("/api/v1/problems")
                .then()
                .statusCode(200)
                .body("find { it.problemId == '" + problem + "' }.incidents", hasItem(incident))
                .body("find { it.problemId == '" + problem + "' }.title", equalTo("Import stops"));
        as(Identity.of(Role.SUPPORT_AGENT, "phocus", null))
                .get("/api/v1/problems")
                .then()
                .body("problemId", not(hasItem(problem)));
    }

    @Test
    @Rule({"INC-043", "INC-062"})
    void a_past_month_is_closed_and_what_comes_later_corrects_it() {
        var at = "2026-03-05T10:00:00+01:00";
        var data = Map.of(
                "number", "R-1",
                "submitter", submitter,
                "channel", "PHONE",
                "title", "Old",
                "description", "Old",
                "claimedType", "FAULT",
                "claimedPriority", "P2");
        post("raise", data, at).then().statusCode(201);
        await().atMost(PATIENCE).untilAsserted(() -> as(administrator())
                .get("/api/v1/reports/months/2026-03")
                .then()
                .statusCode(200)
                .body("provisional", equalTo(false))
                .body("totals.submitted", equalTo(1))
                .body("tenants[0].closed.figures.open", equalTo(1)));
        post("handle", Map.of("number", "R-1", "solution", "Done"), "2026-03-05T12:00:00+01:00")
                .then()
                .statusCode(201);
        await().atMost(PATIENCE).untilAsserted(() -> as(administrator())
                .get("/api/v1/reports/months/2026-03")
                .then()
                .body("tenants[0].closed.figures.open", equalTo(1))
                .body("tenants[0].corrections.figures.handled", hasItem(1))
                .body("totals.handledWithinTerm", equalTo(1))
                .body("totals.leadTimes.elapsed.meanSeconds", equalTo(7200)));
        as(Identity.of(Role.OPERATOR, "afas", null))
                .get("/api/v1/reports/months/2026-03?tenant=" + tenant)
                .then()
                .statusCode(200)
                .body("tenants.name", hasItem("Example"));
        as(administrator())
                .get("/api/v1/reports/months/never")
                .then()
                .statusCode(422)
                .body("type", containsString("invalid-fields"));
    }

    private void state(String copy, String state) {
        await().atMost(PATIENCE).untilAsserted(() -> as(agent())
                .get("/api/v1/investigation-copies/" + copy)
                .then()
                .body("state", equalTo(state)));
    }

    private void accessState(String incident, String state) {
        await().atMost(Duration.ofSeconds(15)).untilAsserted(() -> as(agent())
                .get("/api/v1/system-user-accesses?cause=" + incident)
                .then()
                .body("state", hasItem(state)));
    }

    private static List<String> mails() {
        var directory = Path.of(ConfigProvider.getConfig().getValue(ServiceSurroundings.MAILS, String.class));
        try (var files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile).map(AccessIT::read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String raise(String number) {
        var data = new HashMap<String, Object>(Map.of(
                "number", number,
                "submitter", submitter,
                "channel", "PHONE",
                "title", "Payslips do not open",
                "description", "Since this morning",
                "environment", environment,
                "claimedType", "DISRUPTION",
                "claimedPriority", "P2"));
        act("raise", data);
        return as(agent())
                .queryParam("tenant", tenant)
                .queryParam("number", number)
                .get("/api/v1/incidents")
                .then()
                .statusCode(200)
                .extract()
                .path("items[0].incident.id");
    }

    private void act(String type, Map<String, ?> data) {
        post(type, data, Instant.now().toString()).then().statusCode(201);
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

    private Identity agent() {
        return Identity.of(Role.SUPPORT_AGENT, "afas", null).as(employee);
    }

    private Identity administrator() {
        return Identity.of(Role.ADMINISTRATOR, "afas", tenant).as(administrator);
    }

    private Identity submitter() {
        return Identity.of(Role.INCIDENT_SUBMITTER, "afas", tenant).as(submitter);
    }

    private static RequestSpecification as(Identity identity) {
        return given().auth().oauth2(ServiceSurroundings.token(identity)).contentType(ContentType.JSON);
    }

    /** What another service would say. */
    private void published(String service, String type, int sequence, Map<String, ?> data) {
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", ServiceSurroundings.kafka()),
                new StringSerializer(),
                new StringSerializer())) {
            var record = new ProducerRecord<>(service + ".events", tenant.toString(), json(data));
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
                            tenant.toString(),
                            "ce_sequence",
                            Integer.toString(sequence),
                            "content-type",
                            "application/json")
                    .forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
            await().atMost(PATIENCE).until(producer.send(record)::isDone);
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

package nl.waarborg.incident;

import static io.restassured.RestAssured.given;
import static nl.waarborg.incident.Customer.PATIENCE;
import static nl.waarborg.incident.Customer.as;
import static nl.waarborg.incident.Customer.json;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import nl.waarborg.contracts.Contract;
import nl.waarborg.eventsourcing.StreamId;
import nl.waarborg.eventsourcing.test.quarkus.ServiceSurroundings;
import nl.waarborg.local.Role;
import nl.waarborg.rules.Rule;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every endpoint of the service has in common. */
@QuarkusTest
@QuarkusTestResource(
        value = ServiceSurroundings.class,
        initArgs = @ResourceArg(name = "database", value = "incident_test"))
class HttpEdgeIT {

    private static final Set<String> PUBLISHED = Set.of("support_calendar", "holiday_proposal");

    private static final String STRUCTURED = "application/cloudevents+json";
    private static final String BATCH = "application/cloudevents-batch+json";

    /** The reader: under row-level security. */
    @Inject
    javax.sql.DataSource reader;

    private Customer customer;

    @BeforeEach
    void agreeWithTheCustomer() {
        customer = Customer.agreed();
    }

    @Test
    void what_http_itself_refuses_is_a_problem_too() {
        var agent = customer.agent();
        problem(as(agent).get("/api/v1/no-such-thing"), 404, "not-found");
        problem(as(agent).get("/nowhere"), 404, "not-found");
        problem(as(agent).delete("/api/v1/incidents"), 405, "method-not-allowed");
        problem(as(agent).accept("image/png").get("/api/v1/incidents"), 406, "not-acceptable");
        problem(
                as(agent).contentType("text/plain").body("title").post("/api/v1/incidents"),
                415,
                "unsupported-media-type");
        problem(as(agent).body("{\"title\": \"a\"} {}").post("/api/v1/problems"), 400, "malformed-body");
        problem(as(agent).body("{\"title\": \"a\"").post("/api/v1/problems"), 400, "malformed-body");
        problem(as(agent).body("{\"title\": \"a\", \"title\": \"b\"}").post("/api/v1/problems"), 400, "malformed-body");
        problem(as(agent).body("[]").post("/api/v1/problems"), 422, "invalid-fields");
        problem(as(agent).post("/api/v1/problems"), 400, null);
        problem(as(agent).queryParam("limit", 0).get("/api/v1/incidents"), 400, "invalid-request");
        problem(as(agent).queryParam("cursor", "bm9uc2Vuc2UfeA").get("/api/v1/incidents"), 400, "invalid-request");
        problem(as(agent).queryParam("dueBefore", "soon").get("/api/v1/incidents"), 404, null);
        problem(given().get("/api/v1/incidents"), 401, "unauthenticated");
        given().get("/api/v1/incidents").then().header("WWW-Authenticate", startsWith("Bearer"));
        problem(given().header("Authorization", "Bearer not.a.token").get("/api/v1/incidents"), 401, "unauthenticated");
    }

    @Test
    void a_version_that_was_seen_is_asked_for_and_named() {
        var at = "/api/v1/incidents/" + customer.raise("E-1");
        var seen = as(customer.agent()).get(at).then().statusCode(200).extract().header("ETag");
        var now = as(customer.agent())
                .header("If-Match", seen)
                .body(Map.of("group", "payroll"))
                .put(at + "/assignment")
                .then()
                .statusCode(204)
                .extract()
                .header("ETag");
        as(customer.agent()).get(at).then().header("ETag", equalTo(now));
        problem(
                as(customer.agent())
                        .header("If-Match", seen)
                        .body(Map.of("group", "other"))
                        .put(at + "/assignment"),
                412,
                "precondition-failed");
        problem(
                as(customer.agent())
                        .header("If-Match", "\"first\"")
                        .body(Map.of("group", "other"))
                        .put(at + "/assignment"),
                412,
                "precondition-failed");
        as(customer.agent()).get(at).then().header("ETag", equalTo(now));

        var person = "/api/v1/persons/" + customer.submitterId();
        as(customer.administrator()).get(person).then().statusCode(200).header("ETag", notNullValue());
        problem(
                as(customer.administrator())
                        .header("If-Match", "\"99\"")
                        .body(Map.of("name", "Other", "mail", "other@example.org", "language", "NL"))
                        .put(person),
                412,
                "precondition-failed");
    }

    @Test
    void an_event_comes_structured_binary_or_in_a_batch_whose_bad_ones_hinder_nobody() {
        var event = customer.event("raise", customer.report("E-10"), "2026-03-05T10:00:00Z");
        var producer = as(customer.tickets());
        producer.contentType(STRUCTURED)
                .body(json(event))
                .post("/api/v1/events")
                .then()
                .statusCode(201)
                .body("outcome", equalTo("ACCEPTED"))
                .body("version", notNullValue());
        as(customer.tickets())
                .contentType(STRUCTURED)
                .body(json(event))
                .post("/api/v1/events")
                .then()
                .statusCode(200)
                .body("outcome", equalTo("DUPLICATE"));
        var other = new HashMap<>(event);
        other.put("data", customer.report("E-11"));
        problem(
                as(customer.tickets()).contentType(STRUCTURED).body(json(other)).post("/api/v1/events"),
                409,
                "id-reused");

        var binary = as(customer.tickets());
        customer.event("respond", Map.of("number", "E-10"), "2026-03-05T11:00:00Z")
                .forEach((name, value) -> {
                    if (!name.equals("data") && !name.equals("datacontenttype")) {
                        binary.header("ce-" + name, value.toString());
                    }
                });
        binary.body(json(Map.of("number", "E-10")))
                .post("/api/v1/events")
                .then()
                .statusCode(201);

        var good = customer.event("raise", customer.report("E-12"), "2026-03-05T10:00:00Z");
        var foreign = customer.event("raise", customer.report("E-13"), "2026-03-05T10:00:00Z");
        foreign.put("tenantid", UUID.randomUUID());
        var unknown = customer.event("explode", Map.of(), "2026-03-05T10:00:00Z");
        var later = customer.event("handle", Map.of("number", "E-12", "solution", "Done"), "2026-03-05T12:00:00Z");
        as(customer.tickets())
                .contentType(BATCH)
                .body(json(List.of(
                        good,
                        Map.of("specversion", "1.0", "id", "half"),
                        foreign,
                        customer.event("raise", Map.of("number", "E-14"), "2026-03-05T10:00:00Z"),
                        unknown,
                        later)))
                .post("/api/v1/events")
                .then()
                .statusCode(200)
                .body("outcome", contains("ACCEPTED", "REFUSED", "REFUSED", "REFUSED", "REFUSED", "ACCEPTED"))
                .body("[1].id", equalTo("half"))
                .body("[1].problem.type", containsString("malformed-body"))
                .body("[2].problem.type", containsString("unknown-tenant"))
                .body("[3].problem.errors.pointer", notNullValue())
                .body("[4].problem.type", containsString("unknown-event-type"));
        problem(as(customer.tickets()).contentType(BATCH).body("{}").post("/api/v1/events"), 400, "malformed-body");
        problem(as(customer.tickets()).contentType(BATCH).body("[").post("/api/v1/events"), 400, "malformed-body");
        problem(
                as(customer.tickets())
                        .contentType(BATCH)
                        .body(json(new ArrayList<>(java.util.Collections.nCopies(1001, 1))))
                        .post("/api/v1/events"),
                413,
                "too-large");
        problem(as(customer.tickets()).body("{}").post("/api/v1/events"), 415, "unsupported-media-type");
    }

    @Rule("XSV-014")
    @Test
    void after_the_agreement_only_requests_about_the_exit_are_open_to_the_customer() {
        var incident = "/api/v1/incidents/" + customer.raise("ENDED-1");
        var submitter = customer.submitter();
        as(customer.viewer()).get(incident).then().statusCode(200);
        customer.published(
                "processor-agreement",
                "agreement-ended",
                customer.agreementId(),
                3,
                Map.of(
                        "agreementId",
                        customer.agreementId(),
                        "endedOn",
                        LocalDate.now(ZoneId.of("Europe/Amsterdam"))
                                .minusDays(1)
                                .toString()));

        await().atMost(PATIENCE).until(() -> as(customer.viewer()).get(incident).statusCode() == 409);
        as(customer.viewer()).get("/api/v1/incidents").then().statusCode(409).body("rule", equalTo("XSV-014"));
        as(submitter)
                .body(Map.of("title", "Too late", "description", "After the end", "helpCenterConsulted", true))
                .post("/api/v1/incidents")
                .then()
                .statusCode(409)
                .body("rule", equalTo("XSV-014"));
        as(submitter)
                .body(Map.of(
                        "title",
                        "Our data",
                        "description",
                        "The export of the exit",
                        "helpCenterConsulted",
                        true,
                        "topic",
                        "EXIT_EXPORT"))
                .post("/api/v1/incidents")
                .then()
                .statusCode(201);
        as(customer.agent()).get(incident).then().statusCode(200);
    }

    @Test
    void what_leaves_names_its_contract_and_carries_the_requests_trace() {
        var trace = UUID.randomUUID().toString().replace("-", "");
        String location = as(customer.submitter())
                .header("traceparent", "00-" + trace + "-00f067aa0ba902b7-01")
                .body(Map.of("title", "Traced", "description", "Since this morning", "helpCenterConsulted", true))
                .post("/api/v1/incidents")
                .then()
                .statusCode(201)
                .extract()
                .header("Location");
        var incident = location.substring(location.lastIndexOf('/') + 1);
        var raised = await().atMost(PATIENCE)
                .until(
                        () -> published(incident).stream()
                                .filter(record -> header(record, "ce_type").equals("nl.waarborg.incident.raised.v1"))
                                .findFirst(),
                        java.util.Optional::isPresent)
                .orElseThrow();
        assertTrue(header(raised, "ce_traceparent").startsWith("00-" + trace + "-"), header(raised, "ce_traceparent"));
        assertEquals("urn:waarborg:incident:raised:v1.0", header(raised, "ce_dataschema"));
        assertEquals("application/json", header(raised, "content-type"));
        published(incident)
                .forEach(record ->
                        assertEquals(idOfContract(header(record, "ce_type")), header(record, "ce_dataschema")));
    }

    private static String idOfContract(String type) {
        var name = type.substring("nl.waarborg.incident.".length());
        try (var schema = Contract.class.getResourceAsStream("/contracts/incident/" + name + ".schema.json")) {
            return new ObjectMapper().readTree(schema).path("$id").textValue();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void a_reader_that_forgot_its_tenant_sees_nothing() throws SQLException {
        customer.raise("E-30");
        var tables = tablesUnderPolicy();
        assertTrue(tables.containsAll(List.of("incident", "person", "tenant", "tenant_terms")), tables.toString());
        for (var table : tables) {
            // What a vendor published of its calendars is for everyone.
            var own = PUBLISHED.contains(table) ? table + " where tenant_id <> '" + StreamId.PLATFORM + "'" : table;
            assertEquals(0, visible(own, "", ""), table);
        }
        assertTrue(visible("incident", customer.tenant().toString(), "") > 0);
        assertTrue(visible("incident", "", "afas") > 0);
        assertEquals(0, visibleOf("incident", UUID.randomUUID().toString(), ""));
        assertEquals(0, visibleOf("incident", "", "phocus"));
        as(customer.agent())
                .queryParam("tenant", customer.tenant())
                .get("/api/v1/incidents")
                .then()
                .body("items.size()", equalTo(1));
        as(Customer.agreed("phocus").staff(Role.SUPPORT_AGENT))
                .queryParam("tenant", customer.tenant())
                .get("/api/v1/incidents")
                .then()
                .body("items.size()", equalTo(0));
    }

    @Test
    void health_tells_how_the_parts_do() {
        given().get("/q/health/ready")
                .then()
                .statusCode(200)
                .body("status", equalTo("UP"))
                .body("checks.find { it.name == 'events' }.data.relay", equalTo("STREAMING"))
                .body("checks.find { it.name == 'events' }.data.relayLagSeconds", notNullValue())
                .body("checks.find { it.name == 'events' }.data.inboundLagSeconds", notNullValue());
    }

    private static void problem(Response response, int status, @org.jspecify.annotations.Nullable String kind) {
        assertEquals(status, response.statusCode(), response.asString());
        assertEquals("application/problem+json", response.contentType().split(";", 2)[0], response.asString());
        assertEquals(status, response.<Integer>path("status").intValue());
        if (kind != null) {
            assertEquals("urn:waarborg:problem:" + kind, response.path("type"));
        }
    }

    private List<String> tablesUnderPolicy() throws SQLException {
        try (var connection = reader.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "select distinct tablename from pg_policies where schemaname = 'public' and policyname = 'reader'"
                                + " and qual <> 'true' order by 1")) {
            var tables = new ArrayList<String>();
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
            return tables;
        }
    }

    private long visible(String table, String tenant, String provider) throws SQLException {
        return count("select count(*) from " + table, tenant, provider);
    }

    /** Rows of this test's customer. */
    private long visibleOf(String table, String tenant, String provider) throws SQLException {
        return count(
                "select count(*) from " + table + " where tenant_id = '" + customer.tenant() + "'", tenant, provider);
    }

    private long count(String sql, String tenant, String provider) throws SQLException {
        try (var connection = reader.getConnection()) {
            connection.setAutoCommit(false);
            try (var statement = connection.createStatement()) {
                if (!tenant.isEmpty() || !provider.isEmpty()) {
                    statement.execute("set local waarborg.tenant = '" + tenant + "'");
                    statement.execute("set local waarborg.provider = '" + provider + "'");
                }
                try (var rows = statement.executeQuery(sql)) {
                    rows.next();
                    return rows.getLong(1);
                }
            } finally {
                connection.rollback();
            }
        }
    }

    /** What is on the service's topic of this stream. */
    private static List<ConsumerRecord<String, String>> published(String stream) {
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of("bootstrap.servers", ServiceSurroundings.kafka()),
                new StringDeserializer(),
                new StringDeserializer())) {
            var partitions = consumer.partitionsFor("incident.events").stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            var found = new ArrayList<ConsumerRecord<String, String>>();
            var deadline = Instant.now().plus(PATIENCE);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())
                    && Instant.now().isBefore(deadline)) {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> {
                    if (stream.equals(record.key())) {
                        found.add(record);
                    }
                });
            }
            return found;
        }
    }

    private static String header(ConsumerRecord<String, String> record, String name) {
        var header = record.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }
}

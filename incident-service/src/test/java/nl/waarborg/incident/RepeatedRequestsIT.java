package nl.waarborg.incident;

import static nl.waarborg.incident.MadeCustomer.as;
import static nl.waarborg.incident.MadeCustomer.json;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.quarkus.agroal.DataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.waarborg.eventsourcing.test.quarkus.ServiceSurroundings;
import nl.waarborg.local.Identity;
import nl.waarborg.local.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code Idempotency-Key}: the same request again has no effect and the same answer. */
@QuarkusTest
@QuarkusTestResource(
        value = ServiceSurroundings.class,
        initArgs = @ResourceArg(name = "database", value = "incident_test"))
class RepeatedRequestsIT {

    @Inject
    @DataSource("writer")
    javax.sql.DataSource writer;

    private MadeCustomer customer;

    @BeforeEach
    void agreeWithTheCustomer() {
        customer = MadeCustomer.agreed();
    }

    /** What creates something, and what acts on it, one after the other. */
    @Test
    void every_acting_request_answers_the_same_when_it_is_repeated() {
        var incident = customer.raise("I-1");
        var at = "/api/v1/incidents/" + incident;
        var agent = customer.agent();
        var manager = customer.staff(Role.AGREEMENT_MANAGER);
        var newcomer = UUID.randomUUID();

        twice(customer.submitter(), "/api/v1/incidents", report("Twice"), 201);
        twice(customer.submitter(), at + "/reactions", Map.of("text", "Any news?"), 204);
        twice(customer.submitter(), at + "/priority-escalations", Map.of("motivation", "Payday"), 204);
        twice(agent, at + "/priority-escalations/decision", Map.of("accepted", false, "reason", "No"), 204);
        twice(agent, at + "/response", Map.of(), 204);
        twice(agent, at + "/workaround", Map.of("description", "Use the app"), 204);
        twice(customer.submitter(), at + "/escalations", Map.of("reason", "Too slow"), 204);
        twice(agent, at + "/links", Map.of("kind", "BREACH", "related", UUID.randomUUID()), 204);
        twice(agent, at + "/calamity", Map.of(), 204);
        twice(agent, at + "/calamity/contact", Map.of(), 204);
        twice(agent, at + "/calamity/follow-up", Map.of("followUp", "Call at noon"), 204);
        twice(agent, at + "/calamity/downgrade", Map.of("reason", "It works again"), 204);

        var of = Map.<String, Object>of("tenant", customer.tenant(), "incidentId", incident);
        var session = twice(agent, "/api/v1/remote-views", of, 201);
        var view = "/api/v1/remote-views/" + session.path("sessionId");
        twice(customer.submitter(), view + "/entry", Map.of("code", session.<String>path("code")), 204);
        twice(customer.submitter(), view + "/consent", null, 204);
        twice(agent, view + "/end", null, 204);

        var copy = Map.<String, Object>of(
                "tenant", customer.tenant(), "incidentId", incident, "environmentId", customer.environment());
        twice(agent, "/api/v1/investigation-copies", copy, 201);

        var access = twice(
                agent,
                "/api/v1/system-user-accesses",
                Map.of("tenant", customer.tenant(), "incidentId", incident, "reason", "look at it", "duration", "PT8H"),
                201);
        var request = "/api/v1/system-user-accesses/" + access.path("accessId");
        twice(customer.administrator(), request + "/approval", Map.of("environmentId", customer.environment()), 204);
        twice(customer.administrator(), request + "/revocation", Map.of("reason", "Enough"), 204);

        var problem = twice(agent, "/api/v1/problems", Map.of("title", "Import stops"), 201);
        var problems = "/api/v1/problems/" + problem.path("problemId");
        twice(agent, problems + "/incidents", of, 204);
        twice(agent, problems + "/closure", Map.of("measure", "A newer version"), 204);

        twice(
                agent,
                "/api/v1/caller-checks",
                Map.of("tenant", customer.tenant(), "personId", customer.submitterId(), "phoneNumber", "0612345678"),
                200);
        customer.person(newcomer, "INCIDENT_VIEWER");
        twice(
                customer.administrator(),
                "/api/v1/portal-roles",
                Map.of("personId", newcomer, "role", "INCIDENT_SUBMITTER", "knowledgeDeclared", true),
                204);
        twice(customer.administrator(), "/api/v1/persons/" + newcomer + "/departure", null, 204);
        twice(
                manager,
                "/api/v1/support-calendars/on-site/" + customer.tenant() + "/deviations",
                Map.of("date", "2034-06-01", "hours", List.of("08:00-12:00"), "reason", "Staff day"),
                204);

        twice(agent, at + "/resolution", Map.of("solution", "Patched"), 204);
        twice(customer.submitter(), at + "/reopening", Map.of("reason", "Again"), 204);
        twice(agent, at + "/lapse", Map.of("reason", "Asked to"), 204);
    }

    @Test
    void the_same_key_for_another_request_is_refused() {
        var key = UUID.randomUUID().toString();
        post(customer.submitter(), key, "/api/v1/incidents", report("One"))
                .then()
                .statusCode(201);
        post(customer.submitter(), key, "/api/v1/incidents", report("Other"))
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:waarborg:problem:idempotency-key-reused"));
        // Another person's keys are its own.
        post(customer.agent(), key, "/api/v1/problems", Map.of("title", "Another"))
                .then()
                .statusCode(201);
    }

    @Test
    void two_at_the_same_moment_have_one_effect_and_one_answer() throws Exception {
        for (var round = 0; round < 5; round++) {
            var key = UUID.randomUUID().toString();
            var body = report("At once " + round);
            Callable<Response> task = () -> post(customer.submitter(), key, "/api/v1/incidents", body);
            var answers = new ArrayList<Response>();
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                for (var answer : threads.invokeAll(
                        IntStream.range(0, 6).mapToObj(i -> task).toList())) {
                    answers.add(answer.get());
                }
            }
            assertEquals(
                    1,
                    answers.stream()
                            .map(RepeatedRequestsIT::shown)
                            .collect(Collectors.toSet())
                            .size(),
                    answers.stream().map(RepeatedRequestsIT::shown).toList()::toString);
            answers.getFirst().then().statusCode(201);
        }
        as(customer.agent())
                .queryParam("tenant", customer.tenant())
                .get("/api/v1/incidents")
                .then()
                .body("items.size()", equalTo(5));
    }

    @Test
    void what_was_answered_is_not_readable_in_the_table() throws SQLException {
        var answer = twice(
                customer.agent(),
                "/api/v1/remote-views",
                Map.of("tenant", customer.tenant(), "incidentId", customer.raise("I-9")),
                201);
        String code = answer.path("code");
        try (var connection = writer.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "select h::text from handled_command h where answer is not null and scope like '%"
                                + customer.tenant() + "%'")) {
            rows.next();
            assertFalse(rows.getString(1).contains(code), "the code is kept encrypted");
        }
    }

    private static Map<String, Object> report(String title) {
        return Map.of("title", title, "description", "Since this morning", "helpCenterConsulted", true);
    }

    private static Response twice(
            Identity who, String path, @org.jspecify.annotations.Nullable Map<String, ?> body, int status) {
        var key = UUID.randomUUID().toString();
        var first = post(who, key, path, body);
        assertEquals(status, first.statusCode(), path + ": " + first.asString());
        assertEquals(shown(first), shown(post(who, key, path, body)), path);
        return first;
    }

    private static Response post(
            Identity who, String key, String path, @org.jspecify.annotations.Nullable Map<String, ?> body) {
        var request = as(who).header("Idempotency-Key", key);
        return body == null ? request.post(path) : request.body(json(body)).post(path);
    }

    /** Everything of an answer that means something to a client. */
    private static String shown(Response answer) {
        return String.join(
                "\n",
                Integer.toString(answer.statusCode()),
                answer.asString(),
                String.valueOf(answer.header("ETag")),
                String.valueOf(answer.header("Location")),
                String.valueOf(answer.header("Content-Type")));
    }
}

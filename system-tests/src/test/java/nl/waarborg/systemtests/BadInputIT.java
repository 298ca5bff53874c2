package nl.waarborg.systemtests;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import nl.waarborg.local.Identity;
import nl.waarborg.local.Role;
import nl.waarborg.systemtests.Api.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is wrong with what comes in: a clear problem document, nothing stored, nothing lost. */
@ExtendWith(Suite.Started.class)
class BadInputIT {

    private static final Instant AT = Instant.parse("2026-03-05T10:00:00Z");

    private static Customer customer;
    private static UUID submitter;

    private static String good;

    private List<Integer> before;

    @BeforeAll
    static void concludeAgreement() {
        customer = Customer.concluded("afas");
        submitter = customer.submitter("submitter@bad-input.example");
        good = customer.accept(customer.raise("GOOD-1", submitter, "P3", AT));
        // Whatever the clock has to say about it is said, so that nothing but a test can change it.
        await().atMost(Duration.ofSeconds(30))
                .until(() -> history(good).contains("response-deadline-missed")
                        && history(good).contains("recovery-deadline-missed"));
    }

    @BeforeEach
    void count() {
        before = stored();
    }

    @AfterEach
    void nothing_was_stored() {
        assertEquals(before, stored());
    }

    /** How many incidents there are, and how many events of the good one. */
    private static List<Integer> stored() {
        var answer = customer.as(Role.SUPPORT_AGENT).get("/api/v1/incidents?limit=100&tenant=" + customer.tenant());
        assertEquals(200, answer.status(), answer.body().toString());
        return List.of(answer.body().path("items").size(), history(good).size());
    }

    private static List<String> history(String incident) {
        var answer = customer.as(Role.SUPPORT_AGENT).get("/api/v1/incidents/" + incident + "/history");
        assertEquals(200, answer.status(), answer.body().toString());
        return StreamSupport.stream(answer.body().spliterator(), false)
                .map(entry -> entry.path("type").asText())
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"specversion\": \"1.0\", ", "", "null", "[]", "7", "{}", "{\"specversion\": \"2.0\"}"})
    void malformed_json_and_json_that_is_no_event(String body) {
        assertProblem(
                400, "malformed-body", customer.tickets().post("/api/v1/events", Api.EVENT, body.getBytes(UTF_8)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[{\"specversion\": ", "", "{}", "null"})
    void a_batch_that_is_none(String body) {
        assertProblem(
                400, "malformed-body", customer.tickets().post("/api/v1/events", Api.BATCH, body.getBytes(UTF_8)));
    }

    @Test
    void an_unknown_and_a_missing_field_are_named_together() {
        var answer = customer.post(customer.event(
                "bad-1", "raise.v1", AT, Map.of("number", "BAD-1", "channel", "PHONE", "title", "t", "colour", "red")));

        assertProblem(422, "invalid-fields", answer);
        var errors = errors(answer);
        assertEquals("is required", errors.get("/data/description"));
        assertEquals("is not known", errors.get("/data/colour"));
    }

    @Test
    void a_value_of_the_wrong_form_is_named_with_what_is_expected() {
        var data = new HashMap<String, Object>(Map.of("number", "BAD-2", "title", "t", "description", "d"));
        data.put("channel", "PIGEON");
        data.put("submitter", "me");

        var answer = customer.post(customer.event("bad-2", "raise.v1", AT, data));

        assertProblem(422, "invalid-fields", answer);
        var errors = errors(answer);
        assertEquals("must be one of PORTAL, PHONE, MAIL", errors.get("/data/channel"));
        assertEquals("must be a UUID", errors.get("/data/submitter"));
    }

    @Test
    void a_time_in_the_future_beyond_the_tolerance() {
        var answer = customer.post(
                customer.raise("BAD-3", submitter, "P3", Instant.now().plus(Duration.ofMinutes(6))));

        assertProblem(422, "time-in-future", answer);
    }

    @Test
    void ranges_that_run_backwards() {
        var reversed = Map.of(
                "calendar",
                        Map.of(
                                "zone",
                                "Europe/Amsterdam",
                                "weekly",
                                Map.of("MONDAY", List.of(List.of("17:00", "08:00")))),
                "operation", "IS_OPEN",
                "start", "2026-03-05T10:00:00Z");

        var answer = customer.as(Role.SUPPORT_AGENT).post("/api/v1/calculations/business-time", reversed);

        assertEquals(422, answer.status(), answer.body().toString());
        assertTrue(answer.mediaType().startsWith("application/problem+json"), answer.mediaType());

        var pauses = Map.of(
                "preset", "AFAS_SLA",
                "firstClass", false,
                "reportedAt", "2026-03-05T10:00:00Z",
                "priority", "P2",
                "pauses",
                        List.of(Map.of(
                                "from", "2026-03-06T10:00:00Z", "to", "2026-03-06T09:00:00Z", "party", "CUSTOMER")));
        var backwards = customer.as(Role.SUPPORT_AGENT).post("/api/v1/calculations/deadlines", pauses);

        assertEquals(422, backwards.status(), backwards.body().toString());
    }

    @Test
    void an_unknown_tenant() {
        var event = customer.raise("BAD-4", submitter, "P3", AT);
        event.put("tenantid", "018f2f3c-0000-7000-8000-00000000dead");
        var vendor = Api.incidents(Identity.eventProducer(
                "afas", null, List.of(Customer.SOURCE), List.of("nl.waarborg.incident.*"), true));

        assertProblem(422, "unknown-tenant", vendor.post("/api/v1/events", Api.EVENT, event));
    }

    @Test
    void a_foreign_tenant_looks_like_an_unknown_one() {
        var other = Customer.concluded("phocus");
        var event = customer.raise("BAD-5", submitter, "P3", AT);
        event.put("tenantid", other.tenant().toString());

        assertProblem(422, "unknown-tenant", customer.post(event));
    }

    @Test
    void an_unknown_event_type() {
        assertProblem(
                422,
                "unknown-event-type",
                customer.post(customer.event("bad-6", "explode.v1", AT, Map.of("number", "GOOD-1"))));
    }

    @Test
    void an_oversized_body() {
        var event =
                customer.event("bad-7", "add-note.v1", AT, Map.of("number", "GOOD-1", "text", "x".repeat(1_200_000)));

        assertProblem(413, "too-large", customer.post(event));
    }

    @Test
    void an_oversized_batch() {
        var event = customer.event("bad-8", "respond.v1", AT, Map.of("number", "GOOD-1"));

        var answer = customer.tickets().post("/api/v1/events", Api.BATCH, Collections.nCopies(1_001, event));

        assertProblem(413, "too-large", answer);
    }

    @Test
    void the_same_id_with_other_content() {
        var answer = customer.post(customer.raise("GOOD-1", submitter, "P2", AT));

        assertProblem(409, "id-reused", answer);
    }

    @Test
    void the_same_event_again_changes_nothing() {
        var answer = customer.post(customer.raise("GOOD-1", submitter, "P3", AT));

        assertEquals(200, answer.status());
        assertEquals("DUPLICATE", answer.body().path("outcome").asText());
    }

    @Test
    void a_source_that_was_not_granted() {
        var event = customer.raise("BAD-9", submitter, "P3", AT);
        event.put("source", "urn:somebody:else");

        assertProblem(403, "not-granted", customer.post(event));
    }

    @Test
    void a_wrong_role_and_no_token_at_all() {
        var event = customer.raise("BAD-10", submitter, "P3", AT);

        assertProblem(403, "forbidden", customer.as(Role.INCIDENT_VIEWER).post("/api/v1/events", Api.EVENT, event));
        assertProblem(
                401,
                "unauthenticated",
                new Api(Suite.running().addresses().incidents(), null).post("/api/v1/events", Api.EVENT, event));
    }

    @Test
    void somebody_without_a_role_may_not_submit_and_the_rule_is_named() {
        var answer = customer.post(customer.raise("BAD-11", UUID.randomUUID(), "P3", AT));

        assertProblem(409, "refused-by-rule", answer);
        assertEquals("INC-012", answer.body().path("rule").asText());
    }

    @Test
    void one_bad_event_of_a_batch_does_not_refuse_the_others() {
        var other = Customer.concluded("afas");
        var person = other.submitter("submitter@batch.example");
        var batch = List.of(
                other.raise("BATCH-1", person, "P3", AT),
                other.event("batch-2", "explode.v1", AT, Map.of()),
                Map.of("specversion", "1.0"),
                other.event("batch-4", "raise.v1", AT, Map.of("number", "BATCH-4")),
                other.raise("BATCH-5", UUID.randomUUID(), "P3", AT),
                other.raise("BATCH-6", person, "P3", AT));

        var answer = other.tickets().post("/api/v1/events", Api.BATCH, batch);

        assertEquals(200, answer.status(), answer.body().toString());
        assertEquals(
                List.of("ACCEPTED", "REFUSED 422", "REFUSED 400", "REFUSED 422", "REFUSED 409", "ACCEPTED"),
                StreamSupport.stream(answer.body().spliterator(), false)
                        .map(outcome -> (outcome.path("outcome").asText() + " "
                                        + outcome.path("problem").path("status").asText())
                                .strip())
                        .toList());
        var stored = other.as(Role.SUPPORT_AGENT).get("/api/v1/incidents?tenant=" + other.tenant());
        assertEquals(2, stored.body().path("items").size(), stored.body().toString());
    }

    @Test
    void another_tenants_incident_looks_like_one_that_does_not_exist() {
        var other = Customer.concluded("afas");
        var foreign = other.accept(other.raise("FOREIGN-1", other.submitter("s@other.example"), "P3", AT));

        var own = customer.administrator();
        var answer = own.get("/api/v1/incidents/" + foreign);

        assertProblem(404, "not-found", answer);
        assertEquals(own.get("/api/v1/incidents/" + UUID.randomUUID()).body(), answer.body());
        assertProblem(404, "not-found", own.get("/api/v1/incidents/" + foreign + "/clocks"));
        // The other vendor's people see it no more than a stranger.
        assertProblem(
                404,
                "not-found",
                Api.incidents(Identity.of(Role.SUPPORT_AGENT, "phocus", null)).get("/api/v1/incidents/" + foreign));
        assertEquals(
                200,
                other.as(Role.SUPPORT_AGENT).get("/api/v1/incidents/" + foreign).status());
    }

    private static void assertProblem(int status, String kind, Answer answer) {
        assertEquals(
                status + " " + kind,
                answer.status() + " " + answer.problem(),
                answer.body().toString());
    }

    private static Map<String, String> errors(Answer answer) {
        var errors = new HashMap<String, String>();
        for (JsonNode error : answer.body().path("errors")) {
            errors.put(error.path("pointer").asText(), error.path("message").asText());
        }
        return errors;
    }
}

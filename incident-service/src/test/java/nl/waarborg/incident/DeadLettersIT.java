package nl.waarborg.incident;

import static nl.waarborg.incident.MadeCustomer.PATIENCE;
import static nl.waarborg.incident.MadeCustomer.as;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import io.quarkus.agroal.DataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import nl.waarborg.eventsourcing.test.quarkus.ServiceSurroundings;
import nl.waarborg.local.Identity;
import nl.waarborg.local.Role;
import org.junit.jupiter.api.Test;

/** Events that cannot be taken in, from a consumed topic and from {@code incident.inbound}, and the operator who sets that right. */
@QuarkusTest
@QuarkusTestResource(
        value = ServiceSurroundings.class,
        initArgs = @ResourceArg(name = "database", value = "incident_test"))
class DeadLettersIT {

    private static final String LETTERS = "/api/v1/dead-letters";
    private static final String NAME = "Wilhelmina Zonderling";

    @Inject
    @DataSource("writer")
    javax.sql.DataSource writer;

    @Test
    void what_a_projection_cannot_take_is_parked_with_what_follows_and_taken_in_order_when_the_cause_is_gone()
            throws SQLException {
        var poisoned = MadeCustomer.unknown("afas");
        var operator = poisoned.staff(Role.OPERATOR);
        var constraint = "poison_" + poisoned.tenant().toString().replace('-', '_');
        run("alter table tenant add constraint " + constraint + " check (tenant_id <> '" + poisoned.tenant() + "')");
        try {
            poisoned.published("processor-agreement", "agreement-concluded", 1, poisoned.agreement());
            poisoned.published("processor-agreement", "tenant-terms-published", 2, MadeCustomer.terms());
            var letters = parked(operator, poisoned, 2);
            assertEquals("the database refused it (23514)", letters.getFirst().get("reason"));
            assertEquals(List.of(false, true), each(letters, "waits"));
            MadeCustomer.agreed(); // another stream goes on

            retry(operator, letters.getFirst(), 0);
            as(operator)
                    .get(LETTERS + "/" + letters.getFirst().get("id"))
                    .then()
                    .statusCode(200)
                    .body("topic", equalTo("processor-agreement.events"))
                    .body("attempts", equalTo(2));
        } finally {
            run("alter table tenant drop constraint " + constraint);
        }
        retry(operator, parked(operator, poisoned, 2).getFirst(), 2);
        poisoned.awaitTerms();
        parked(operator, poisoned, 0);
    }

    @Test
    void what_is_produced_for_a_tenant_that_is_not_known_yet_waits_encrypted_until_it_is() throws SQLException {
        var log = new Log();
        var early = MadeCustomer.unknown("afas");
        var operator = early.staff(Role.OPERATOR);
        var person = UUID.randomUUID();
        early.produced(
                person.toString(),
                "register-person",
                Map.of("personId", person, "name", NAME, "mail", "wilhelmina.zonderling@example.org"));
        early.produced(
                person.toString(),
                "assign-portal-role",
                Map.of("personId", person, "role", "INCIDENT_SUBMITTER", "knowledgeDeclared", true));
        var letters = parked(operator, early, 2);
        assertEquals(List.of(false, true), each(letters, "waits"));
        assertEquals(
                "nl.waarborg.incident.register-person.v1", letters.getFirst().get("type"));

        var known = MadeCustomer.agreed();
        var other = UUID.randomUUID();
        known.produced(
                other.toString(),
                "register-person",
                Map.of("personId", other, "name", "Other", "mail", "other@example.org"));
        awaitPerson(known, other);

        var rows = rows("select d::text from dead_letter d where tenant_id = '" + early.tenant() + "'");
        assertEquals(2, rows.size());
        rows.forEach(row -> assertFalse(row.toLowerCase(java.util.Locale.ROOT).contains("zonderling"), row));

        early.conclude();
        retry(operator, letters.getLast(), 2); // with those before it
        awaitPerson(early, person);
        as(early.agent())
                .queryParam("tenant", early.tenant())
                .queryParam("person", person)
                .get("/api/v1/portal-roles")
                .then()
                .body("role", hasItem("INCIDENT_SUBMITTER"));
        parked(operator, early, 0);
        log.holdsNothingOf("zonderling");
    }

    @Test
    void what_can_never_be_taken_is_given_up_and_what_waited_goes_on() {
        var customer = MadeCustomer.agreed();
        var operator = customer.staff(Role.OPERATOR);
        var person = UUID.randomUUID();
        customer.produced(person.toString(), "register-person", Map.of("personId", person, "mail", "nobody"));
        customer.produced(
                person.toString(),
                "register-person",
                Map.of("personId", person, "name", NAME, "mail", "w@example.org"));
        var letters = parked(operator, customer, 2);
        assertEquals(true, String.valueOf(letters.getFirst().get("reason")).contains("/data/name"), letters.toString());

        var letter = LETTERS + "/" + letters.getFirst().get("id");
        for (var role : List.of(Role.SUPPORT_AGENT, Role.SERVICE_MANAGER, Role.AUDITOR)) {
            as(customer.staff(role)).get(LETTERS).then().statusCode(403);
            as(customer.staff(role)).get(letter).then().statusCode(403);
            as(customer.staff(role)).post(letter + "/retry").then().statusCode(403);
            as(customer.staff(role)).delete(letter).then().statusCode(403);
        }
        as(customer.administrator()).get(LETTERS).then().statusCode(403);
        var stranger = Identity.of(Role.OPERATOR, "phocus", null);
        as(stranger).get(letter).then().statusCode(404);
        as(stranger).post(letter + "/retry").then().statusCode(404);
        as(stranger).delete(letter).then().statusCode(404);
        as(stranger)
                .queryParam("limit", 500)
                .get(LETTERS)
                .then()
                .body("items.id", not(hasItem(letters.getFirst().get("id"))));

        for (var time = 0; time < 2; time++) {
            as(operator).header("Idempotency-Key", letter).delete(letter).then().statusCode(204);
        }
        awaitPerson(customer, person);
        parked(operator, customer, 0);
    }

    @Test
    void a_record_that_is_no_event_is_parked_and_pages_lead_through_all_letters() {
        var operator = Identity.of(Role.OPERATOR, "afas", null);
        var keys = List.of(UUID.randomUUID().toString(), UUID.randomUUID().toString());
        ServiceSurroundings.makeTopics("processor-agreement.events");
        keys.forEach(key -> {
            MadeCustomer.send("incident.inbound", key, Map.of(), new byte[] {1, 2, 3});
            MadeCustomer.send("processor-agreement.events", key, Map.of(), new byte[0]);
        });
        await().atMost(PATIENCE)
                .until(() -> all(operator, 1).stream()
                                .filter(letter -> keys.contains(letter.get("key")))
                                .count()
                        >= 4);
        var letters = all(operator, 1);
        letters.stream().filter(letter -> keys.contains(letter.get("key"))).forEach(letter -> {
            assertEquals("it is no CloudEvent", letter.get("reason"));
            as(operator).delete(LETTERS + "/" + letter.get("id")).then().statusCode(204);
        });
        as(operator)
                .queryParam("cursor", "nonsense")
                .get(LETTERS)
                .then()
                .statusCode(400)
                .body("detail", containsString("cursor"));
    }

    private static void retry(Identity operator, Map<String, ?> letter, int settled) {
        as(operator)
                .post(LETTERS + "/" + letter.get("id") + "/retry")
                .then()
                .statusCode(200)
                .body("settled", equalTo(settled));
    }

    /** The letters of a tenant, as soon as there are so many. */
    private static List<Map<String, Object>> parked(Identity operator, MadeCustomer customer, int count) {
        return await().atMost(PATIENCE)
                .until(
                        () -> all(operator, 100).stream()
                                .filter(letter -> customer.tenant().toString().equals(letter.get("tenant")))
                                .toList(),
                        letters -> letters.size() == count);
    }

    /** All letters, page by page. */
    private static List<Map<String, Object>> all(Identity operator, int limit) {
        var letters = new ArrayList<Map<String, Object>>();
        var next = LETTERS + "?limit=" + limit;
        while (next != null) {
            var page = as(operator)
                    .urlEncodingEnabled(false)
                    .get(next)
                    .then()
                    .statusCode(200)
                    .extract();
            letters.addAll(page.path("items"));
            String cursor = page.path("next");
            if (cursor != null) {
                assertNotNull(page.header("Link"));
            }
            next = cursor == null ? null : LETTERS + "?limit=" + limit + "&cursor=" + cursor;
        }
        return letters;
    }

    private static List<Object> each(List<Map<String, Object>> letters, String field) {
        return letters.stream().map(letter -> letter.get(field)).toList();
    }

    private static void awaitPerson(MadeCustomer customer, UUID person) {
        await().atMost(PATIENCE)
                .until(() -> as(customer.agent())
                                .queryParam("tenant", customer.tenant())
                                .get("/api/v1/persons/" + person)
                                .statusCode()
                        == 200);
    }

    private void run(String sql) throws SQLException {
        try (var connection = writer.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private List<String> rows(String sql) throws SQLException {
        try (var connection = writer.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var texts = new ArrayList<String>();
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts;
        }
    }

    /** Everything that is logged from now on. */
    private static final class Log extends Handler {

        private final ConcurrentLinkedQueue<String> lines = new ConcurrentLinkedQueue<>();

        Log() {
            Logger.getLogger("").addHandler(this);
        }

        @Override
        public void publish(LogRecord line) {
            var parameters = line.getParameters();
            lines.add(line.getMessage() + Arrays.toString(parameters) + line.getThrown());
        }

        void holdsNothingOf(String text) {
            Logger.getLogger("").removeHandler(this);
            assertFalse(lines.isEmpty(), "the parking itself is logged");
            lines.forEach(
                    line -> assertFalse(line.toLowerCase(java.util.Locale.ROOT).contains(text), line));
        }

        @Override
        public void flush() {
            // nothing is held back
        }

        @Override
        public void close() {
            // nothing to close
        }
    }
}

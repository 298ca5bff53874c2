package nl.waarborg.systemtests;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import nl.waarborg.local.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What {@code ./waarborg} says about a suite that runs, to somebody who stands elsewhere. */
@ExtendWith(Suite.Started.class)
class CommandsIT {

    @Test
    void a_second_up_leaves_what_runs_and_says_where_it_answers() {
        var again = waarborg("up");

        assertEquals(0, again.status(), again.told());
        assertTrue(again.told().contains("Waarborg already runs."), again.told());
        assertTrue(again.told().contains(Suite.running().addresses().incidents().toString()), again.told());
    }

    @Test
    void status_shows_every_part_ready() {
        var status = waarborg("status");

        assertEquals(0, status.status(), status.told());
        assertEquals(
                3,
                status.told().lines().filter(line -> line.endsWith(" is ready")).count(),
                status.told());
    }

    @Test
    void a_token_opens_the_services_and_a_mistake_is_told() {
        var token = waarborg("token", "service-manager", "--provider", "phocus");
        assertEquals(0, token.status(), token.told());
        var incidents =
                new Api(Suite.running().addresses().incidents(), token.told().strip());
        assertEquals(200, incidents.get("/api/v1/reports/months/2026-01").status());

        var mistake = waarborg("token", "emperor");
        assertEquals(1, mistake.status(), mistake.told());
        assertTrue(mistake.told().startsWith("There is no role emperor. Roles: administrator, "), mistake.told());
    }

    @Test
    void metrics_grow_with_what_happens() {
        var customer = Customer.concluded("afas");
        var service = customer.as(Role.SUPPORT_AGENT);
        var growing = Stream.of(
                        "waarborg_append_seconds_count",
                        "waarborg_append_batch_count",
                        "waarborg_append_events_total",
                        "waarborg_relay_published",
                        "waarborg_refusals_total")
                .collect(toMap(identity(), service::metric));
        // A raised incident is published; people are not.
        var submitter = customer.submitter("metrics@customer.example");
        customer.accept(customer.raise("METRICS", submitter, "P3", Instant.now()));
        assertEquals(
                403,
                customer.as(Role.INCIDENT_VIEWER).get("/api/v1/dead-letters").status());
        growing.forEach((name, before) ->
                await(name).atMost(Duration.ofSeconds(30)).until(() -> service.metric(name) > before));
    }

    private static Suite.Ran waarborg(String... arguments) {
        return Suite.running().waarborg(Path.of("/"), arguments);
    }
}

package nl.waarborg.availability;

import static io.restassured.RestAssured.given;
import static nl.waarborg.availability.Posting.PLATFORM;
import static nl.waarborg.availability.Posting.as;
import static nl.waarborg.availability.Posting.event;
import static nl.waarborg.availability.Posting.post;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import nl.waarborg.eventsourcing.test.quarkus.ServiceSurroundings;
import nl.waarborg.local.Identity;
import nl.waarborg.local.Role;
import nl.waarborg.rules.Rule;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Where the settings let them, monitors start and end outages by themselves. */
@QuarkusTest
@TestProfile(MonitorStartsOutagesIT.ByThemselves.class)
@QuarkusTestResource(
        value = ServiceSurroundings.class,
        initArgs = @ResourceArg(name = "database", value = "availability_test"))
class MonitorStartsOutagesIT {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final String system = "system-" + UUID.randomUUID();
    private final Instant start = Instant.now().truncatedTo(ChronoUnit.SECONDS).minusSeconds(600);

    public static class ByThemselves implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("waarborg.measurement.start-outages", "true", "waarborg.measurement.suspect-after", "4");
        }
    }

    @BeforeAll
    static void makeTheOthersTopics() {
        ServiceSurroundings.makeTopics("processor-agreement.events", "incident.events", "backup.events");
    }

    @Rule({"AVL-025", "AVL-027"})
    @Test
    void failing_samples_start_one_outage_that_everyone_sees_and_the_first_good_one_ends_it() {
        as(operator())
                .body(Map.of(
                        "name", "Login",
                        "component", "INSITE",
                        "environmentKind", "PRODUCTION",
                        "responsibleParty", "VENDOR"))
                .put("/api/v1/systems/" + system)
                .then()
                .statusCode(204);
        posted("a", 0, 10, true);
        posted("b", 0, 10, true);
        posted("a", 10, 13, false);
        posted("b", 10, 14, false);
        // Three of one probe are not yet the four that the settings ask of each.
        posted("a", 13, 14, false);
        await().atMost(PATIENCE).until(() -> !outages().isEmpty());
        posted("a", 14, 16, false);
        posted("b", 14, 16, false);
        var outage = outages().getFirst();
        assertEquals(start.plusSeconds(100).toString(), outage.get("startedAt"));
        assertEquals(List.of("INSITE"), outage.get("components"));
        var notice = "/status/afas/notices/" + outage.get("outageId") + "?lang=en";
        await().atMost(PATIENCE).untilAsserted(() -> given().get(notice)
                .then()
                .body(containsString("Outage: InSite"))
                .body(containsString("503 Service Unavailable")));

        posted("b", 16, 17, true);
        await().atMost(PATIENCE).until(() -> start.plusSeconds(160)
                .toString()
                .equals(outages().getFirst().get("endedAt")));
        await().atMost(PATIENCE).untilAsserted(() -> given().get(notice).then().body(containsString("Resolved")));
        assertEquals(1, outages().size(), "an outage for every failing sample");
        as(operator())
                .get("/api/v1/suspected-outages")
                .then()
                .body("findAll { it.systemId == '" + system + "' }.size()", equalTo(1));
    }

    /** A sample every ten seconds. */
    private void posted(String probe, int from, int to, boolean up) {
        var samples = IntStream.range(from, to)
                .mapToObj(i -> {
                    var at = start.plusSeconds(10L * i).toString();
                    return up
                            ? Map.of("system", system, "at", at, "up", true)
                            : Map.of("system", system, "at", at, "up", false, "error", "503 Service Unavailable");
                })
                .toList();
        post(event(
                        UUID.randomUUID().toString(),
                        PLATFORM,
                        "record-samples",
                        start.plusSeconds(10L * to),
                        false,
                        Map.of("provider", "afas", "probe", probe, "samples", samples)))
                .then()
                .statusCode(201);
    }

    private List<Map<String, Object>> outages() {
        return as(operator())
                .queryParam("from", start.toString())
                .queryParam("to", start.plusSeconds(600).toString())
                .get("/api/v1/outages")
                .path("items.findAll { it.systems.contains('" + system + "') }");
    }

    private static Identity operator() {
        return Identity.of(Role.OPERATOR, "afas", null);
    }
}

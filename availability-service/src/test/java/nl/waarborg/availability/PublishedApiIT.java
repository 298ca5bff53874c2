package nl.waarborg.availability;

import static nl.waarborg.availability.Posting.as;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import nl.waarborg.eventsourcing.test.quarkus.PublishedApi;
import nl.waarborg.eventsourcing.test.quarkus.ServiceSurroundings;
import nl.waarborg.local.Identity;
import nl.waarborg.local.Role;
import nl.waarborg.terms.AgreedCalendars;
import nl.waarborg.terms.Preset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every operation of the service: what it says of itself, to whom it is open, and what it tells of foreign vendors and customers. */
@QuarkusTest
@QuarkusTestResource(
        value = ServiceSurroundings.class,
        initArgs = @ResourceArg(name = "database", value = "availability_test"))
class PublishedApiIT {

    private PublishedApi api;

    @BeforeEach
    void readTheDocument() {
        ServiceSurroundings.makeTopics(
                "processor-agreement.events", "incident.events", "backup.events", "availability.inbound");
        api = PublishedApi.of(URI.create("http://localhost:" + RestAssured.port));
    }

    @Test
    void every_operation_is_described_whole() {
        assertTrue(
                api.operations().size() > 80, "operations: " + api.operations().size());
        assertEquals("", String.join("\n", api.omissions()));
    }

    @Test
    void every_operation_is_closed_to_whom_it_does_not_name() {
        assertEquals("", String.join("\n", api.openDoors()));
    }

    @Test
    void nothing_but_the_status_page_is_open_to_everyone() {
        assertEquals(
                List.of(),
                api.pages().stream()
                        .filter(page ->
                                !page.path().equals("/status") && !page.path().startsWith("/status/"))
                        .map(PublishedApi.Operation::toString)
                        .toList());
    }

    @Test
    void a_foreign_vendors_things_look_like_things_that_are_not_there() {
        var foreign = things("phocus");
        foreign.put("releases/release", foreign.get("migrations/release"));
        var own = Posting.agreed("afas", Preset.AFAS_SLA);
        assertEquals("", String.join("\n", api.leaks(foreign, shared(), role -> identity(role, "afas", own))));
    }

    @Test
    void another_customers_things_look_like_things_that_are_not_there() {
        var foreign = things("afas");
        var shared = new HashMap<>(shared());
        // What the vendor tells all of its customers.
        for (var name : List.of(
                "maintenance/maintenance",
                "migrations/release",
                "measurements/system",
                "patches/patch",
                "wishes/wish")) {
            shared.put(name, Objects.requireNonNull(foreign.remove(name)));
        }
        shared.put("releases/release", shared.get("migrations/release"));
        var other = Posting.agreed("afas", Preset.AFAS_SLA);
        assertEquals(
                "",
                String.join(
                        "\n",
                        api.leaks(
                                foreign,
                                shared,
                                role -> identity(role, role.side() == Role.Side.CUSTOMER ? "afas" : "phocus", other))));
    }

    private static Identity identity(Role role, String provider, UUID tenant) {
        return role.side() == Role.Side.CUSTOMER
                ? Identity.of(role, provider, tenant)
                : Identity.of(role, provider, null);
    }

    private static Map<String, String> shared() {
        return Map.of(
                "availability/month",
                "2026-03",
                "performance/month",
                "2026-03",
                // A verification goes over everybody's; whose events it found, it says to those alone.
                "audit/id",
                UUID.randomUUID().toString(),
                // Whose anomaly is whose is shown where anomalies arise.
                "login-anomalies/anomaly",
                UUID.randomUUID().toString());
    }

    /** One of everything that a vendor and one of its customers can have. */
    private static Map<String, String> things(String provider) {
        var tenant = Posting.agreed(provider, Preset.AFAS_SLA);
        var operator = Identity.of(Role.OPERATOR, provider, null);
        var system = "profit-" + tenant;
        as(operator)
                .body(Map.of(
                        "name", "Profit",
                        "component", "PROFIT",
                        "environmentKind", "TEST",
                        "responsibleParty", "VENDOR"))
                .put("/api/v1/systems/" + system)
                .then()
                .statusCode(204);
        var outage = make(
                operator,
                "/api/v1/outages",
                Map.of("components", List.of("PROFIT"), "ofTenant", tenant, "errorMessage", "No answer"),
                "outageId");
        var now = Instant.now();
        var maintenance = make(
                operator,
                "/api/v1/maintenance/emergencies",
                Map.of(
                        "reason", "URGENT_PATCH",
                        "components", List.of("OUTSITE"),
                        "startsAt", now.plusSeconds(600).toString(),
                        "endsAt", now.plusSeconds(1200).toString(),
                        "message", "A patch"),
                "maintenanceId");
        var today = LocalDate.now(AgreedCalendars.ZONE);
        var release = make(
                operator,
                "/api/v1/releases",
                Map.of(
                        "name",
                        "Profit",
                        "kind",
                        "INNOVATIVE",
                        "rolloutFrom",
                        today.toString(),
                        "rolloutThrough",
                        today.plusDays(60).toString()),
                "releaseId");
        var migration = make(
                operator,
                "/api/v1/migrations",
                Map.of(
                        "tenant",
                        tenant,
                        "releaseId",
                        release,
                        "plannedAt",
                        today.plusDays(30)
                                .atTime(LocalTime.of(22, 0))
                                .atZone(AgreedCalendars.ZONE)
                                .toInstant()
                                .toString()),
                "migrationId");
        var patch = UUID.randomUUID();
        as(operator)
                .body(Map.of("testRunId", UUID.randomUUID(), "passed", true))
                .post("/api/v1/patches/" + patch + "/tests")
                .then()
                .statusCode(204);
        var wish = make(
                Identity.of(Role.ADMINISTRATOR, provider, tenant),
                "/api/v1/wishes",
                Map.of("title", "Sort leave", "text", "The latest first"),
                "wishId");
        Posting.send(
                "availability.inbound",
                tenant.toString(),
                Posting.SOURCE,
                "nl.waarborg.availability.queue-background-job.v1",
                tenant,
                UUID.randomUUID().toString(),
                Map.of());
        String letter = await().atMost(Posting.PATIENCE)
                .until(
                        () -> as(operator)
                                .queryParam("limit", 500)
                                .get("/api/v1/dead-letters")
                                .path("items.find { it.tenant == '" + tenant + "' }?.id"),
                        Objects::nonNull);
        var things = new HashMap<>(Map.of(
                "outages/outage", outage,
                "maintenance/maintenance", maintenance,
                "migrations/migration", migration,
                "migrations/release", release,
                "measurements/system", system,
                "patches/patch", patch.toString(),
                "dead-letters/id", letter,
                "wishes/wish", wish));
        for (var path : List.of("tenants", "availability", "migrations", "background-jobs")) {
            things.put(path + "/tenant", tenant.toString());
        }
        return things;
    }

    private static String make(Identity who, String path, Map<String, ?> body, String id) {
        return as(who).body(body).post(path).then().statusCode(201).extract().path(id);
    }
}

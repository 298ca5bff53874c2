package nl.waarborg.availability;

import static nl.waarborg.availability.Posting.as;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.waarborg.eventsourcing.test.quarkus.ServiceSurroundings;
import nl.waarborg.local.Identity;
import nl.waarborg.local.Role;
import nl.waarborg.rules.Rule;
import nl.waarborg.terms.AgreedCalendars;
import nl.waarborg.terms.Preset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The way of a new version to its customers, over HTTP; AFAS §2 tab. 3, §2.3.4, §2.4.2. */
@QuarkusTest
@QuarkusTestResource(
        value = ServiceSurroundings.class,
        initArgs = @ResourceArg(name = "database", value = "availability_test"))
class ReleasesIT {

    private static final Identity OPERATOR = Identity.of(Role.OPERATOR, "afas", null);

    private final LocalDate today = LocalDate.now(AgreedCalendars.ZONE);

    @BeforeAll
    static void makeTheOthersTopics() {
        ServiceSurroundings.makeTopics("processor-agreement.events", "incident.events", "backup.events");
    }

    @Test
    @Rule("AVL-035")
    void no_customer_goes_over_before_the_release_notes_are_there() {
        var tenant = Posting.agreed("afas", Preset.AFAS_SLA);
        var release = released("INNOVATIVE", today, today.plusDays(60), null);
        var migration = scheduled(tenant, release, evening(10), Map.of());
        begins(migration);
        refused(post(migration + "/start", Map.of()), "AVL-035", "no-release-notes");

        notes(release);
        as(OPERATOR)
                .get("/api/v1/releases/" + release)
                .then()
                .body("notesUrl", equalTo("https://portal.example/notes"))
                .body("notesAt", notNullValue());
        await().atMost(Posting.PATIENCE)
                .untilAsserted(() -> post(migration + "/start", Map.of()).statusCode(204));
        as(OPERATOR).get(migration).then().body("state", equalTo("STARTED"));
    }

    @Test
    @Rule("AVL-037")
    void a_rollout_takes_six_to_twelve_weeks_and_ends_when_all_customers_went_over() {
        var from = today.plusDays(10);
        // Six weeks are 42 days, the first and the last among them.
        var release = released("INNOVATIVE", from, from.plusDays(40), null);
        warnings(release).body("rolloutDays", equalTo(41)).body("warnings", hasItem("ROLLOUT_TOO_SHORT"));
        replanned(release, from, from.plusDays(41));
        warnings(release).body("warnings", not(hasItem("ROLLOUT_TOO_SHORT")));
        // Twelve weeks are 84.
        replanned(release, from, from.plusDays(83));
        warnings(release).body("warnings", not(hasItem("ROLLOUT_TOO_LONG")));
        replanned(release, from, from.plusDays(84));
        warnings(release).body("warnings", hasItem("ROLLOUT_TOO_LONG"));

        refused(post("/api/v1/releases/" + release + "/completion", Map.of()), "AVL-037", "not-begun");
        replanned(release, today.minusDays(41), today.plusDays(20));
        post("/api/v1/releases/" + release + "/completion", Map.of()).statusCode(204);
        warnings(release).body("completedDays", equalTo(42)).body("completedAt", notNullValue());
    }

    @Test
    @Rule("AVL-040")
    void only_what_the_law_demands_by_a_day_leaves_the_delivery_policy_and_never_the_notice() {
        var tenant = Posting.agreed("afas", Preset.AFAS_SLA);
        // Statutory versions come in November.
        var march = LocalDate.of(today.getYear() + 1, 3, 1);
        var plan = plan("INNOVATIVE", march, march.plusDays(50));
        plan.put("mustBeInstalledBy", march.plusDays(60).toString());
        refused(post("/api/v1/releases", plan), "AVL-040", "not-statutory");
        plan.put("kind", "STATUTORY");
        plan.put("mustBeInstalledBy", march.plusDays(49).toString());
        refused(post("/api/v1/releases", plan), "AVL-040", "installed-too-late");

        warnings(released("STATUTORY", march, march.plusDays(50), null))
                .body("warnings", equalTo(List.of("OFF_CALENDAR")));
        var byLaw = released("STATUTORY", march, march.plusDays(50), march.plusDays(50));
        warnings(byLaw).body("warnings", empty());

        var early = Map.<String, Object>of("deviationReason", "The decree came late");
        var ordinary = released("INNOVATIVE", march, march.plusDays(50), null);
        refused(schedule(tenant, ordinary, evening(10), early), "AVL-040", "no-deviation");
        refused(schedule(tenant, byLaw, evening(10), Map.of()), "AVL-036", "outside-rollout");
        refused(schedule(tenant, byLaw, evening(3), early), "AVL-038", "notice-too-short");
        as(OPERATOR)
                .get(scheduled(tenant, byLaw, evening(10), early))
                .then()
                .body("deviates", equalTo(true))
                .body("deviationReason", equalTo("The decree came late"));
    }

    @Test
    @Rule("AVL-041")
    void the_measured_unavailability_is_recorded_with_what_it_depended_on() {
        var tenant = Posting.agreed("afas", Preset.AFAS_SLA);
        var release = released("INNOVATIVE", today, today.plusDays(60), null);
        notes(release);
        var migration = scheduled(tenant, release, evening(10), Map.of());
        var completion = Map.<String, Object>of(
                "unavailableSeconds",
                0,
                "conversion",
                "Ledger",
                "databaseMegabytes",
                51_200,
                "recordsAdjusted",
                70_000);
        refused(post(migration + "/completion", completion), "AVL-041", "not-started");
        begins(migration);
        await().atMost(Posting.PATIENCE)
                .untilAsserted(() -> post(migration + "/start", Map.of()).statusCode(204));
        // An hour does not fit into the seconds that it took.
        refused(post(migration + "/completion", Map.of("unavailableSeconds", 3600)), "AVL-041", "unavailable-too-long");
        post(migration + "/completion", completion).statusCode(204);
        as(Identity.of(Role.ADMINISTRATOR, "afas", tenant))
                .get(migration)
                .then()
                .body("state", equalTo("COMPLETED"))
                .body("unavailableSeconds", equalTo(0))
                // Experience says five minutes to two and a half hours.
                .body("asExperienced", equalTo(false));
    }

    @Test
    @Rule({"AVL-043", "XSV-054"})
    void three_weeks_on_acceptance_come_first_unless_the_customer_does_without() {
        var tenant = Posting.agreed("afas", Preset.AFAS_SLA);
        var administrator = Identity.of(Role.ADMINISTRATOR, "afas", tenant);
        var release = released("INNOVATIVE", today, today.plusDays(60), null);
        post("/api/v1/releases/" + release + "/acceptance", Map.of()).statusCode(204);
        var accepts = Map.<String, Object>of("acceptanceEnvironment", true);
        refused(schedule(tenant, release, evening(20), accepts), "AVL-043", "acceptance-too-short");
        var migration = scheduled(tenant, release, evening(23), accepts);
        refused(move(administrator, migration, evening(15)), "AVL-043", "acceptance-too-short");
        as(administrator)
                .get(migration)
                .then()
                .body("acceptance", equalTo(true))
                .body("refusals", equalTo(1))
                .body("lastRefusal", equalTo("ACCEPTANCE_TOO_SHORT"));

        post(migration + "/acceptance-waiver", Map.of()).statusCode(403);
        as(administrator).post(migration + "/acceptance-waiver").then().statusCode(204);
        move(administrator, migration, evening(15)).statusCode(204);
        as(administrator)
                .get(migration)
                .then()
                .body("plannedAt", equalTo(evening(15).toString()))
                .body("waivedAt", notNullValue());
    }

    @Test
    @Rule({"AVL-043", "XSV-027", "XSV-054"})
    void first_class_has_an_acceptance_environment_without_a_licence_for_it() {
        var tenant = Posting.agreed("afas", Preset.AFAS_SLA);
        var release = released("INNOVATIVE", today, today.plusDays(60), null);
        post("/api/v1/releases/" + release + "/acceptance", Map.of()).statusCode(204);
        Posting.firstClass("afas", tenant, "2026-01-01");
        refused(schedule(tenant, release, evening(20), Map.of()), "AVL-043", "acceptance-too-short");
        as(OPERATOR)
                .get(scheduled(tenant, release, evening(23), Map.of()))
                .then()
                .body("acceptance", equalTo(true));
    }

    @Test
    @Rule({"AVL-043", "XSV-054"})
    void a_customer_without_acceptance_has_nothing_to_wait_for() {
        var tenant = Posting.agreed("afas", Preset.AFAS_SLA);
        var release = released("INNOVATIVE", today, today.plusDays(60), null);
        as(OPERATOR)
                .get(scheduled(tenant, release, evening(10), Map.of()))
                .then()
                .body("acceptance", equalTo(false));
    }

    private static Map<String, Object> plan(String kind, LocalDate from, LocalDate through) {
        return new HashMap<>(Map.of(
                "name", "Profit", "kind", kind, "rolloutFrom", from.toString(), "rolloutThrough", through.toString()));
    }

    private static String released(String kind, LocalDate from, LocalDate through, @Nullable LocalDate by) {
        var plan = plan(kind, from, through);
        if (by != null) {
            plan.put("mustBeInstalledBy", by.toString());
        }
        return post("/api/v1/releases", plan).statusCode(201).extract().path("releaseId");
    }

    private static void replanned(String release, LocalDate from, LocalDate through) {
        as(OPERATOR)
                .body(Map.of(
                        "rolloutFrom",
                        from.toString(),
                        "rolloutThrough",
                        through.toString(),
                        "reason",
                        "Counted again"))
                .put("/api/v1/releases/" + release + "/rollout")
                .then()
                .statusCode(204);
    }

    private static ValidatableResponse warnings(String release) {
        return as(OPERATOR).get("/api/v1/releases/" + release).then().statusCode(200);
    }

    private static void notes(String release) {
        as(OPERATOR)
                .body(Map.of("url", "https://portal.example/notes"))
                .put("/api/v1/releases/" + release + "/release-notes")
                .then()
                .statusCode(204);
    }

    private static ValidatableResponse schedule(UUID tenant, String release, Instant at, Map<String, Object> more) {
        var request = new HashMap<>(more);
        request.put("tenant", tenant);
        request.put("releaseId", release);
        request.put("plannedAt", at.toString());
        return post("/api/v1/migrations", request);
    }

    /** Its path. */
    private static String scheduled(UUID tenant, String release, Instant at, Map<String, Object> more) {
        String migration =
                schedule(tenant, release, at, more).statusCode(201).extract().path("migrationId");
        return "/api/v1/migrations/" + migration;
    }

    /** An emergency needs no notice: it may begin a second from now. */
    private static void begins(String migration) {
        var at = Instant.now().plusSeconds(1).truncatedTo(ChronoUnit.SECONDS);
        as(OPERATOR)
                .body(Map.of("plannedAt", at.toString(), "emergency", "Payments go wrong without it"))
                .put(migration + "/date")
                .then()
                .statusCode(204);
        await().atMost(Duration.ofSeconds(5)).until(() -> Instant.now().isAfter(at));
    }

    private static ValidatableResponse move(Identity who, String migration, Instant at) {
        return as(who).body(Map.of("plannedAt", at.toString()))
                .put(migration + "/date")
                .then();
    }

    private static ValidatableResponse post(String path, Map<String, ?> body) {
        return as(OPERATOR).body(body).post(path).then();
    }

    private static void refused(ValidatableResponse answer, String rule, String code) {
        answer.statusCode(409).body("rule", equalTo(rule)).body("code", equalTo(code));
    }

    /** At nine, so many days on. */
    private Instant evening(int days) {
        return today.plusDays(days)
                .atTime(LocalTime.of(21, 0))
                .atZone(AgreedCalendars.ZONE)
                .toInstant();
    }
}

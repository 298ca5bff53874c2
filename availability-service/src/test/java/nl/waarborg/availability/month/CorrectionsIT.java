package nl.waarborg.availability.month;

import static nl.waarborg.availability.Posting.as;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.agroal.DataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.waarborg.availability.Posting;
import nl.waarborg.contracts.Contract;
import nl.waarborg.eventsourcing.test.quarkus.ServiceSurroundings;
import nl.waarborg.local.Identity;
import nl.waarborg.local.Role;
import nl.waarborg.rules.Rule;
import nl.waarborg.terms.AgreedCalendars;
import nl.waarborg.terms.Preset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes known of months after they were closed: who may make them better, and what others hear of it. */
@QuarkusTest
@TestProfile(CorrectionsIT.MonthsOfItsOwn.class)
class CorrectionsIT {

    /** Closed months are counted to the second here: nobody else tells of them. */
    public static class MonthsOfItsOwn implements QuarkusTestProfile {

        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(
                    new TestResourceEntry(ServiceSurroundings.class, Map.of("database", "availability_corrections")));
        }

        @Override
        public boolean disableGlobalTestResources() {
            return true;
        }
    }

    private static final String FEBRUARY = "2026-02";
    private static final String MARCH = "2026-03";
    private static final String APRIL = "2026-04";
    private static final String MAY = "2026-05";
    private static final String JUNE = "2026-06";

    private static boolean told;

    private final UUID maintenance = new UUID(0, 41);
    private final Identity anna = Identity.of(Role.OPERATOR, "afas", null).as(new UUID(0, 1));
    private final Identity bart =
            Identity.of(Role.SERVICE_MANAGER, "afas", null).as(new UUID(0, 2));

    @Inject
    @DataSource("writer")
    javax.sql.DataSource writer;

    /** All of it was known before the months were closed. */
    @BeforeEach
    void monthsThatWereClosed() {
        if (told) {
            return;
        }
        told = true;
        ServiceSurroundings.makeTopics("processor-agreement.events", "incident.events", "backup.events");
        var customer = Posting.agreed("afas", Preset.AFAS_SLA);
        as(anna).body(Map.of(
                        "name", "Profit",
                        "component", "PROFIT",
                        "environmentKind", "PRODUCTION",
                        "responsibleParty", "VENDOR"))
                .put("/api/v1/systems/profit")
                .then()
                .statusCode(204);
        historic("record-samples", "2026-02-10T12:00:00Z", samples("a", "2026-02-10T08:00:00Z", 24));
        historic("start-outage", "2026-02-01T08:00:00Z", outage("february", "CONNECTORS"));
        historic("end-outage", "2026-02-01T08:10:00Z", Map.of("reference", "february"));
        // Announced in time for a Friday night, and not begun as far as anybody said.
        historic(
                "announce-maintenance",
                "2026-04-01T08:00:00Z",
                Map.of(
                        "maintenanceId",
                        maintenance,
                        "kind",
                        "PLANNED",
                        "components",
                        List.of("PROFIT"),
                        "startsAt",
                        "2026-04-10T20:00:00Z",
                        "endsAt",
                        "2026-04-10T22:00:00Z",
                        "message",
                        "Storage is renewed"));
        historic("start-outage", "2026-04-10T20:00:00Z", outage("april", "PROFIT", "INSITE"));
        historic("end-outage", "2026-04-10T23:00:00Z", Map.of("reference", "april"));
        historic("start-outage", "2026-05-10T08:00:00Z", outage("may", "POCKET"));
        historic("end-outage", "2026-05-10T12:00:00Z", Map.of("reference", "may"));
        // Nobody said when it was over.
        historic("start-outage", "2026-06-10T08:00:00Z", outage("june", "OUTSITE"));
        Posting.postBatch(
                        "afas",
                        List.of(Posting.event(
                                UUID.randomUUID().toString(),
                                customer,
                                "source-caught-up",
                                Instant.parse("2026-07-01T00:00:00Z"),
                                true,
                                Map.of())))
                .then()
                .body("outcome", contains("ACCEPTED"));
        for (var month : List.of(FEBRUARY, MARCH, APRIL, MAY, JUNE)) {
            await().atMost(Posting.PATIENCE).untilAsserted(() -> month(month).body("closed", notNullValue()));
        }
    }

    @Rule({"AVL-004", "AVL-009", "AVL-014", "AVL-016"})
    @Test
    void maintenance_and_patches_that_are_told_late_leave_nothing_out_that_two_people_did_not_exclude() {
        month(APRIL).body("figures.downSeconds", equalTo(2 * 10_800)).body("corrections", empty());
        var started = Map.of("at", "2026-04-10T20:00:00Z");
        refused(as(anna).body(started).post("/api/v1/maintenance/" + maintenance + "/start"));
        refused(post("start-maintenance", "2026-04-10T20:00:00Z", Map.of("maintenanceId", maintenance)));

        var patch = UUID.randomUUID();
        post(
                        "record-patch-test",
                        "2026-04-09T10:00:00Z",
                        Map.of("patchId", patch, "testRunId", UUID.randomUUID(), "passed", true))
                .then()
                .statusCode(201);
        // From midnight to half past, local time: within the window of patches.
        refused(as(anna).body(installed("2026-04-10T22:00:00Z", "2026-04-10T22:30:00Z"))
                .post("/api/v1/patches/" + patch + "/installations"));
        refused(post(
                "install-patch",
                "2026-04-10T23:00:00Z",
                with(installed("2026-04-10T22:00:00Z", "2026-04-10T22:30:00Z"), "patchId", patch)));
        // Where nothing else was down nothing gets better: what it did itself, a minute, is left out.
        as(anna).body(installed("2026-04-11T22:00:00Z", "2026-04-11T22:30:00Z"))
                .post("/api/v1/patches/" + patch + "/installations")
                .then()
                .statusCode(204);
        nothingIsCorrectedAnyMore();
        month(APRIL)
                .body("figures.downSeconds", equalTo(2 * 10_800))
                .body("figures.excludedSeconds", equalTo(60))
                .body("figures.maintenanceCount", equalTo(0));

        // The ledger is the way: a reason, and a second person.
        var outage = "/api/v1/outages/" + idOf("april");
        String proposal = as(anna).body(Map.of(
                        "from", "2026-04-10T20:00:00Z",
                        "to", "2026-04-10T22:00:00Z",
                        "reason", "PREVENTIVE_MAINTENANCE",
                        "justification", "Announced on 1 April; the planning tool lost its connection"))
                .post(outage + "/exclusions")
                .then()
                .statusCode(201)
                .extract()
                .path("proposalId");
        refusedToDecide(as(anna).post(outage + "/proposals/" + proposal + "/approval"));
        as(bart).post(outage + "/proposals/" + proposal + "/approval").then().statusCode(204);
        await().atMost(Posting.PATIENCE).untilAsserted(() -> month(APRIL)
                .body("corrections", hasSize(2))
                .body("closed.closed.excludedSeconds", equalTo(0))
                .body("figures.excludedSeconds", equalTo(2 * 7200 + 60))
                .body("figures.downSeconds", equalTo(2 * 3600)));
        // Now its start makes nothing better, and one person may tell what happened.
        as(anna).body(started)
                .post("/api/v1/maintenance/" + maintenance + "/start")
                .then()
                .statusCode(204);
        as(anna).body(Map.of("at", "2026-04-10T22:00:00Z"))
                .post("/api/v1/maintenance/" + maintenance + "/end")
                .then()
                .statusCode(204);
        await().atMost(Posting.PATIENCE).untilAsserted(() -> month(APRIL)
                .body("figures.maintenanceCount", equalTo(1))
                .body("figures.excludedSeconds", equalTo(2 * 7200 + 60))
                .body("figures.downSeconds", equalTo(2 * 3600)));
    }

    @Rule({"AVL-001", "AVL-009", "AVL-025"})
    @Test
    void an_end_that_makes_a_closed_month_better_takes_two_people_and_what_lasts_again_counts_on_and_is_told() {
        // Twenty days and fourteen hours to the end of June.
        month(JUNE).body("closed.closed.downSeconds", equalTo(1_778_400));
        var outage = idOf("june");
        var path = "/api/v1/outages/" + outage;
        post("end-outage", "2026-06-10T12:00:00Z", Map.of("reference", "june"))
                .then()
                .statusCode(409)
                .body("rule", equalTo("AVL-009"));
        as(anna).body(Map.of("endedAt", "2026-06-10T12:00:00Z"))
                .post(path + "/end")
                .then()
                .statusCode(409)
                .body("rule", equalTo("AVL-009"))
                .body("code", equalTo("reason-needed"));
        String proposal = as(anna).body(Map.of("endedAt", "2026-06-10T12:00:00Z", "reason", "The log says so"))
                .post(path + "/end")
                .then()
                .statusCode(201)
                .extract()
                .path("proposalId");
        refusedToDecide(as(anna).post(path + "/proposals/" + proposal + "/approval"));
        as(anna).get(path).then().body("endedAt", nullValue());
        as(bart).post(path + "/proposals/" + proposal + "/approval").then().statusCode(204);
        await().atMost(Posting.PATIENCE).untilAsserted(() -> month(JUNE)
                .body("closed.closed.downSeconds", equalTo(1_778_400))
                .body("figures.downSeconds", equalTo(4 * 3600)));

        // It had not ended after all.
        String reopening = as(anna).body(Map.of("startedAt", "2026-06-10T07:00:00Z", "reason", "It had come back"))
                .post(path + "/corrections")
                .then()
                .statusCode(201)
                .extract()
                .path("proposalId");
        as(bart).post(path + "/proposals/" + reopening + "/approval").then().statusCode(204);
        as(anna).get(path).then().body("endedAt", nullValue()).body("startedAt", equalTo("2026-06-10T07:00:00Z"));
        // It lasts again, and so of the month that runs all the time that has gone by.
        var first = downThroughout();
        await().atMost(Posting.PATIENCE).until(() -> downThroughout() > first);
        var corrected = Posting.published("outage-times-corrected", outage, 2);
        assertEquals(
                "2026-06-10T12:00:00Z", corrected.getFirst().path("endedAt").asText());
        assertEquals(
                "2026-06-10T07:00:00Z", corrected.getLast().path("startedAt").asText());
        assertEquals(true, corrected.getLast().path("endedAt").isMissingNode());
        for (var data : corrected) {
            assertEquals(
                    List.of(),
                    Contract.of("nl.waarborg.availability.outage-times-corrected.v1")
                            .faults(data));
        }
    }

    @Rule({"AVL-001", "AVL-025"})
    @Test
    void an_outage_that_is_told_only_after_the_closing_is_ended_by_who_told_it() {
        month(MARCH).body("closed.closed.downSeconds", equalTo(0));
        post("start-outage", "2026-03-10T08:00:00Z", outage("march", "POCKET"))
                .then()
                .statusCode(201);
        post("end-outage", "2026-03-10T09:00:00Z", Map.of("reference", "march"))
                .then()
                .statusCode(201);
        await().atMost(Posting.PATIENCE).untilAsserted(() -> month(MARCH)
                .body("closed.closed.downSeconds", equalTo(0))
                .body("figures.downSeconds", equalTo(3600)));
    }

    @Rule({"AVL-001", "AVL-002", "AVL-027"})
    @Test
    void samples_that_come_after_the_closing_correct_the_month_if_they_tell_anything_new() {
        // The last of four hours' samples was at 11:50, and holds for three times the ten minutes between them.
        month(FEBRUARY).body("closed.closed.components.PROFIT.unmeasured", equalTo(28 * 86_400 - 15_600));
        // Another probe saw the same.
        post("record-samples", "2026-02-10T12:00:00Z", samples("b", "2026-02-10T08:00:00Z", 24))
                .then()
                .statusCode(201);
        nothingIsCorrectedAnyMore();
        month(FEBRUARY).body("corrections", empty());
        post("record-samples", "2026-02-10T14:00:00Z", samples("a", "2026-02-10T12:00:00Z", 12))
                .then()
                .statusCode(201);
        await().atMost(Posting.PATIENCE).untilAsserted(() -> month(FEBRUARY)
                .body("corrections", hasSize(1))
                .body("closed.closed.components.PROFIT.unmeasured", equalTo(28 * 86_400 - 15_600))
                .body("figures.components.PROFIT.unmeasured", equalTo(28 * 86_400 - 22_800)));
    }

    @Rule({"AVL-005", "AVL-006", "AVL-046"})
    @Test
    void emergencies_and_new_versions_are_left_out_and_whose_fault_it_was_is_told() {
        month(MAY).body("figures.downSeconds", equalTo(4 * 3600));
        var outage = idOf("may");
        var path = "/api/v1/outages/" + outage;
        approved(
                path,
                as(anna).body(exclusion("2026-05-10T08:00:00Z", "2026-05-10T09:00:00Z", "EMERGENCY_MAINTENANCE"))
                        .post(path + "/exclusions"));
        approved(
                path,
                as(anna).body(exclusion("2026-05-10T09:00:00Z", "2026-05-10T09:30:00Z", "NEW_VERSION"))
                        .post(path + "/exclusions"));
        approved(
                path,
                as(anna).body(Map.of(
                                "responsibleParty", "CUSTOMER",
                                "calamity", false,
                                "cause", "Their own line was cut",
                                "reason", "Their provider wrote so"))
                        .put(path + "/classification"));
        await().atMost(Posting.PATIENCE).untilAsserted(() -> month(MAY)
                .body("closed.closed.excludedSeconds", equalTo(0))
                .body("figures.excludedSeconds", equalTo(5400))
                .body("figures.downSeconds", equalTo(4 * 3600 - 5400))
                .body("ledger.reason", contains("EMERGENCY_MAINTENANCE", "NEW_VERSION")));
        // Whose fault it was changes no figure of the platform by itself.
        as(anna).get(path).then().body("responsibleParty", equalTo("CUSTOMER")).body("calamity", equalTo(false));
        var classified = Posting.published("outage-classified", outage, 1).getFirst();
        assertEquals("CUSTOMER", classified.path("responsibleParty").asText());
        // A second line over the same time is none.
        as(anna).body(exclusion("2026-05-10T09:15:00Z", "2026-05-10T09:45:00Z", "NEW_VERSION"))
                .post(path + "/exclusions")
                .then()
                .statusCode(409)
                .body("rule", equalTo("AVL-006"));
        as(anna).body(exclusion("2026-05-10T08:15:00Z", "2026-05-10T08:45:00Z", "EMERGENCY_MAINTENANCE"))
                .post(path + "/exclusions")
                .then()
                .statusCode(409)
                .body("rule", equalTo("AVL-005"));
    }

    private void approved(String outage, Response proposed) {
        String proposal = proposed.then().statusCode(201).extract().path("proposalId");
        as(bart).post(outage + "/proposals/" + proposal + "/approval").then().statusCode(204);
    }

    private static Map<String, Object> exclusion(String from, String to, String reason) {
        return Map.of("from", from, "to", to, "reason", reason, "justification", "As the log says");
    }

    private static Map<String, Object> outage(String reference, String... components) {
        return Map.of("reference", reference, "components", List.of(components));
    }

    private static void refused(Response response) {
        response.then().statusCode(409).body("rule", equalTo("AVL-009")).body("code", equalTo("month-closed"));
    }

    private static void refusedToDecide(Response response) {
        response.then().statusCode(409).body("rule", equalTo("AVL-009")).body("code", equalTo("second-person-needed"));
    }

    /** Whatever was asked of closed months has been looked at. */
    private void nothingIsCorrectedAnyMore() {
        await().atMost(Posting.PATIENCE).until(() -> {
            try (var connection = writer.getConnection();
                    var statement = connection.prepareStatement(
                            "select count(*) from deadline where kind like 'correct-availability-month%'");
                    var row = statement.executeQuery()) {
                return row.next() && row.getInt(1) == 0;
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private ValidatableResponse month(String month) {
        return as(anna).get("/api/v1/availability/months/" + month).then().statusCode(200);
    }

    /** Seconds of the month that runs, all of them down. */
    private int downThroughout() {
        var running = month(YearMonth.now(AgreedCalendars.ZONE).toString())
                .body("provisional", equalTo(true))
                .extract();
        var passed = Duration.between(
                Instant.parse(running.path("figures.from")), Instant.parse(running.path("figures.to")));
        assertEquals(
                passed.toSeconds(), running.<Integer>path("figures.downSeconds").longValue());
        return running.path("figures.downSeconds");
    }

    private String idOf(String reference) {
        return as(anna).queryParam("limit", 500)
                .get("/api/v1/outages")
                .path("items.find { it.reference == '" + reference + "' }.outageId");
    }

    private static Map<String, Object> installed(String from, String to) {
        return Map.of(
                "environmentId",
                UUID.randomUUID(),
                "components",
                List.of("INSITE"),
                "startedAt",
                from,
                "installedAt",
                to,
                "unavailableSeconds",
                60);
    }

    /** Every ten minutes. */
    private static Map<String, Object> samples(String probe, String from, int count) {
        var samples = new ArrayList<Map<String, Object>>();
        for (var i = 0; i < count; i++) {
            samples.add(Map.of(
                    "system",
                    "profit",
                    "at",
                    Instant.parse(from).plusSeconds(600L * i).toString(),
                    "up",
                    true));
        }
        return Map.of("probe", probe, "samples", samples);
    }

    private static Map<String, Object> with(Map<String, ?> data, String field, Object value) {
        var whole = new HashMap<String, Object>(data);
        whole.put(field, value);
        return whole;
    }

    private static Response post(String type, String at, Map<String, ?> data) {
        return Posting.post(event(type, at, false, data));
    }

    private static void historic(String type, String at, Map<String, ?> data) {
        Posting.postBatch("afas", List.of(event(type, at, true, data)))
                .then()
                .statusCode(200)
                .body("outcome", contains("ACCEPTED"));
    }

    private static Map<String, Object> event(String type, String at, boolean historic, Map<String, ?> data) {
        return Posting.event(
                UUID.randomUUID().toString(),
                Posting.PLATFORM,
                type,
                Instant.parse(at),
                historic,
                with(data, "provider", "afas"));
    }
}

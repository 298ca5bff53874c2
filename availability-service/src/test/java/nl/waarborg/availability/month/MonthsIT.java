package nl.waarborg.availability.month;

import static nl.waarborg.availability.Posting.as;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.JsonConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.path.json.JsonPath;
import io.restassured.path.json.config.JsonPathConfig.NumberReturnType;
import io.restassured.response.ValidatableResponse;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import nl.waarborg.availability.Posting;
import nl.waarborg.eventsourcing.test.quarkus.ServiceSurroundings;
import nl.waarborg.local.Identity;
import nl.waarborg.local.Role;
import nl.waarborg.rules.Rule;
import nl.waarborg.terms.AgreedCalendars;
import nl.waarborg.terms.Preset;
import nl.waarborg.terms.calendar.LocalMonth;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A platform's past is posted; its months close with exact figures and stay as they were closed. */
@QuarkusTest
@QuarkusTestResource(
        value = ServiceSurroundings.class,
        initArgs = @ResourceArg(name = "database", value = "availability_test"))
class MonthsIT {

    private static final List<String> COMPONENTS = List.of("PROFIT", "INSITE", "OUTSITE", "POCKET", "CONNECTORS");
    /** A March has 743 hours, of which 99.5 % leaves 13,374 seconds (OP-24, OP-26). */
    private static final int MARCH = 2_674_800;

    private static final int BUDGET = 13_374;

    private static UUID hit;
    private static UUID other;
    private static UUID bureausCustomer;
    private static UUID forgotten;

    private final Identity anna = Identity.of(Role.OPERATOR, "afas", null).as(UUID.randomUUID());
    private final Identity bart =
            Identity.of(Role.SERVICE_MANAGER, "afas", null).as(UUID.randomUUID());

    @BeforeEach
    void aPastThatWasPosted() {
        if (hit != null) {
            return;
        }
        ServiceSurroundings.makeTopics("processor-agreement.events", "incident.events", "backup.events");
        hit = Posting.agreed("afas", Preset.AFAS_SLA);
        other = Posting.agreed("afas", Preset.AFAS_SLA);
        bureausCustomer = Posting.agreed("phocus", Preset.PHOCUS_CLOUD);
        COMPONENTS.forEach(component -> register("afas", component));
        register("phocus", "PAYROLL_SAAS");
        for (var march : List.of("2024-03", "2025-03", "2023-03")) {
            watched("afas", COMPONENTS, march);
        }
        watched("phocus", List.of("PAYROLL_SAAS"), "2023-03");

        // The budget of a March to the second, and one second more.
        down("2025", COMPONENTS, "2025-03-10T08:00:00Z", BUDGET, Map.of());
        down("2024", COMPONENTS, "2024-03-10T08:00:00Z", BUDGET + 1, Map.of());

        // Two overlap: of PROFIT 3.5 hours are down, of INSITE 2.5.
        down("morning", List.of("PROFIT"), "2023-03-10T08:00:00Z", 2 * 3600, Map.of());
        down("storm", List.of("PROFIT", "INSITE"), "2023-03-10T09:00:00Z", 9000, Map.of());
        // An hour of real time while the clock skips one.
        down("summer-time", List.of("OUTSITE"), "2023-03-26T00:30:00Z", 3600, Map.of());
        down("some", List.of("POCKET"), "2023-03-17T12:00:00Z", 3600, Map.of("affectedTenants", List.of(hit)));
        down("one", List.of("CONNECTORS"), "2023-03-18T12:00:00Z", 1800, Map.of("ofTenant", hit));
        // Two hours were announced, two and a half it took.
        var renewed = maintained("2023-03-05T12:00:00Z", "2023-03-14T21:00:00Z");
        historic("afas", "end-maintenance", "2023-03-14T23:30:00Z", Map.of("maintenanceId", renewed));
        down("renewal", List.of("PROFIT"), "2023-03-14T21:00:00Z", 9000, Map.of());
        // As long, and nobody said that it ended.
        forgotten = maintained("2022-05-05T12:00:00Z", "2022-05-14T21:00:00Z");
        down("forgotten", List.of("PROFIT"), "2022-05-14T21:00:00Z", 9000, Map.of());
        // One customer's own outage, which is left out, while everyone's lasts.
        down("own", List.of("CONNECTORS"), "2022-06-10T10:00:00Z", 3600, Map.of("ofTenant", hit));
        down("everyone", List.of("CONNECTORS"), "2022-06-10T10:00:00Z", 3600, Map.of());
        // Some are cut off by lightning, while everyone is down for another reason.
        down("lightning", List.of("POCKET"), "2022-06-11T10:00:00Z", 3600, Map.of("affectedTenants", List.of(hit)));
        down("meanwhile", List.of("POCKET"), "2022-06-11T10:00:00Z", 3600, Map.of());
        // A Friday and a Sunday: working days alone are promised there.
        outage("phocus", "friday", List.of("PAYROLL_SAAS"), "2023-03-10T08:00:00Z", 3600, Map.of());
        outage("phocus", "sunday", List.of("PAYROLL_SAAS"), "2023-03-12T08:00:00Z", 3600, Map.of());

        as(anna).body(exclusion("2023-03-10T09:00:00Z", "2023-03-10T10:00:00Z", "FORCE_MAJEURE"))
                .post("/api/v1/outages/" + idOf("storm") + "/exclusions")
                .then()
                .statusCode(204);
        as(anna).body(exclusion("2022-06-10T10:00:00Z", "2022-06-10T11:00:00Z", "FORCE_MAJEURE"))
                .post("/api/v1/outages/" + idOf("own") + "/exclusions")
                .then()
                .statusCode(204);
        as(anna).body(exclusion("2022-06-11T10:00:00Z", "2022-06-11T11:00:00Z", "FORCE_MAJEURE"))
                .post("/api/v1/outages/" + idOf("lightning") + "/exclusions")
                .then()
                .statusCode(204);
        // Until the source says that this was all, nothing is judged.
        month(anna, "2023-03", null).body("provisional", equalTo(true));
        caughtUp("afas", hit);
        caughtUp("phocus", bureausCustomer);
    }

    @Rule({"AVL-001", "AVL-002", "AVL-003", "AVL-004", "AVL-008"})
    @Test
    void the_platforms_month_is_reckoned_exactly_per_component_and_together() {
        closed(anna, "2023-03", null)
                .body("figures.components.PROFIT.period", equalTo(MARCH))
                .body("figures.components.PROFIT.excluded", equalTo(3600 + 7200))
                .body("figures.components.PROFIT.down", equalTo(12_600 - 3600 + 1800))
                .body("figures.components.INSITE.excluded", equalTo(3600))
                .body("figures.components.INSITE.down", equalTo(5400))
                .body("figures.components.OUTSITE.down", equalTo(3600))
                .body("figures.components.POCKET.down", equalTo(3600))
                .body("figures.components.CONNECTORS.down", equalTo(0))
                .body("figures.components.values().unmeasured", everyItem(equalTo(0)))
                .body("figures.exact.numerator", equalTo(254_531_924))
                .body("figures.exact.denominator", equalTo(254_979_025))
                .body("figures.availability", equalTo(new BigDecimal("99.82")))
                .body("figures.includingExcluded", equalTo(new BigDecimal("99.71")))
                .body("figures.strict", equalTo(new BigDecimal("99.32")))
                .body("figures.coverage", equalTo(new BigDecimal("100.00")))
                .body("figures.downSeconds", equalTo(23_400))
                .body("figures.excludedSeconds", equalTo(14_400))
                .body("figures.floorMet", equalTo(true))
                .body("figures.outageCount", equalTo(5))
                .body("figures.maintenanceCount", equalTo(1))
                .body("ledger.reason", contains("FORCE_MAJEURE", "PREVENTIVE_MAINTENANCE"))
                .body("ledger.clause", everyItem(equalTo("AFAS §2.3.1 (OP-22)")))
                .body("ledger.justification", contains("Lightning struck", "Storage is renewed"))
                .body("ledger[0].by", notNullValue());
    }

    @Rule({"AVL-004", "AVL-012", "AVL-014"})
    @Test
    void maintenance_that_nobody_ended_is_downtime_from_its_planned_end_on_until_someone_says_so() {
        // From 15 May 01:00 to 1 June 00:00 local.
        closed(anna, "2022-05", null)
                .body("closed.closed.excludedSeconds", equalTo(7200))
                .body("closed.closed.downSeconds", equalTo(16 * 86_400 + 23 * 3600))
                .body("closed.closed.availability", nullValue())
                .body("closed.closed.strict", nullValue());
        closed(anna, "2022-07", null).body("figures.downSeconds", equalTo(0));
        // Each closing sets the next one: there is no gap in what can be shown of past years.
        await().atMost(Posting.PATIENCE).untilAsserted(() -> as(anna).get("/api/v1/availability/months")
                .then()
                .body("month.findAll { it >= '2022-05' && it <= '2023-05' }.size()", equalTo(13)));
        Posting.post(event("end-maintenance", "2022-05-15T00:00:00Z", Map.of("maintenanceId", forgotten)))
                .then()
                .statusCode(201);
        await().atMost(Posting.PATIENCE).untilAsserted(() -> month(anna, "2022-05", null)
                .body("closed.closed.downSeconds", equalTo(16 * 86_400 + 23 * 3600))
                .body("figures.excludedSeconds", equalTo(7200))
                .body("figures.downSeconds", equalTo(3600)));
    }

    @Rule({"AVL-002", "AVL-004"})
    @Test
    void what_is_left_out_for_one_customer_is_left_out_for_no_other() {
        closed(anna, "2022-06", null)
                .body("figures.downSeconds", equalTo(7200))
                .body("figures.excludedSeconds", equalTo(0))
                .body("ledger.outageId", contains(idOf("lightning")));
        closed(anna, "2022-06", other)
                .body("figures.downSeconds", equalTo(7200))
                .body("figures.excludedSeconds", equalTo(0))
                .body("ledger", empty());
        closed(anna, "2022-06", hit)
                .body("figures.downSeconds", equalTo(0))
                .body("figures.excludedSeconds", equalTo(7200))
                .body("ledger.outageId", contains(idOf("own"), idOf("lightning")))
                .body("ledger.by", everyItem(notNullValue()));
    }

    @Rule({"AVL-002", "AVL-047"})
    @Test
    void a_customers_month_counts_what_touched_it() {
        closed(anna, "2023-03", hit)
                .body("figures.components.POCKET.down", equalTo(3600))
                .body("figures.components.CONNECTORS.down", equalTo(1800))
                .body("figures.exact.numerator", equalTo(508_995_213))
                .body("figures.exact.denominator", equalTo(509_958_050));
        closed(anna, "2023-03", other)
                .body("figures.components.POCKET.down", equalTo(0))
                .body("figures.components.CONNECTORS.down", equalTo(0))
                .body("figures.exact.numerator", equalTo(254_600_559))
                .body("figures.exact.denominator", equalTo(254_979_025));
        as(customer(other))
                .queryParam("tenant", hit)
                .get("/api/v1/availability/months/2023-03")
                .then()
                .statusCode(404);
        closed(customer(hit), "2023-03", hit)
                .body("figures.outageCount", equalTo(6))
                .body("figures.maintenanceCount", equalTo(1));
    }

    @Rule({"AVL-003", "AVL-009", "AVL-010"})
    @Test
    void the_last_second_of_the_budget_decides_and_a_late_one_is_a_correction_beside_the_frozen_figure() {
        closed(anna, "2025-03", null)
                .body("figures.exact.numerator", equalTo(199))
                .body("figures.exact.denominator", equalTo(200))
                .body("figures.availability", equalTo(new BigDecimal("99.50")))
                .body("figures.errorBudgetSeconds", equalTo(0))
                .body("figures.floorMet", equalTo(true));
        as(anna).get("/api/v1/availability/improvement-plans").then().body("month", not(hasItem("2025-03")));
        var outage = idOf("2025");
        var proposal = as(anna).body(Map.of(
                        "startedAt", "2025-03-10T08:00:00Z",
                        "endedAt", Instant.parse("2025-03-10T08:00:00Z").plusSeconds(BUDGET + 1),
                        "reason", "The log of the load balancer says so"))
                .post("/api/v1/outages/" + outage + "/corrections")
                .then()
                .statusCode(201)
                .extract()
                .path("proposalId");
        as(bart).post("/api/v1/outages/" + outage + "/proposals/" + proposal + "/approval")
                .then()
                .statusCode(204);
        await().atMost(Posting.PATIENCE).untilAsserted(() -> month(anna, "2025-03", null)
                .body("closed.closed.exact.numerator", equalTo(199))
                .body("closed.closed.floorMet", equalTo(true))
                .body("corrections.figures.floorMet", contains(false))
                .body("figures.exact.numerator", equalTo(106_457))
                .body("figures.exact.denominator", equalTo(106_992))
                .body("figures.availability", equalTo(new BigDecimal("99.49")))
                .body("figures.errorBudgetSeconds", equalTo(-1)));
        as(anna).get("/api/v1/availability/improvement-plans")
                .then()
                .body("find { it.month == '2025-03' }.state", equalTo("DUE"));
    }

    @Rule({"AVL-003", "AVL-010"})
    @Test
    void a_missed_month_needs_a_plan_that_customers_see_once_it_is_published() {
        closed(anna, "2024-03", null)
                .body("figures.availability", equalTo(new BigDecimal("99.49")))
                .body("figures.floorMet", equalTo(false));
        var plan = "/api/v1/availability/months/2024-03/improvement-plan";
        as(anna).post(plan + "/publication").then().statusCode(409).body("rule", equalTo("AVL-010"));
        as(anna).body(Map.of("measures", "A second power feed"))
                .put(plan)
                .then()
                .statusCode(204);
        as(customer(other)).get("/api/v1/availability/improvement-plans").then().body("month", not(hasItem("2024-03")));
        as(anna).post(plan + "/publication").then().statusCode(204);
        as(customer(other))
                .get("/api/v1/availability/improvement-plans")
                .then()
                .body("find { it.month == '2024-03' }.measures", equalTo("A second power feed"));
        as(anna).body(Map.of("measures", "None"))
                .put("/api/v1/availability/months/2023-03/improvement-plan")
                .then()
                .statusCode(409)
                .body("rule", equalTo("AVL-010"));
    }

    @Rule("AVL-009")
    @Test
    void a_dispute_is_settled_with_the_measurements_and_nobody_else_sees_it() {
        closed(customer(hit), "2023-03", hit);
        var dispute = as(customer(hit))
                .body(Map.of("claim", "We were down for two hours"))
                .post("/api/v1/availability/months/2023-03/disputes")
                .then()
                .statusCode(201)
                .extract()
                .path("disputeId");
        as(customer(hit))
                .body(Map.of("claim", "It will be bad"))
                .post("/api/v1/availability/months/" + YearMonth.now(AgreedCalendars.ZONE) + "/disputes")
                .then()
                .statusCode(409)
                .body("rule", equalTo("AVL-009"));
        var settlement = "/api/v1/availability/disputes/" + dispute + "/settlement";
        var outcome = Map.of("outcome", "MEASUREMENTS_STAND", "explanation", "Of your time 30 minutes");
        as(Identity.of(Role.OPERATOR, "phocus", null))
                .body(outcome)
                .post(settlement)
                .then()
                .statusCode(404);
        as(anna).body(outcome).post(settlement).then().statusCode(204);
        as(customer(hit))
                .get("/api/v1/availability/disputes")
                .then()
                .body("find { it.disputeId == '" + dispute + "' }.outcome", equalTo("MEASUREMENTS_STAND"))
                .body("find { it.disputeId == '" + dispute + "' }.evidence.components.CONNECTORS.down", equalTo(1800));
        as(customer(other)).get("/api/v1/availability/disputes").then().body("", empty());
        as(anna).body(outcome).post(settlement).then().statusCode(409).body("rule", equalTo("AVL-009"));
    }

    @Rule({"AVL-003", "AVL-044"})
    @Test
    void a_vendor_without_a_floor_is_never_judged_and_counts_working_days_alone() {
        var service = Identity.of(Role.OPERATOR, "phocus", null);
        for (var tenant : Stream.of((UUID) null, bureausCustomer).toList()) {
            closed(service, "2023-03", tenant)
                    .body("figures.components.PAYROLL_SAAS.period", equalTo(23 * 86_400))
                    .body("figures.components.PAYROLL_SAAS.down", equalTo(3600))
                    .body("figures.exact.numerator", equalTo(551))
                    .body("figures.exact.denominator", equalTo(552))
                    .body("figures.floor", nullValue())
                    .body("figures.floorMet", nullValue())
                    .body("figures.errorBudgetSeconds", nullValue());
        }
        as(service).get("/api/v1/availability/improvement-plans").then().body("", empty());
    }

    @Rule({"AVL-004", "AVL-008", "AVL-025"})
    @Test
    void intervals_that_cannot_be_are_named_and_nothing_of_them_is_stored() {
        closed(anna, "2023-03", null);
        var storm = "/api/v1/outages/" + idOf("storm");
        var ledger = as(anna).get(storm + "/exclusions").asString();
        var outages = as(anna).queryParam("limit", 500).get("/api/v1/outages").asString();

        // The ledger: overlapping, outside of the outage, reversed, open-ended, ahead.
        exclude(storm, exclusion("2023-03-10T09:30:00Z", "2023-03-10T10:30:00Z", "FORCE_MAJEURE"))
                .statusCode(409)
                .body("rule", equalTo("AVL-008"))
                .body("code", equalTo("exclusion-overlaps"));
        exclude(storm, exclusion("2023-03-10T11:00:00Z", "2023-03-10T12:00:00Z", "PREVENTIVE_MAINTENANCE"))
                .statusCode(409)
                .body("rule", equalTo("AVL-004"))
                .body("code", equalTo("exclusion-outside-outage"));
        exclude(storm, exclusion("2023-03-10T11:00:00Z", "2023-03-10T10:30:00Z", "FORCE_MAJEURE"))
                .statusCode(422)
                .body("errors.pointer", contains("/to"));
        var open = new HashMap<>(exclusion("2023-03-10T10:00:00Z", "", "FORCE_MAJEURE"));
        open.remove("to");
        exclude(storm, open).statusCode(422).body("errors.pointer", contains("/to"));
        exclude(storm, exclusion("2023-03-10T10:00:00Z", "2099-01-01T00:00:00Z", "FORCE_MAJEURE"))
                .statusCode(409)
                .body("code", equalTo("exclusion-outside-outage"));
        exclude(
                        "/api/v1/outages/" + UUID.randomUUID(),
                        exclusion("2023-03-10T10:00:00Z", "2023-03-10T10:30:00Z", "FORCE_MAJEURE"))
                .statusCode(404);

        // Outages by hand: ahead, reversed.
        var ahead = Instant.now().plusSeconds(3600).toString();
        as(anna).body(Map.of("components", List.of("PROFIT"), "errorMessage", "x", "startedAt", ahead))
                .post("/api/v1/outages")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/startedAt"));
        as(anna).body(Map.of("startedAt", "2023-03-10T12:00:00Z", "endedAt", "2023-03-10T11:00:00Z", "reason", "x"))
                .post(storm + "/corrections")
                .then()
                .statusCode(409)
                .body("rule", equalTo("AVL-009"))
                .body("code", equalTo("ends-before-start"));
        as(anna).body(Map.of("startedAt", "2023-03-10T09:30:00Z", "endedAt", "2023-03-10T11:30:00Z", "reason", "x"))
                .post(storm + "/corrections")
                .then()
                .statusCode(409)
                .body("code", equalTo("exclusion-outside-outage"));

        // Posted: an end before the start, an end that lies ahead, an end of nothing.
        var started = event(
                "start-outage", "2023-02-10T08:00:00Z", Map.of("reference", "feb", "components", List.of("PROFIT")));
        Posting.post(started).then().statusCode(201);
        Posting.post(event(
                        "end-outage",
                        "2023-02-10T09:00:00Z",
                        Map.of("reference", "feb", "endedAt", "2023-02-10T07:00:00Z")))
                .then()
                .statusCode(409)
                .body("rule", equalTo("AVL-025"))
                .body("code", equalTo("ends-before-start"));
        Posting.post(event(
                        "end-outage",
                        "2023-02-10T09:00:00Z",
                        Map.of("reference", "feb", "endedAt", "2023-02-10T10:00:00Z")))
                .then()
                .statusCode(409)
                .body("code", equalTo("ends-in-future"));
        as(anna).get("/api/v1/outages/" + idOf("feb")).then().body("endedAt", nullValue());
        Posting.post(event("start-outage", ahead, Map.of("reference", "future", "components", List.of("PROFIT"))))
                .then()
                .statusCode(422);
        Posting.post(event("end-outage", "2023-02-10T09:00:00Z", Map.of("reference", "feb")))
                .then()
                .statusCode(201);

        assertEquals(ledger, as(anna).get(storm + "/exclusions").asString());
        as(anna).queryParam("limit", 500)
                .get("/api/v1/outages")
                .then()
                .body("items.findAll { it.reference != 'feb' }.size()", equalTo(count(outages)));
        as(anna).get(storm + "/proposals").then().body("", empty());
    }

    @Rule("AVL-047")
    @Test
    void what_lasts_from_one_month_into_the_next_is_counted_once_in_the_year() {
        var customer = Posting.agreed("afas", Preset.AFAS_SLA);
        var other = Posting.agreed("afas", Preset.AFAS_SLA);
        var last = YearMonth.now(AgreedCalendars.ZONE).minusMonths(2);
        var end = new LocalMonth(last, AgreedCalendars.ZONE).end();
        Posting.postBatch(
                        "afas",
                        List.of(
                                event(
                                        "start-outage",
                                        end.minusSeconds(600).toString(),
                                        Map.of(
                                                "reference",
                                                "over-midnight",
                                                "components",
                                                List.of("POCKET"),
                                                "ofTenant",
                                                customer)),
                                event(
                                        "end-outage",
                                        end.plusSeconds(600).toString(),
                                        Map.of("reference", "over-midnight"))))
                .then()
                .body("outcome", contains("ACCEPTED", "ACCEPTED"));
        var months = List.of(last.toString(), last.plusMonths(1).toString());
        await().atMost(Posting.PATIENCE).untilAsserted(() -> {
            var hit = year(customer);
            var spared = year(other);
            for (var month : months) {
                assertTrue(hit.getList("months.month").contains(month), month);
                assertTrue(spared.getList("months.month").contains(month), month);
                assertEquals(outages(spared, month) + 1, outages(hit, month), month);
            }
            assertEquals(spared.getInt("outageCount") + 1, hit.getInt("outageCount"));
        });
    }

    private JsonPath year(UUID tenant) {
        return as(anna).queryParam("tenant", tenant)
                .get("/api/v1/availability/year-report")
                .jsonPath();
    }

    private static int outages(JsonPath year, String month) {
        return year.getInt("months.find { it.month == '" + month + "' }.outageCount");
    }

    private static int count(String outages) {
        return JsonPath.from(outages).getList("items").size();
    }

    private ValidatableResponse exclude(String outage, Map<String, ?> exclusion) {
        return as(anna).body(exclusion).post(outage + "/exclusions").then();
    }

    private static Map<String, Object> exclusion(String from, String to, String reason) {
        return Map.of("from", from, "to", to, "reason", reason, "justification", "Lightning struck");
    }

    /** Waits until the month is closed. */
    private static ValidatableResponse closed(Identity who, String month, @Nullable UUID tenant) {
        await().atMost(Posting.PATIENCE)
                .untilAsserted(() -> month(who, month, tenant).body("closed", notNullValue()));
        return month(who, month, tenant);
    }

    private static ValidatableResponse month(Identity who, String month, @Nullable UUID tenant) {
        var request = as(who).config(RestAssuredConfig.config()
                .jsonConfig(JsonConfig.jsonConfig().numberReturnType(NumberReturnType.BIG_DECIMAL)));
        if (tenant != null) {
            request.queryParam("tenant", tenant);
        }
        return request.get("/api/v1/availability/months/" + month).then().statusCode(200);
    }

    private static Identity customer(UUID tenant) {
        return Identity.of(Role.ADMINISTRATOR, "afas", tenant);
    }

    private static void register(String provider, String component) {
        as(Identity.of(Role.OPERATOR, provider, null))
                .body(Map.of(
                        "name",
                        component,
                        "component",
                        component,
                        "environmentKind",
                        "PRODUCTION",
                        "responsibleParty",
                        "VENDOR"))
                .put("/api/v1/systems/" + component)
                .then()
                .statusCode(204);
    }

    /** Looked at every ten minutes, a whole local month long. */
    private static void watched(String provider, List<String> components, String march) {
        var first = Instant.parse(march + "-01T00:00:00Z").minus(Duration.ofHours(2));
        var end = Instant.parse(march + "-31T22:00:00Z");
        for (var component : components) {
            var samples = new ArrayList<Map<String, Object>>();
            for (var at = first; at.isBefore(end); at = at.plus(Duration.ofMinutes(10))) {
                samples.add(Map.of("system", component, "at", at.toString(), "up", true));
            }
            historic(provider, "record-samples", end.toString(), Map.of("probe", "amsterdam", "samples", samples));
        }
    }

    /** Planned for two hours, and begun. */
    private static UUID maintained(String announced, String from) {
        var maintenance = UUID.randomUUID();
        historic(
                "afas",
                "announce-maintenance",
                announced,
                Map.of(
                        "maintenanceId",
                        maintenance,
                        "kind",
                        "PLANNED",
                        "components",
                        List.of("PROFIT"),
                        "startsAt",
                        from,
                        "endsAt",
                        Instant.parse(from).plus(Duration.ofHours(2)).toString(),
                        "message",
                        "Storage is renewed"));
        historic("afas", "start-maintenance", from, Map.of("maintenanceId", maintenance));
        return maintenance;
    }

    private static void down(
            String reference, List<String> components, String from, int seconds, Map<String, ?> further) {
        outage("afas", reference, components, from, seconds, further);
    }

    private static void outage(
            String provider,
            String reference,
            List<String> components,
            String from,
            int seconds,
            Map<String, ?> further) {
        var data = new HashMap<String, Object>(further);
        data.put("reference", reference);
        data.put("components", components);
        historic(provider, "start-outage", from, data);
        historic(
                provider,
                "end-outage",
                Instant.parse(from).plusSeconds(seconds).toString(),
                Map.of("reference", reference));
    }

    private static void caughtUp(String provider, UUID any) {
        posted(provider, any, "source-caught-up", "2023-04-01T00:00:00Z", Map.of());
    }

    private static void historic(String provider, String type, String at, Map<String, ?> data) {
        var whole = new HashMap<String, Object>(data);
        whole.put("provider", provider);
        posted(provider, Posting.PLATFORM, type, at, whole);
    }

    private static void posted(String provider, UUID tenant, String type, String at, Map<String, ?> data) {
        var id = UUID.randomUUID().toString();
        Posting.postBatch(provider, List.of(Posting.event(id, tenant, type, Instant.parse(at), true, data)))
                .then()
                .statusCode(200)
                .body("outcome", contains("ACCEPTED"));
    }

    private static Map<String, Object> event(String type, String at, Map<String, ?> data) {
        var whole = new HashMap<String, Object>(data);
        whole.put("provider", "afas");
        return Posting.event(UUID.randomUUID().toString(), Posting.PLATFORM, type, Instant.parse(at), false, whole);
    }

    private String idOf(String reference) {
        return as(anna).queryParam("limit", 500)
                .get("/api/v1/outages")
                .path("items.find { it.reference == '" + reference + "' }.outageId");
    }
}

package nl.waarborg.availability.month;

import static nl.waarborg.availability.Posting.as;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.JsonConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.path.json.config.JsonPathConfig.NumberReturnType;
import io.restassured.response.ValidatableResponse;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import nl.waarborg.availability.Posting;
import nl.waarborg.eventsourcing.test.quarkus.ServiceSurroundings;
import nl.waarborg.local.Identity;
import nl.waarborg.local.Role;
import nl.waarborg.rules.Rule;
import nl.waarborg.terms.AgreedCalendars;
import nl.waarborg.terms.Preset;
import nl.waarborg.terms.TermKey;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What months count of maintenance and patches: what was not planned is downtime, and what is left out stands in the ledger. */
@QuarkusTest
@QuarkusTestResource(
        value = ServiceSurroundings.class,
        initArgs = @ResourceArg(name = "database", value = "availability_test"))
class CountedMaintenanceIT {

    private static final String CLAUSE = "AFAS §2.3.1 (OP-22)";
    private static final List<String> COMPONENTS = List.of("PROFIT", "INSITE", "OUTSITE", "POCKET", "CONNECTORS");

    private static boolean ready;

    private final UUID anna = UUID.randomUUID();
    private final Identity operator = Identity.of(Role.OPERATOR, "afas", null).as(anna);

    @BeforeEach
    void theOthersTopics() {
        if (!ready) {
            ServiceSurroundings.makeTopics("processor-agreement.events", "incident.events", "backup.events");
            ready = true;
        }
    }

    @Rule({"AVL-004", "AVL-014"})
    @Test
    void what_began_early_and_what_ran_over_is_downtime_whether_or_not_an_outage_is_told() {
        register("afas", "PROFIT");
        watched("PROFIT", "2021-03");
        var id = announced("afas", "PLANNED", "PROFIT", "2021-03-13T21:00:00Z", "2021-03-13T23:00:00Z", Map.of());
        told("afas", "start-maintenance", "2021-03-13T20:50:00Z", Map.of("maintenanceId", id));
        told("afas", "end-maintenance", "2021-03-13T23:30:00Z", Map.of("maintenanceId", id));
        // Ten minutes before and thirty after, of 743 hours.
        figures("2021-03", null, month -> month.body("figures.components.PROFIT.down", equalTo(2400))
                .body("figures.components.PROFIT.excluded", equalTo(0))
                .body("figures.exact.numerator", equalTo(2227))
                .body("figures.exact.denominator", equalTo(2229))
                .body("figures.availability", equalTo(new BigDecimal("99.91")))
                .body("figures.outageCount", equalTo(0))
                .body("figures.maintenanceCount", equalTo(1))
                .body("ledger.maintenanceId", contains(id.toString()))
                .body("ledger.from", contains("2021-03-13T21:00:00Z"))
                .body("ledger.to", contains("2021-03-13T23:00:00Z"))
                .body("ledger.reason", contains("PREVENTIVE_MAINTENANCE"))
                .body("ledger.clause", contains(CLAUSE))
                .body("ledger.justification", contains("Storage is renewed")));
        // Of two hours and a half that it was down, two were planned, and half an hour counts.
        down("afas", "over", "PROFIT", "2021-03-13T21:00:00Z", 9000, Map.of());
        figures("2021-03", null, month -> month.body("figures.components.PROFIT.down", equalTo(2400))
                .body("figures.components.PROFIT.excluded", equalTo(7200)));
    }

    @Rule({"AVL-005", "AVL-013", "AVL-015"})
    @Test
    void what_was_overridden_is_downtime_and_an_emergency_within_its_time_is_left_out_on_the_word_of_a_person() {
        var overridden = announced(
                "afas",
                "PLANNED",
                "INSITE",
                "2021-04-14T10:00:00Z",
                "2021-04-14T11:00:00Z",
                Map.of("override", "The supplier comes but once"));
        carriedOut("afas", overridden, "2021-04-14T10:00:00Z", "2021-04-14T11:00:00Z");
        var emergency = UUID.randomUUID();
        told(
                "afas",
                "declare-emergency-maintenance",
                "2021-04-20T09:50:00Z",
                Map.of(
                        "maintenanceId", emergency,
                        "reason", "URGENT_PATCH",
                        "components", List.of("INSITE"),
                        "startsAt", "2021-04-20T10:00:00Z",
                        "endsAt", "2021-04-20T11:00:00Z",
                        "message", "A leak is closed"));
        carriedOut("afas", emergency, "2021-04-20T10:00:00Z", "2021-04-20T11:00:00Z");
        down("afas", "leak", "INSITE", "2021-04-20T10:00:00Z", 3600, Map.of());
        figures("2021-04", null, month -> month.body("figures.downSeconds", equalTo(3600))
                .body("figures.excludedSeconds", equalTo(3600))
                .body("ledger.reason", contains("EMERGENCY_MAINTENANCE"))
                .body("ledger.justification", contains("A leak is closed")));
    }

    @Rule({"AVL-005", "AVL-015"})
    @Test
    void who_declared_an_emergency_stands_in_the_ledger() {
        var now = Instant.now();
        String id = as(operator)
                .body(Map.of(
                        "reason",
                        "ACTUAL_THREAT",
                        "components",
                        List.of("INSITE"),
                        "startsAt",
                        now.toString(),
                        "endsAt",
                        now.plusSeconds(3600).toString(),
                        "message",
                        "The network is closed"))
                .post("/api/v1/maintenance/emergencies")
                .then()
                .statusCode(201)
                .extract()
                .path("maintenanceId");
        var maintenance = "/api/v1/maintenance/" + id;
        as(operator).body(Map.of()).post(maintenance + "/start").then().statusCode(204);
        var line = "ledger.find { it.maintenanceId == '" + id + "' }.";
        figures(YearMonth.now(AgreedCalendars.ZONE).toString(), null, month -> month.body(
                        line + "by", equalTo(anna.toString()))
                .body(line + "reason", equalTo("EMERGENCY_MAINTENANCE"))
                .body(line + "clause", equalTo(CLAUSE)));
        as(operator).body(Map.of()).post(maintenance + "/end").then().statusCode(204);
    }

    @Rule({"AVL-004", "AVL-016", "AVL-017"})
    @Test
    void of_a_patch_its_unavailability_within_the_window_is_left_out_and_nothing_else() {
        // From 18:58 to 19:03 local; the window opens at 19:00.
        var patch = patched(
                "afas",
                "PROFIT",
                "2021-05-12T16:30:00Z",
                "2021-05-12T17:30:00Z",
                Map.of("unavailableFrom", "2021-05-12T16:58:00Z", "unavailableSeconds", 300));
        figures("2021-05", null, month -> month.body("figures.downSeconds", equalTo(120))
                .body("figures.excludedSeconds", equalTo(180)));
        // One that nobody noticed leaves nothing out of an outage at its time.
        patched("afas", "PROFIT", "2021-05-13T18:00:00Z", "2021-05-13T19:00:00Z", Map.of("unavailableSeconds", 0));
        down("afas", "unrelated", "PROFIT", "2021-05-13T18:00:00Z", 1800, Map.of());
        figures("2021-05", null, month -> month.body("figures.downSeconds", equalTo(1920))
                .body("figures.excludedSeconds", equalTo(180))
                .body("ledger.patchId", contains(patch.toString()))
                .body("ledger.from", contains("2021-05-12T17:00:00Z"))
                .body("ledger.to", contains("2021-05-12T17:03:00Z"))
                .body("ledger.reason", contains("PREVENTIVE_MAINTENANCE"))
                .body("ledger.clause", contains(CLAUSE)));
    }

    @Rule({"AVL-001", "AVL-044"})
    @Test
    void where_no_agreement_leaves_anything_out_all_of_it_counts() {
        var customer = Posting.agreed("phocus", Preset.PHOCUS_CLOUD);
        var id = announced(
                "phocus", "PLANNED", "PAYROLL_SAAS", "2021-06-09T20:00:00Z", "2021-06-09T21:00:00Z", Map.of());
        carriedOut("phocus", id, "2021-06-09T20:00:00Z", "2021-06-09T21:00:00Z");
        down("phocus", "work", "PAYROLL_SAAS", "2021-06-09T20:00:00Z", 1800, Map.of());
        patched(
                "phocus",
                "PAYROLL_SAAS",
                "2021-06-10T20:00:00Z",
                "2021-06-10T20:10:00Z",
                Map.of("unavailableSeconds", 60));
        var service = Identity.of(Role.OPERATOR, "phocus", null);
        for (var tenant : Stream.of((UUID) null, customer).toList()) {
            figures(service, "2021-06", tenant, month -> month.body("figures.downSeconds", equalTo(3660))
                    .body("figures.excludedSeconds", equalTo(0))
                    .body("ledger", empty()));
        }
        as(service).get("/api/v1/maintenance/" + id).then().body("excludedFrom", nullValue());
    }

    @Rule({"AVL-001", "AVL-004"})
    @Test
    void a_customers_own_terms_decide_as_of_the_time_that_would_be_left_out() {
        var customer = Posting.agreed("afas", Preset.AFAS_SLA);
        Posting.notAgreed("afas", customer, Preset.AFAS_SLA, "2021-07-14T22:00:00Z", TermKey.AVAILABILITY_EXCLUSIONS);
        for (var saturday : List.of("2021-07-10", "2021-07-17")) {
            var from = saturday + "T20:00:00Z";
            var to = saturday + "T21:00:00Z";
            carriedOut("afas", announced("afas", "PLANNED", "OUTSITE", from, to, Map.of()), from, to);
            down("afas", saturday, "OUTSITE", from, 3600, Map.of());
        }
        figures("2021-07", null, month -> month.body("figures.downSeconds", equalTo(0))
                .body("figures.excludedSeconds", equalTo(7200))
                .body("ledger.from", contains("2021-07-10T20:00:00Z", "2021-07-17T20:00:00Z")));
        figures("2021-07", customer, month -> month.body("figures.downSeconds", equalTo(3600))
                .body("figures.excludedSeconds", equalTo(3600))
                .body("ledger.from", contains("2021-07-10T20:00:00Z")));
    }

    @Rule({"AVL-002", "AVL-004"})
    @Test
    void maintenance_for_some_customers_leaves_out_what_it_did_to_them_and_nothing_that_others_missed() {
        var some = Posting.agreed("afas", Preset.AFAS_SLA);
        var other = Posting.agreed("afas", Preset.AFAS_SLA);
        var theirs = Map.of("affectedTenants", List.of(some));
        var id = announced("afas", "PLANNED", "CONNECTORS", "2021-08-14T20:00:00Z", "2021-08-14T22:00:00Z", theirs);
        carriedOut("afas", id, "2021-08-14T20:00:00Z", "2021-08-14T22:30:00Z");
        down("afas", "theirs", "CONNECTORS", "2021-08-14T20:00:00Z", 9000, theirs);
        figures("2021-08", null, month -> month.body("figures.downSeconds", equalTo(1800))
                .body("figures.excludedSeconds", equalTo(7200)));
        figures("2021-08", other, month -> month.body("figures.downSeconds", equalTo(0))
                .body("figures.excludedSeconds", equalTo(0))
                .body("figures.maintenanceCount", equalTo(0))
                .body("ledger", empty()));
        // Meanwhile everyone is down for half an hour.
        down("afas", "everyones", "CONNECTORS", "2021-08-14T21:00:00Z", 1800, Map.of());
        figures("2021-08", null, month -> month.body("figures.downSeconds", equalTo(3600))
                .body("figures.excludedSeconds", equalTo(5400)));
        figures("2021-08", other, month -> month.body("figures.downSeconds", equalTo(1800))
                .body("figures.excludedSeconds", equalTo(0)));
        figures("2021-08", some, month -> month.body("figures.downSeconds", equalTo(1800))
                .body("figures.excludedSeconds", equalTo(7200))
                .body("ledger.maintenanceId", contains(id.toString())));
    }

    @Rule({"AVL-014", "AVL-027"})
    @Test
    void an_overrun_burns_the_error_budget_at_once_and_no_longer_once_it_is_said_to_have_ended_in_time() {
        var now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        var id = UUID.randomUUID();
        lived(
                "declare-emergency-maintenance",
                now.minus(Duration.ofHours(4)).toString(),
                Map.of(
                        "maintenanceId",
                        id,
                        "reason",
                        "ACTUAL_THREAT",
                        "components",
                        COMPONENTS,
                        "startsAt",
                        now.minus(Duration.ofHours(3)).toString(),
                        "endsAt",
                        now.minus(Duration.ofHours(2)).toString(),
                        "message",
                        "The network is closed"));
        lived("start-maintenance", now.minus(Duration.ofHours(3)).toString(), Map.of("maintenanceId", id));
        await().atMost(Posting.PATIENCE).untilAsserted(() -> as(operator)
                .get("/api/v1/availability/error-budget")
                .then()
                .body("alerts.findAll { it.endedAt == null }.size()", equalTo(1)));
        lived("end-maintenance", now.minus(Duration.ofHours(2)).toString(), Map.of("maintenanceId", id));
        await().atMost(Posting.PATIENCE).untilAsserted(() -> as(operator)
                .get("/api/v1/availability/error-budget")
                .then()
                .body("alerts.endedAt", everyItem(notNullValue())));
    }

    private void figures(String month, @Nullable UUID tenant, Consumer<ValidatableResponse> expected) {
        figures(operator, month, tenant, expected);
    }

    /** As known by now. */
    private static void figures(
            Identity who, String month, @Nullable UUID tenant, Consumer<ValidatableResponse> expected) {
        await().atMost(Posting.PATIENCE).untilAsserted(() -> {
            var request = as(who).config(RestAssuredConfig.config()
                    .jsonConfig(JsonConfig.jsonConfig().numberReturnType(NumberReturnType.BIG_DECIMAL)));
            if (tenant != null) {
                request.queryParam("tenant", tenant);
            }
            expected.accept(
                    request.get("/api/v1/availability/months/" + month).then().statusCode(200));
        });
    }

    private void register(String provider, String component) {
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
    private static void watched(String component, String month) {
        var samples = new ArrayList<Map<String, Object>>();
        var end = Instant.parse(month + "-31T22:00:00Z");
        for (var at = Instant.parse(month + "-01T00:00:00Z").minus(Duration.ofHours(2));
                at.isBefore(end);
                at = at.plus(Duration.ofMinutes(10))) {
            samples.add(Map.of("system", component, "at", at.toString(), "up", true));
        }
        told("afas", "record-samples", end.toString(), Map.of("probe", "amsterdam", "samples", samples));
    }

    private static UUID announced(
            String provider, String kind, String component, String from, String to, Map<String, ?> further) {
        var id = UUID.randomUUID();
        var data = new HashMap<String, Object>(further);
        data.putAll(Map.of(
                "maintenanceId", id,
                "kind", kind,
                "components", List.of(component),
                "startsAt", from,
                "endsAt", to,
                "message", "Storage is renewed"));
        told(
                provider,
                "announce-maintenance",
                Instant.parse(from).minus(Duration.ofDays(8)).toString(),
                data);
        return id;
    }

    private static void carriedOut(String provider, UUID maintenance, String from, String to) {
        told(provider, "start-maintenance", from, Map.of("maintenanceId", maintenance));
        told(provider, "end-maintenance", to, Map.of("maintenanceId", maintenance));
    }

    private static UUID patched(String provider, String component, String from, String to, Map<String, ?> further) {
        var id = UUID.randomUUID();
        told(
                provider,
                "record-patch-test",
                Instant.parse(from).minus(Duration.ofHours(3)).toString(),
                Map.of("patchId", id, "testRunId", UUID.randomUUID(), "passed", true));
        var data = new HashMap<String, Object>(further);
        data.putAll(Map.of(
                "patchId", id,
                "environmentId", UUID.randomUUID(),
                "components", List.of(component),
                "startedAt", from,
                "installedAt", to));
        told(provider, "install-patch", to, data);
        return id;
    }

    private static void down(
            String provider, String reference, String component, String from, int seconds, Map<String, ?> further) {
        var data = new HashMap<String, Object>(further);
        var unique = reference + "-" + UUID.randomUUID();
        data.put("reference", unique);
        data.put("components", List.of(component));
        told(provider, "start-outage", from, data);
        told(provider, "end-outage", Instant.parse(from).plusSeconds(seconds).toString(), Map.of("reference", unique));
    }

    /** As a source tells its history that has not said that this was all: the months stay open, and say what is known by now. */
    private static void told(String provider, String type, String at, Map<String, ?> data) {
        told(provider, type, at, true, data);
    }

    private static void lived(String type, String at, Map<String, ?> data) {
        told("afas", type, at, false, data);
    }

    private static void told(String provider, String type, String at, boolean historic, Map<String, ?> data) {
        var whole = new HashMap<String, Object>(data);
        whole.put("provider", provider);
        var event =
                Posting.event(UUID.randomUUID().toString(), Posting.PLATFORM, type, Instant.parse(at), historic, whole);
        Posting.postBatch(provider, List.of(event)).then().statusCode(200).body("outcome", contains("ACCEPTED"));
    }
}

package nl.waarborg.availability;

import static nl.waarborg.availability.Posting.PLATFORM;
import static nl.waarborg.availability.Posting.as;
import static nl.waarborg.availability.Posting.event;
import static nl.waarborg.availability.Posting.post;
import static nl.waarborg.availability.Posting.postBatch;
import static nl.waarborg.availability.Posting.send;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.quarkus.agroal.DataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.IntPredicate;
import nl.waarborg.availability.month.domain.Interval;
import nl.waarborg.availability.month.domain.MeasuredTime;
import nl.waarborg.availability.system.domain.Component;
import nl.waarborg.availability.system.domain.EnvironmentKind;
import nl.waarborg.availability.system.domain.MonitoredSystem;
import nl.waarborg.availability.system.domain.MonitoredSystemCommand;
import nl.waarborg.availability.system.domain.MonitoredSystemCommand.RegisterMonitoredSystem;
import nl.waarborg.availability.system.domain.MonitoredSystemEvent;
import nl.waarborg.availability.system.domain.ResponsibleParty;
import nl.waarborg.availability.system.domain.ServiceWindow;
import nl.waarborg.availability.system.storage.SystemEventTypes;
import nl.waarborg.eventsourcing.Actor;
import nl.waarborg.eventsourcing.CommandContext;
import nl.waarborg.eventsourcing.CommandHandler;
import nl.waarborg.eventsourcing.test.quarkus.ServiceSurroundings;
import nl.waarborg.local.Identity;
import nl.waarborg.local.Role;
import nl.waarborg.rules.Rule;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Samples, response times and logins as monitors post them, and what people see of them. */
@QuarkusTest
@QuarkusTestResource(
        value = ServiceSurroundings.class,
        initArgs = @ResourceArg(name = "database", value = "availability_test"))
class MeasurementIT {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Instant START = Instant.parse("2026-03-05T08:00:00Z");

    @Inject
    CommandHandler<MonitoredSystemCommand, MonitoredSystem, MonitoredSystemEvent> systems;

    @Inject
    MeasuredTime measured;

    @Inject
    @DataSource("writer")
    javax.sql.DataSource writer;

    /** The producing services make their topics; they do not run here. */
    @BeforeAll
    static void makeTheOthersTopics() {
        ServiceSurroundings.makeTopics("processor-agreement.events", "incident.events", "backup.events");
    }

    private String registered(Component component, EnvironmentKind kind) {
        var system = "system-" + UUID.randomUUID();
        systems.handle(
                SystemEventTypes.system("afas", system),
                CommandContext.of(PLATFORM, Actor.SCHEDULER, START),
                new RegisterMonitoredSystem(
                        "afas",
                        system,
                        system,
                        component,
                        kind,
                        ResponsibleParty.VENDOR,
                        ServiceWindow.ALWAYS,
                        null,
                        START));
        return system;
    }

    private static Identity operator() {
        return Identity.of(Role.OPERATOR, "afas", null);
    }

    private static Map<String, Object> samples(
            String id, String system, String probe, Instant from, int count, IntPredicate up) {
        var samples = new ArrayList<Map<String, Object>>();
        for (var i = 0; i < count; i++) {
            samples.add(Map.of("system", system, "at", from.plusSeconds(10L * i).toString(), "up", up.test(i)));
        }
        return event(
                id,
                PLATFORM,
                "record-samples",
                from.plusSeconds(10L * count),
                false,
                Map.of("provider", "afas", "probe", probe, "samples", samples));
    }

    private static String fresh() {
        return UUID.randomUUID().toString();
    }

    @Rule({"AVL-002", "AVL-009", "AVL-027"})
    @Test
    void samples_become_measured_time_in_any_order_and_each_once() {
        var system = registered(Component.PROFIT, EnvironmentKind.PRODUCTION);
        var first = samples(fresh(), system, "a", START, 60, i -> true);
        var second = samples(fresh(), system, "a", START.plusSeconds(600), 60, i -> i >= 30);
        var other = samples(fresh(), system, "b", START.plusSeconds(600), 15, i -> false);
        postBatch(List.of(second, other, first)).then().statusCode(200).body("outcome", everyItem(equalTo("ACCEPTED")));
        postBatch(List.of(first, other, second)).then().body("outcome", everyItem(equalTo("DUPLICATE")));
        post(first).then().statusCode(200);

        as(operator())
                .queryParam("from", START.toString())
                .queryParam("to", START.plusSeconds(3600).toString())
                .get("/api/v1/measurements/" + system)
                .then()
                .statusCode(200)
                .body("downSeconds", equalTo(300))
                .body("upSeconds", equalTo(920))
                .body("unmeasuredSeconds", equalTo(2380))
                .body("coverage", equalTo(33.88f))
                .body("counts", equalTo(true))
                .body("down.from", contains("2026-03-05T08:10:00Z"));
        as(operator())
                .queryParam("from", START.plusSeconds(600).toString())
                .queryParam("to", START.plusSeconds(611).toString())
                .get("/api/v1/measurements/" + system + "/samples")
                .then()
                .body(
                        "at",
                        contains(
                                "2026-03-05T08:10:00Z",
                                "2026-03-05T08:10:00Z",
                                "2026-03-05T08:10:10Z",
                                "2026-03-05T08:10:10Z"))
                .body("probe", contains("a", "b", "a", "b"))
                .body("up", everyItem(equalTo(false)));
        as(Identity.of(Role.OPERATOR, "phocus", null))
                .queryParam("from", START.toString())
                .queryParam("to", START.plusSeconds(3600).toString())
                .get("/api/v1/measurements/" + system)
                .then()
                .statusCode(404);
    }

    @Rule({"AVL-027", "AVL-033", "XSV-054"})
    @Test
    void the_month_reads_when_production_was_watched_and_nothing_else() {
        var from = Instant.parse("2025-01-05T08:00:00Z");
        var day = new Interval(from, from.plus(Duration.ofDays(1)));
        for (var kind : EnumSet.complementOf(EnumSet.of(EnvironmentKind.PRODUCTION))) {
            var system = registered(Component.OUTSITE, kind);
            post(samples(fresh(), system, "a", from, 60, i -> false)).then().statusCode(201);
            assertEquals(List.of(), measured.of("afas", Component.OUTSITE, day));
            as(operator())
                    .queryParam("from", from.toString())
                    .queryParam("to", from.plusSeconds(600).toString())
                    .get("/api/v1/measurements/" + system)
                    .then()
                    .body("counts", equalTo(false))
                    .body("downSeconds", equalTo(600));
        }

        var production = registered(Component.OUTSITE, EnvironmentKind.PRODUCTION);
        post(samples(fresh(), production, "a", from, 60, i -> true)).then().statusCode(201);
        assertEquals(List.of(new Interval(from, from.plusSeconds(620))), measured.of("afas", Component.OUTSITE, day));
    }

    @Test
    void unknown_systems_and_clocks_that_run_ahead_are_refused_and_nothing_of_the_event_is_taken() {
        var system = registered(Component.INSITE, EnvironmentKind.PRODUCTION);
        var ahead = Instant.now().plus(Duration.ofHours(1)).truncatedTo(ChronoUnit.SECONDS);
        var data = Map.of(
                "provider",
                "afas",
                "probe",
                "a",
                "samples",
                List.of(
                        Map.of("system", system, "at", START.toString(), "up", true),
                        Map.of("system", "nobody", "at", START.toString(), "up", true),
                        Map.of("system", system, "at", ahead.toString(), "up", true)));
        post(event(fresh(), PLATFORM, "record-samples", START, false, data))
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/data/samples/1/system", "/data/samples/2/at"))
                .body("errors[1].message", containsString("clock"));
        as(operator())
                .queryParam("from", START.toString())
                .queryParam("to", START.plusSeconds(60).toString())
                .get("/api/v1/measurements/" + system + "/samples")
                .then()
                .body("$", hasSize(0));
        // A good neighbour in the same batch is taken.
        postBatch(List.of(
                        event(fresh(), PLATFORM, "record-samples", START, false, data),
                        samples(fresh(), system, "a", START, 1, i -> true)))
                .then()
                .body("outcome", contains("REFUSED", "ACCEPTED"));
    }

    @Rule("AVL-027")
    @Test
    void when_every_probe_says_down_an_outage_is_suspected_until_one_says_up() {
        var system = registered(Component.CONNECTORS, EnvironmentKind.PRODUCTION);
        postBatch(List.of(
                        samples(fresh(), system, "a", START, 30, i -> i < 20),
                        samples(fresh(), system, "b", START, 30, i -> true)))
                .then()
                .statusCode(200);
        send(
                "availability.inbound",
                system,
                Posting.SOURCE,
                "nl.waarborg.availability.record-samples.v1",
                PLATFORM,
                fresh(),
                samples(fresh(), system, "b", START.plusSeconds(300), 5, i -> false)
                        .get("data"));
        send(
                "availability.inbound",
                system,
                Posting.SOURCE,
                "nl.waarborg.availability.record-samples.v1",
                PLATFORM,
                fresh(),
                samples(fresh(), system, "a", START.plusSeconds(300), 5, i -> false)
                        .get("data"));
        await().atMost(PATIENCE).until(() -> suspicion(system, "suspicionId") != null);
        assertEquals("2026-03-05T08:05:00Z", suspicion(system, "since"));

        var at = "/api/v1/suspected-outages/" + suspicion(system, "suspicionId") + "/assessment";
        as(Identity.of(Role.SUPPORT_AGENT, "afas", null))
                .body(Map.of("outage", false, "reason", "The probes were updated"))
                .post(at)
                .then()
                .statusCode(403);
        as(operator())
                .body(Map.of("outage", false, "reason", "The probes were updated"))
                .post(at)
                .then()
                .statusCode(204);
        as(operator())
                .body(Map.of("outage", true, "reason", "Or not"))
                .post(at)
                .then()
                .statusCode(409)
                .body("rule", equalTo("AVL-027"));

        post(samples(fresh(), system, "b", START.plusSeconds(350), 1, i -> true))
                .then()
                .statusCode(201);
        await().atMost(PATIENCE).until(() -> suspicion(system, "endedAt") != null);
        assertEquals("2026-03-05T08:05:50Z", suspicion(system, "endedAt"));
    }

    @Rule("AVL-027")
    @Test
    void a_suspicion_that_a_person_confirms_is_an_outage_from_its_first_second_and_one_that_is_denied_is_none() {
        var yes = suspected(Component.CONNECTORS);
        var no = suspected(Component.POCKET);
        as(operator())
                .body(Map.of("outage", true, "reason", "I see it myself"))
                .post("/api/v1/suspected-outages/" + suspicion(yes, "suspicionId") + "/assessment")
                .then()
                .statusCode(204);
        as(operator())
                .body(Map.of("outage", false, "reason", "The probes were updated"))
                .post("/api/v1/suspected-outages/" + suspicion(no, "suspicionId") + "/assessment")
                .then()
                .statusCode(204);
        await().atMost(PATIENCE).until(() -> outagesOf(yes).size() == 1);
        var outage = outagesOf(yes).getFirst();
        assertEquals("2026-03-05T08:00:00Z", outage.get("startedAt"));
        assertEquals(List.of("CONNECTORS"), outage.get("components"));
        // The first good sample ends what was confirmed; of what was denied there is nothing to end.
        for (var system : List.of(yes, no)) {
            post(samples(fresh(), system, "a", START.plusSeconds(50), 1, i -> true))
                    .then()
                    .statusCode(201);
            await().atMost(PATIENCE).until(() -> suspicion(system, "endedAt") != null);
        }
        await().atMost(PATIENCE).until(() -> "2026-03-05T08:00:50Z"
                .equals(outagesOf(yes).getFirst().get("endedAt")));
        assertEquals(List.of(), outagesOf(no));
    }

    /** Every probe says down, five times over. */
    private String suspected(Component component) {
        var system = registered(component, EnvironmentKind.PRODUCTION);
        post(samples(fresh(), system, "a", START, 5, i -> false)).then().statusCode(201);
        await().atMost(PATIENCE).until(() -> suspicion(system, "suspicionId") != null);
        return system;
    }

    private static List<Map<String, Object>> outagesOf(String system) {
        return as(operator())
                .queryParam("limit", 500)
                .get("/api/v1/outages")
                .path("items.findAll { it.systems.contains('" + system + "') }");
    }

    private static String suspicion(String system, String field) {
        return as(operator())
                .get("/api/v1/suspected-outages")
                .path("find { it.systemId == '" + system + "' }?." + field);
    }

    private static Map<String, Object> responseTimes(String id, Object... samples) {
        return event(
                id,
                PLATFORM,
                "record-response-times",
                START,
                false,
                Map.of("provider", "afas", "samples", List.of(samples)));
    }

    private static Map<String, Object> check(String function, String at, long milliseconds) {
        return Map.of("function", function, "at", at, "milliseconds", milliseconds);
    }

    @Rule({"AVL-019", "AVL-020", "AVL-021", "AVL-033", "XSV-054"})
    @Test
    void a_month_of_response_times_is_closed_by_the_terms_and_corrected_beside() {
        var at = "2024-03-15T09:00:00Z";
        var samples = new ArrayList<Object>();
        for (var i = 0; i < 95; i++) {
            samples.add(check("Eigenschappen Medewerker", at, 2500));
        }
        for (var i = 0; i < 5; i++) {
            samples.add(check("Eigenschappen Inkooprelatie", at, 2501));
        }
        samples.add(check("InSite home page", at, 2001));
        // None of these counts: one failed, the others are no production.
        samples.add(Map.of("function", "Eigenschappen Medewerker", "at", at));
        for (var kind : List.of("ACCEPTANCE", "TEST", "TRAINING")) {
            samples.add(Map.of(
                    "function", "Eigenschappen Medewerker", "at", at, "milliseconds", 9000, "environmentKind", kind));
        }
        post(responseTimes(fresh(), samples.toArray())).then().statusCode(201);
        await().atMost(PATIENCE)
                .until(() ->
                        as(operator()).get("/api/v1/performance/months/2024-03").statusCode() == 200);
        as(operator())
                .get("/api/v1/performance/months/2024-03")
                .then()
                .body("month.share", equalTo(95.00f))
                .body("month.insiteHomeMean", equalTo(2001.0f))
                .body("month.missed", contains("INSITE_HOME"))
                .body("month.figures.windows[0].failed", equalTo(1))
                .body("month.figures.windows.measured", contains(95, 0, 5))
                .body("corrections", hasSize(0));

        // One case more that took too long: the closed month stays, the correction tells.
        post(responseTimes(fresh(), check("Eigenschappen Verkooprelatie", at, 2501)))
                .then()
                .statusCode(201);
        await().atMost(PATIENCE).until(() -> as(operator())
                .get("/api/v1/performance/months/2024-03")
                .path("month.missed")
                .equals(List.of("INSITE_HOME", "SCREENS")));
        as(operator())
                .get("/api/v1/performance/months/2024-03")
                .then()
                .body("month.share", equalTo(95.00f))
                .body("corrections.figures.windows.measured", hasItem(List.of(95, 1, 5)));
    }

    @Rule({"AVL-022", "AVL-032"})
    @Test
    void a_deviation_is_explained_by_classes_and_improvements_are_recorded() {
        var tenant = customer();
        var at = "2024-05-15T09:00:00Z";
        post(responseTimes(
                        fresh(),
                        Map.of(
                                "function",
                                "Slow window",
                                "at",
                                at,
                                "milliseconds",
                                4000,
                                "dataVolume",
                                "LARGE",
                                "tenant",
                                tenant),
                        Map.of("function", "Slow window", "at", at, "milliseconds", 500, "dataVolume", "SMALL"),
                        Map.of("function", "Slow window", "at", at, "milliseconds", 700, "dataVolume", "SMALL")))
                .then()
                .statusCode(201);
        var days = as(operator()).queryParam("from", "2024-05-15").queryParam("to", "2024-05-16");
        days.queryParam("function", "Slow window")
                .queryParam("by", "DATA_VOLUME")
                .get("/api/v1/performance/response-times")
                .then()
                .statusCode(200)
                .body("group", contains("LARGE", "SMALL"))
                .body("mean", contains(4000.0f, 600.0f))
                .body("p95", contains(4000, 700));
        // Another customer does not see what was measured for this one.
        as(Identity.of(Role.ADMINISTRATOR, "afas", UUID.randomUUID()))
                .queryParam("from", "2024-05-15")
                .queryParam("to", "2024-05-16")
                .queryParam("function", "Slow window")
                .get("/api/v1/performance/response-times")
                .then()
                .body("measured", contains(2));

        as(operator())
                .body(Map.of(
                        "functions", List.of("Slow window"),
                        "description", "Reads no more than it shows",
                        "since", "2024-05-20"))
                .post("/api/v1/performance/improvements")
                .then()
                .statusCode(201);
        as(operator())
                .get("/api/v1/performance/improvements")
                .then()
                .body("description", hasItem("Reads no more than it shows"));
        post(responseTimes(fresh(), Map.of("function", "F", "at", at, "milliseconds", 1, "tenant", UUID.randomUUID())))
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/data/samples/0/tenant"));
    }

    @Rule("AVL-024")
    @Test
    void an_incident_about_performance_is_linked_to_what_was_measured_that_day() {
        var tenant = customer();
        var incident = UUID.randomUUID();
        post(responseTimes(
                        fresh(),
                        Map.of(
                                "function",
                                "Complained window",
                                "at",
                                "2024-07-15T09:00:00Z",
                                "milliseconds",
                                8000,
                                "tenant",
                                tenant)))
                .then()
                .statusCode(201);
        incident(tenant, incident, "raised", Map.of("incidentId", incident, "raisedAt", "2024-07-15T10:00:00Z"));
        incident(
                tenant,
                incident,
                "classified",
                Map.of(
                        "incidentId",
                        incident,
                        "type",
                        "DISRUPTION",
                        "category",
                        "PERFORMANCE",
                        "classifiedAt",
                        "2024-07-16T10:00:00Z"));
        var agent = Identity.of(Role.SUPPORT_AGENT, "afas", null);
        await().atMost(PATIENCE).until(() -> as(agent)
                .get("/api/v1/performance/complaints")
                .<List<String>>path("incidentId")
                .contains(incident.toString()));
        as(Identity.of(Role.ADMINISTRATOR, "afas", tenant))
                .get("/api/v1/performance/complaints")
                .then()
                .body("incidentId", contains(incident.toString()))
                .body("[0].day", equalTo("2024-07-15"))
                .body("[0].observed.find { it.function == 'Complained window' }.slowest", equalTo(8000));

        incident(
                tenant,
                incident,
                "classified",
                Map.of(
                        "incidentId",
                        incident,
                        "type",
                        "DISRUPTION",
                        "category",
                        "DATA",
                        "classifiedAt",
                        "2024-07-17T10:00:00Z"));
        await().atMost(PATIENCE).until(() -> !as(agent)
                .get("/api/v1/performance/complaints")
                .<List<String>>path("incidentId")
                .contains(incident.toString()));
    }

    private static void incident(UUID tenant, UUID incident, String type, Map<String, ?> data) {
        send(
                "incident.events",
                incident.toString(),
                "urn:waarborg:incident",
                "nl.waarborg.incident." + type + ".v1",
                tenant,
                fresh(),
                data);
    }

    /** A customer of the vendor, as processor-agreement-service would tell of it. */
    private static UUID customer() {
        var tenant = UUID.randomUUID();
        send(
                "processor-agreement.events",
                tenant.toString(),
                "urn:waarborg:processor-agreement",
                "nl.waarborg.processor-agreement.agreement-concluded.v1",
                tenant,
                fresh(),
                Map.of(
                        "agreementId",
                        UUID.randomUUID(),
                        "provider",
                        "afas",
                        "reference",
                        "R-1",
                        "name",
                        "Example",
                        "preset",
                        "AFAS_SLA",
                        "concludedOn",
                        "2016-01-01",
                        "licence",
                        Map.of("type", "ERP", "users", 10, "employees", 10, "environments", 1, "returns", 1)));
        await().atMost(PATIENCE)
                .until(() -> post(logins(fresh(), tenant, true, START, 1, 0)).statusCode() == 201);
        return tenant;
    }

    private static Map<String, Object> logins(
            String id, UUID tenant, boolean historic, Instant hour, int attempts, int ofOneAddress) {
        return event(
                id,
                tenant,
                "record-logins",
                hour,
                historic,
                Map.of(
                        "hours",
                        List.of(Map.of(
                                "hour",
                                hour.toString(),
                                "attempts",
                                attempts,
                                "failed",
                                ofOneAddress,
                                "addresses",
                                List.of(Map.of(
                                        "pseudonym",
                                        "a1".repeat(32),
                                        "attempts",
                                        ofOneAddress,
                                        "failed",
                                        ofOneAddress))))));
    }

    @Rule({"AVL-030", "AVL-031"})
    @Test
    void abnormal_numbers_of_logins_are_investigated_and_every_day_is_checked_for_misuse() throws SQLException {
        var tenant = customer();
        var zone = ZoneId.of("Europe/Amsterdam");
        var hour = LocalDate.ofInstant(Instant.now(), zone)
                .minusDays(2)
                .atTime(10, 0)
                .atZone(zone);
        for (var week = 1; week <= 4; week++) {
            var earlier = hour.minusWeeks(week).toInstant();
            post(logins(fresh(), tenant, true, earlier, 100, 1)).then().statusCode(201);
            post(logins(fresh(), tenant, true, earlier.plusSeconds(3600), 100, 1))
                    .then()
                    .statusCode(201);
        }
        // High now, and nothing in the hour after.
        post(logins(fresh(), tenant, false, hour.toInstant(), 1000, 900)).then().statusCode(201);
        var officer = Identity.of(Role.SECURITY_OFFICER, "afas", null);
        await().atMost(PATIENCE).until(() -> as(officer)
                .queryParam("open", true)
                .get("/api/v1/login-anomalies")
                .<List<String>>path("findAll { it.tenant == '" + tenant + "' }.direction")
                .containsAll(List.of("HIGH", "LOW")));
        var mine = "findAll { it.tenant == '" + tenant + "' && it.direction == 'HIGH' }";
        as(officer)
                .get("/api/v1/login-anomalies")
                .then()
                .body(mine + ".subject", hasItem("TENANT"))
                .body(mine + ".subject", hasItem("ADDRESS"))
                .body(mine + ".pseudonym", not(hasItem("a1".repeat(32))));
        String anomaly = as(officer)
                .get("/api/v1/login-anomalies")
                .path("find { it.tenant == '" + tenant + "' && it.subject == 'ADDRESS' }.anomalyId");
        var breach = UUID.randomUUID();
        as(operator())
                .body(Map.of("conclusion", "Not mine to conclude"))
                .post("/api/v1/login-anomalies/" + anomaly + "/investigation")
                .then()
                .statusCode(403);
        as(officer)
                .body(Map.of("conclusion", "Guessing, the address is blocked", "securityIncidentId", breach))
                .post("/api/v1/login-anomalies/" + anomaly + "/investigation")
                .then()
                .statusCode(204);
        as(officer)
                .get("/api/v1/login-anomalies/" + anomaly)
                .then()
                .body("conclusion", equalTo("Guessing, the address is blocked"))
                .body("securityIncidentId", equalTo(breach.toString()));
        as(Identity.of(Role.SECURITY_OFFICER, "phocus", null))
                .get("/api/v1/login-anomalies/" + anomaly)
                .then()
                .statusCode(404);

        await().atMost(PATIENCE).until(() -> as(officer)
                .queryParam("from", hour.toLocalDate().toString())
                .queryParam("to", hour.toLocalDate().plusDays(1).toString())
                .get("/api/v1/misuse-reports")
                .<List<String>>path("findAll { it.tenant == '" + tenant + "' }.signals.flatten().subject")
                .equals(List.of("ADDRESS")));
        assertFalse(stored("login_hour").contains("a1".repeat(32)), "what the poster calls it is stored");
    }

    @Test
    void an_account_itself_is_no_pseudonym() {
        var tenant = customer();
        var hour = Instant.parse("2026-03-05T08:00:00Z");
        post(event(
                        fresh(),
                        tenant,
                        "record-logins",
                        hour,
                        false,
                        Map.of(
                                "hours",
                                List.of(Map.of(
                                        "hour",
                                        hour.toString(),
                                        "attempts",
                                        1,
                                        "failed",
                                        0,
                                        "accounts",
                                        List.of(Map.of("pseudonym", "jan@example.org", "attempts", 1, "failed", 0)))))))
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/data/hours/0/accounts/0/pseudonym"))
                .body("errors[0].message", not(containsString("jan")))
                .body("rule", nullValue());
    }

    private String stored(String table) throws SQLException {
        try (var connection = writer.getConnection();
                var rows = connection
                        .createStatement()
                        .executeQuery("select string_agg(t::text, ' ') from " + table + " t")) {
            rows.next();
            return String.valueOf(rows.getString(1));
        }
    }
}

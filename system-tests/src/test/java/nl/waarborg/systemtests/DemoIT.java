package nl.waarborg.systemtests;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import nl.waarborg.local.Identity;
import nl.waarborg.local.Role;
import nl.waarborg.systemtests.Suite.Ran;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./waarborg demo}: the real log is taken whole, twice makes no difference, and the months are right. */
@ExtendWith(Suite.Started.class)
class DemoIT {

    private static final List<LoggedIncident> LOG = LoggedIncident.all();
    private static final List<YearMonth> MONTHS = List.of(YearMonth.of(2016, 2), YearMonth.of(2016, 3));

    private static Ran first;

    @BeforeAll
    static void replay() {
        first = demo();
    }

    private static Ran demo() {
        return Suite.running().waarborg(Path.of("/"), "demo");
    }

    @Test
    void every_event_is_accepted() {
        assertEquals(0, first.status(), first.told());
        assertTrue(first.told().contains("445 incidents in 2,989 rows"), first.told());
        assertTrue(first.told().contains("Replayed: 3,360 accepted, 0 known already, 0 refused."), first.told());
    }

    @Test
    void a_second_replay_changes_nothing() {
        var before = everything();
        var madeBefore = made();

        var second = demo();

        assertEquals(0, second.status(), second.told());
        assertTrue(second.told().contains("Replayed: 0 accepted, 3,360 known already, 0 refused."), second.told());
        assertTrue(second.told().contains("Nothing changed"), second.told());
        assertTrue(platforms(second).contains(": 0 accepted, "), platforms(second));
        assertTrue(platforms(second).endsWith(" 0 refused."), platforms(second));
        assertTrue(second.told().contains("Recent incidents (made): 0 accepted, "), second.told());
        assertEquals(before, everything());
        assertEquals(madeBefore, made());
    }

    private static String platforms(Ran demo) {
        return demo.told()
                .lines()
                .filter(line -> line.startsWith("Platforms: "))
                .findFirst()
                .orElseThrow(() -> new AssertionError(demo.told()));
    }

    @Test
    void everyone_sees_a_year_of_the_platforms_and_made_monitors_go_on() {
        assertTrue(platforms(first).endsWith(" 0 known already, 0 refused."), platforms(first));
        var everyone = new Api(Suite.running().addresses().availability(), null);
        await().atMost(Duration.ofSeconds(60))
                .until(() -> everyone.get("/status/afas/status.json")
                                .body()
                                .path("months")
                                .size()
                        >= 11);

        var status = everyone.get("/status/afas/status.json").body();
        assertEquals(5, status.path("components").size(), status.toString());
        status.path("components")
                .forEach(part -> assertTrue(part.path("watched").asBoolean(), part.toString()));
        assertFalse(status.path("notices").isEmpty(), status.toString());

        var operator = Api.availability(Identity.of(Role.OPERATOR, "afas", null));
        var begin = Instant.now();
        await().atMost(Duration.ofSeconds(60))
                .until(() -> operator.get("/api/v1/measurements/profit/samples?from=%s&to=%s"
                                        .formatted(begin, begin.plus(Duration.ofMinutes(10))))
                                .body()
                                .size()
                        > 1);
    }

    /** What was agreed, announced, reported and ended, with its versions; nothing of it goes on by the clock. */
    private static List<JsonNode> made() {
        var answers = new ArrayList<JsonNode>();
        answers.add(breach());
        answers.add(ask(Role.SECURITY_OFFICER, "/api/v1/tenants/" + tenant("linde") + "/contacts"));
        answers.add(ask(Role.AGREEMENT_MANAGER, "/api/v1/tenants/" + tenant("waterrijk") + "/terms/versions"));
        answers.add(ask(Role.AGREEMENT_MANAGER, "/api/v1/sla-versions"));
        for (var provider : Identity.PROVIDERS) {
            answers.add(Api.agreements(Identity.of(Role.AGREEMENT_MANAGER, provider, null))
                    .get("/api/v1/subprocessors")
                    .body());
        }
        answers.add(ask(Role.BOARD, "/api/v1/subprocessors/" + supplier("Beeldlezer") + "/objections"));
        answers.add(ask(Role.AGREEMENT_MANAGER, leaving()));
        answers.add(ask(Role.AGREEMENT_MANAGER, leaving() + "/exit"));
        answers.add(ask(Role.AGREEMENT_MANAGER, leaving() + "/disposition"));
        return answers;
    }

    private static JsonNode ask(Role role, String path) {
        var answer = Api.agreements(Identity.of(role, "afas", null)).get(path);
        assertEquals(200, answer.status(), () -> path + ": " + answer.body());
        return answer.body();
    }

    private static String tenant(String key) {
        return names().getProperty(key);
    }

    private static JsonNode only(JsonNode rows, Predicate<JsonNode> which) {
        var found =
                StreamSupport.stream(rows.spliterator(), false).filter(which).toList();
        assertEquals(1, found.size(), rows::toString);
        return found.getFirst();
    }

    private static String incident() {
        var listed = ask(Role.SECURITY_OFFICER, "/api/v1/security-incidents?uninformed=true");
        return "/api/v1/security-incidents/"
                + only(listed.path("items"), row -> row.path("affectedTenants").asInt() == 2)
                        .path("incidentId")
                        .asText();
    }

    private static JsonNode breach() {
        return ask(Role.SECURITY_OFFICER, incident()).path("affected");
    }

    private static JsonNode ofTenant(JsonNode rows, String key, Predicate<JsonNode> which) {
        return only(rows, row -> row.path("tenantId").asText().equals(tenant(key)) && which.test(row));
    }

    private static String supplier(String name) {
        return only(
                        ask(Role.AGREEMENT_MANAGER, "/api/v1/subprocessors").path("items"),
                        row -> row.path("supplier").path("name").asText().startsWith(name))
                .path("subprocessorId")
                .asText();
    }

    private static String leaving() {
        return "/api/v1/agreements/"
                + only(
                                ask(Role.AGREEMENT_MANAGER, "/api/v1/agreements?limit=500")
                                        .path("items"),
                                row -> row.path("tenantId").asText().equals(tenant("zandloper")))
                        .path("agreementId")
                        .asText();
    }

    @Test
    void a_breach_is_under_way_one_customer_was_told_in_phases_and_the_clock_of_the_other_runs() {
        var clocks = ask(Role.SECURITY_OFFICER, incident() + "/clocks");
        var waiting = ofTenant(clocks, "waterrijk", row -> true);
        assertEquals("PT24H", waiting.path("term").asText());
        assertRuns(waiting);
        assertRuns(ofTenant(clocks, "linde", row -> row.path("clock").asText().equals("AUTHORITY")));
        var kept = ofTenant(clocks, "linde", row -> row.path("clock").asText().equals("CONTROLLER"));
        assertEquals("KEPT", kept.path("state").asText());

        var told = ofTenant(breach(), "linde", row -> true);
        assertEquals(
                "[\"DATA_SUBJECTS\",\"CONSEQUENCES\"]", told.path("missing").toString());
        assertTrue(told.path("content").hasNonNull("measures"), told.toString());
        assertFalse(ofTenant(breach(), "waterrijk", row -> true).has("informedAt"));
    }

    private static void assertRuns(JsonNode clock) {
        assertEquals("RUNNING", clock.path("state").asText(), clock.toString());
        assertTrue(instant(clock, "deadline").isAfter(Instant.now()), clock.toString());
    }

    private static Instant instant(JsonNode row, String field) {
        return Instant.parse(row.path(field).asText());
    }

    @Test
    void a_sub_processor_is_announced_four_weeks_ahead_and_an_objection_waits_for_the_board() {
        var shown = ask(Role.AGREEMENT_MANAGER, "/api/v1/subprocessors/" + supplier("Beeldlezer"))
                .path("subprocessor");
        assertEquals("ANNOUNCED", shown.path("state").asText());
        assertEquals(
                Duration.ofDays(28), Duration.between(instant(shown, "announcedAt"), instant(shown, "earliestStart")));
        assertTrue(instant(shown, "earliestStart").isAfter(Instant.now()), shown.toString());
        assertEquals("NL", shown.at("/supplier/locations/0/country").asText());
        assertEquals("ISO 27001", shown.at("/supplier/certificates/0/standard").asText());

        var objections = ask(Role.BOARD, "/api/v1/subprocessors/" + supplier("Beeldlezer") + "/objections");
        assertFalse(ofTenant(objections, "noorderlicht", row -> true).has("decision"), objections.toString());
        var states = ask(Role.AGREEMENT_MANAGER, "/api/v1/subprocessors").path("items");
        assertEquals(
                List.of("ANNOUNCED", "ANNOUNCED", "ACTIVE", "ACTIVE"),
                StreamSupport.stream(states.spliterator(), false)
                        .map(row -> row.path("state").asText())
                        .toList());
    }

    @Test
    void an_exit_is_under_way_and_its_plan_partly_done() {
        var exit = ask(Role.AGREEMENT_MANAGER, leaving() + "/exit");
        assertTrue(LocalDate.parse(exit.path("endsOn").asText()).isAfter(LocalDate.now(ZoneOffset.UTC)));
        assertFalse(exit.path("ended").asBoolean());
        assertEquals("ARCHIVE", exit.at("/chosen/option").asText());
        assertEquals("76.00", exit.at("/chosen/monthlyAmount").asText());
        assertEquals(4, exit.at("/plan/activities").size());
        assertEquals(2, exit.path("activities").size());
        assertTrue(exit.path("discharge").isEmpty(), exit.toString());
        assertEquals(
                "RETURN",
                ask(Role.AGREEMENT_MANAGER, leaving() + "/disposition")
                        .path("choice")
                        .asText());
    }

    @Test
    void the_reports_of_two_months_are_made_by_themselves() {
        var path = "/api/v1/tenants/" + tenant("linde") + "/monthly-reports";
        var running =
                YearMonth.from(ZonedDateTime.now(ZoneId.of("Europe/Amsterdam")).minusDays(3));
        for (var month : List.of(running.minusMonths(2), running.minusMonths(1))) {
            await().atMost(Duration.ofSeconds(90)).until(() -> StreamSupport.stream(
                            ask(Role.SERVICE_MANAGER, path).path("reports").spliterator(), false)
                    .anyMatch(report -> report.path("month").asText().equals(month.toString())));
            var report = ask(Role.SERVICE_MANAGER, path + "/" + month);
            var incidents = only(
                    report.path("incidents"), row -> row.path("month").asText().equals(month.toString()));
            assertTrue(incidents.path("submitted").asInt() > 0, report.toString());
            var available = only(
                    report.path("availability"),
                    row -> row.path("month").asText().equals(month.toString()));
            assertTrue(available.path("outageCount").asInt() > 0, report.toString());
        }
    }

    /** Every incident as the queues show it, and the months. */
    private static List<JsonNode> everything() {
        var answers = new ArrayList<JsonNode>();
        for (var provider : Identity.PROVIDERS) {
            MONTHS.forEach(month -> answers.add(closedReport(provider, month)));
            var agent = Api.incidents(Identity.of(Role.SUPPORT_AGENT, provider, null));
            demoTenants()
                    .forEach(tenant -> answers.add(agent.get("/api/v1/incidents?limit=500&tenant=" + tenant)
                            .body()));
        }
        return answers;
    }

    /** The table of the README, line by line: the vendor's totals. */
    @Test
    void the_readme_tells_what_the_reports_answer() throws IOException {
        for (var month : MONTHS) {
            var totals = closedReport("afas", month).path("totals");
            var perPriority = totals.path("perPriority");
            var line = Stream.of(
                            Stream.of(month.toString(), totals.path("submitted").asText()),
                            Stream.of("P1", "P2", "P3").map(perPriority::path).flatMap(DemoIT::metAndMissed),
                            Stream.of(totals.path("handledWithinTermShare")
                                            .decimalValue()
                                            .setScale(2) + " %"))
                    .flatMap(cells -> cells)
                    .collect(Collectors.joining(" | ", "| ", " |"));
            assertTrue(readme().contains(line), () -> "the README has no line " + line);
        }
        var bureau = MONTHS.stream()
                .map(month -> closedReport("phocus", month).path("totals"))
                .toList();
        assertTrue(
                readme().contains("The two customers of the bureau have %d and %d reports in these months"
                        .formatted(
                                bureau.getFirst().path("submitted").asInt(),
                                bureau.getLast().path("submitted").asInt())),
                bureau::toString);
        bureau.forEach(totals -> assertEquals(
                List.of("0 / 0", "0 / 0"),
                metAndMissed(totals.path("perPriority").path("P3")).toList()));
    }

    private static Stream<String> metAndMissed(JsonNode figures) {
        return Stream.of("response", "recovery").map(clock -> "%d / %d"
                .formatted(
                        figures.path(clock + "Met").asInt(),
                        figures.path(clock + "Missed").asInt()));
    }

    private static String readme() throws IOException {
        return Files.readString(Path.of("..", "README.md"));
    }

    @Test
    void the_queries_that_the_demo_ends_with_work_as_printed_and_show_no_token() {
        var queries =
                first.told().lines().filter(line -> line.startsWith("curl ")).toList();
        assertEquals(7, queries.size(), first.told());
        assertFalse(first.told().contains("eyJ"), first.told());
        for (var query : queries) {
            // The first of several -o holds.
            var answer = Suite.running()
                    .shell(query.replaceFirst("^curl ", "curl -o /dev/null -w '%{http_code} %{size_download}' "));
            assertTrue(answer.told().matches("200 [1-9]\\d{2,}"), () -> query + ": " + answer.told());
        }
    }

    @Test
    void another_log_of_the_same_form_is_taken_from_where_the_caller_stands(@TempDir Path elsewhere)
            throws IOException {
        Files.writeString(
                elsewhere.resolve("own.csv"),
                """
                number,incident_state,caller_id,opened_at,sys_updated_at,location,priority
                OWN-1,New,Caller 1,04-05-2017 10:00,04-05-2017 10:00,Location 143,2 - High
                OWN-1,Active,Caller 1,04-05-2017 10:00,08-05-2017 11:00,Location 143,2 - High
                OWN-1,Resolved,Caller 1,04-05-2017 10:00,09-05-2017 09:00,Location 143,2 - High
                OWN-2,New,Caller 2,05-05-2017 15:30,05-05-2017 15:30,Location 143,3 - Moderate
                OWN-2,Resolved,Caller 2,05-05-2017 15:30,08-05-2017 08:00,Location 143,3 - Moderate
                """);

        var own = Suite.running().waarborg(elsewhere, "demo", "--incidents", "own.csv");

        assertEquals(0, own.status(), own.told());
        assertTrue(own.told().contains("2 incidents in 5 rows"), own.told());
        var month = report("afas", YearMonth.of(2017, 5));
        assertEquals(2, month.path("totals").path("submitted").asInt(), month.toString());
        // Answered Monday 11:00, due Friday 10:00; recovered well within its month.
        var p2 = month.path("totals").path("perPriority").path("P2");
        assertEquals(List.of("0 / 1", "1 / 0"), metAndMissed(p2).toList(), month.toString());
    }

    @Test
    void a_log_that_cannot_be_read_is_refused_with_line_and_column_before_anything_is_posted(@TempDir Path elsewhere)
            throws IOException {
        Files.writeString(
                elsewhere.resolve("bad.csv"),
                """
                number,incident_state,caller_id,opened_at,sys_updated_at,location,priority
                BAD-1,New,Caller 1,04-05-2018 10:00,04-05-2018 10:00,Location 143,2 - High
                BAD-1,Active,Caller 1,04-05-2018 10:00,31-02-2018 11:00,Location 143,2 - High
                """);

        var bad = Suite.running().waarborg(elsewhere, "demo", "--incidents", "bad.csv");

        assertEquals(1, bad.status(), bad.told());
        assertTrue(bad.told().contains("bad.csv, line 3"), bad.told());
        assertTrue(bad.told().contains("sys_updated_at"), bad.told());
        assertEquals(
                0,
                report("afas", YearMonth.of(2018, 5))
                        .path("totals")
                        .path("submitted")
                        .asInt());
    }

    @Test
    void months_are_as_computed_from_the_file_alone() {
        var shown = 0;
        for (var month : MONTHS) {
            for (var provider : Identity.PROVIDERS) {
                for (var tenant : closedReport(provider, month).path("tenants")) {
                    var key = tenantKey(tenant.path("tenant").asText());
                    if (key.isPresent()) {
                        assertMonth(month, key.get(), tenant.path("figures"));
                        shown++;
                    }
                }
            }
        }
        assertEquals(2 * 12, shown);
    }

    private static JsonNode report(String provider, YearMonth month) {
        var answer =
                Api.incidents(Identity.of(Role.SERVICE_MANAGER, provider, null)).get("/api/v1/reports/months/" + month);
        assertEquals(200, answer.status(), answer.body().toString());
        return answer.body();
    }

    /** Months are closed after the replay, by the clock; nobody waits for them but this test. */
    private static JsonNode closedReport(String provider, YearMonth month) {
        return await().pollDelay(Duration.ZERO)
                .atMost(Duration.ofSeconds(90))
                .until(() -> report(provider, month), DemoIT::isClosed);
    }

    private static boolean isClosed(JsonNode report) {
        return StreamSupport.stream(report.path("tenants").spliterator(), false)
                .filter(tenant -> tenant.path("figures").path("submitted").asInt() > 0)
                .noneMatch(tenant -> tenant.path("provisional").asBoolean());
    }

    private static Properties names() {
        var names = new Properties();
        try (var reader = Files.newBufferedReader(Suite.running().addresses().demoTenants())) {
            names.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return names;
    }

    private static List<String> demoTenants() {
        var names = names();
        return names.stringPropertyNames().stream()
                .filter(name -> !name.contains("."))
                .map(names::getProperty)
                .sorted()
                .toList();
    }

    private static Optional<String> tenantKey(String id) {
        var names = names();
        return names.stringPropertyNames().stream()
                .filter(name -> names.getProperty(name).equals(id))
                .findFirst();
    }

    private static void assertMonth(YearMonth month, String tenant, JsonNode figures) {
        var incidents = LOG.stream()
                .filter(incident ->
                        incident.tenant().equals(tenant) && incident.month().equals(month))
                .toList();
        var where = tenant + " in " + month + ": " + figures;
        assertEquals(incidents.size(), figures.path("submitted").asInt(), where);
        assertEquals(incidents.size(), figures.path("handled").asInt(), where);
        assertEquals(0, figures.path("open").asInt(), where);
        for (var priority = 1; priority <= 3; priority++) {
            var wanted = priority;
            var own = incidents.stream()
                    .filter(incident -> incident.priority() == wanted)
                    .toList();
            var shown = figures.path("perPriority").path("P" + priority);
            assertEquals(own.size(), shown.path("count").asInt(), where);
            assertEquals(
                    count(own, i -> is(i.responseKept(), true)),
                    shown.path("responseMet").asInt(),
                    where);
            assertEquals(
                    count(own, i -> is(i.responseKept(), false)),
                    shown.path("responseMissed").asInt(),
                    where);
            assertEquals(
                    count(own, i -> is(i.recoveryKept(), true)),
                    shown.path("recoveryMet").asInt(),
                    where);
            assertEquals(
                    count(own, i -> is(i.recoveryKept(), false)),
                    shown.path("recoveryMissed").asInt(),
                    where);
        }
        if (incidents.stream().anyMatch(incident -> incident.responseKept() != null)) {
            assertEquals(
                    count(incidents, LoggedIncident::handledWithinOneWorkingDay),
                    figures.path("handledWithinTerm").asInt(),
                    where);
        }
        if (!incidents.isEmpty()) {
            var elapsed = figures.path("leadTimes").path("elapsed");
            var seconds =
                    incidents.stream().mapToLong(incident -> incident.leadTime().toSeconds());
            assertEquals(
                    seconds.sum() / incidents.size(),
                    elapsed.path("meanSeconds").asLong(),
                    where);
        }
    }

    private static boolean is(@Nullable Boolean value, boolean wanted) {
        return Objects.equals(value, wanted);
    }

    private static int count(List<LoggedIncident> incidents, Predicate<LoggedIncident> which) {
        return (int) incidents.stream().filter(which).count();
    }
}

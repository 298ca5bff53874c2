package nl.waarborg.systemtests;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.function.Predicate;
import nl.waarborg.local.Identity;
import nl.waarborg.local.Role;
import nl.waarborg.local.demo.Demo;
import nl.waarborg.local.demo.Demo.Replayed;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The real log, posted as another system would: all of it is taken, twice makes no difference, and the months are right. */
class DemoIT {

    private static final List<LoggedIncident> LOG = LoggedIncident.all();

    private static Replayed first;
    private static Replayed second;
    private static Duration took;

    @BeforeAll
    static void replayTwice() throws IOException {
        try (var out = new PrintStream(Files.newOutputStream(java.nio.file.Path.of("target", "demo.log")), true)) {
            var demo = new Demo(Suite.running().addresses(), out);
            var begin = System.nanoTime();
            first = demo.replayPublishedLog();
            took = Duration.ofNanos(System.nanoTime() - begin);
            second = demo.replayPublishedLog();
        }
    }

    @Test
    void every_event_is_accepted_within_five_minutes() {
        assertEquals(List.of(), first.refused());
        assertEquals(0, first.duplicates());
        assertTrue(first.accepted() > 2_500, "accepted " + first.accepted());
        assertTrue(took.compareTo(Duration.ofMinutes(5)) < 0, "took " + took);
    }

    @Test
    void a_second_replay_changes_nothing() {
        assertEquals(new Replayed(0, first.accepted(), List.of()), second);
    }

    @Test
    void months_are_as_computed_from_the_file_alone() {
        for (var month : List.of(YearMonth.of(2016, 2), YearMonth.of(2016, 3))) {
            for (var provider : Identity.PROVIDERS) {
                var report = closedReport(provider, month);
                for (var tenant : report.path("tenants")) {
                    tenantKey(tenant.path("tenant").asText())
                            .ifPresent(key -> assertMonth(month, key, tenant.path("figures")));
                }
            }
        }
    }

    /** Months are closed after the replay, by the clock; nobody waits for them but this test. */
    private static JsonNode closedReport(String provider, YearMonth month) {
        var manager = Api.incidents(Identity.of(Role.SERVICE_MANAGER, provider, null));
        return await().atMost(Duration.ofSeconds(90))
                .until(() -> manager.get("/api/v1/reports/months/" + month).body(), report -> isClosed(report));
    }

    private static boolean isClosed(JsonNode report) {
        for (var tenant : report.path("tenants")) {
            if (tenant.path("figures").path("submitted").asInt() > 0
                    && tenant.path("provisional").asBoolean()) {
                return false;
            }
        }
        return !report.path("tenants").isEmpty();
    }

    private static java.util.Optional<String> tenantKey(String id) {
        var names = new Properties();
        try (var reader = Files.newBufferedReader(Suite.running().addresses().demoTenants())) {
            names.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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

    private static boolean is(@org.jspecify.annotations.Nullable Boolean value, boolean wanted) {
        return Objects.equals(value, wanted);
    }

    private static int count(List<LoggedIncident> incidents, Predicate<LoggedIncident> which) {
        return (int) incidents.stream().filter(which).count();
    }
}

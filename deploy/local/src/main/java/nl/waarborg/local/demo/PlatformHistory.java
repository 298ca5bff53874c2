package nl.waarborg.local.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import nl.waarborg.local.demo.MadeOutage.Exclusion;

/**
 * A made year of a vendor's platform, as its monitors and planning would have posted it: the tables {@code demo/outages.csv},
 * {@code maintenance.csv} and {@code servers.csv} say what happened so many months ago; looks, response times and patches are made by rule.
 * The same for the same end.
 */
final class PlatformHistory {

    static final String TYPES = "nl.waarborg.availability.";
    static final UUID PLATFORM = new UUID(0, 0);
    static final String PROBE = "demo";
    /** The systems of each vendor, by the component that each carries. */
    static final Map<String, Map<String, String>> SYSTEMS = Map.of(
            "afas",
            Map.of(
                    "PROFIT", "profit",
                    "INSITE", "insite",
                    "OUTSITE", "outsite",
                    "POCKET", "pocket",
                    "CONNECTORS", "connectors"),
            "phocus",
            Map.of("PAYROLL_SAAS", "payroll"));

    /** Windows and page whose response times the contract names. */
    static final List<String> WINDOWS = List.of(
            "Eigenschappen Medewerker",
            "Eigenschappen Verkooprelatie",
            "Eigenschappen Inkooprelatie",
            "InSite home page");

    private static final int MONTHS = 12;
    private static final Duration LOOK_EVERY = Duration.ofMinutes(10);
    private static final Duration NOTICE = Duration.ofDays(9);
    private static final int SLOW_MONTH = 4;

    private final String provider;
    private final Instant end;

    /** @param end nothing is told of what was not over by then; UTC */
    PlatformHistory(String provider, Instant end) {
        this.provider = provider;
        this.end = end;
    }

    /** Outages, maintenance, patches and server failures in the order in which they happened. */
    List<PostedEvent> happenings() {
        var events = new ArrayList<PostedEvent>();
        outages().forEach(outage -> tell(events, outage));
        maintenance(events);
        if (provider.equals("afas")) {
            upcoming(events);
            patches(events);
            servers(events);
        }
        events.sort(Comparator.comparing(PostedEvent::time));
        return events;
    }

    List<MadeOutage> outages() {
        return Table.resource(
                        "outages.csv", List.of("provider", "months_ago", "minutes", "components", "error"), row -> {
                            var from = row.ago(end, "start");
                            var minutes = row.optional("excluded_minutes");
                            return new MadeOutage(
                                    row.text("provider"),
                                    "demo-" + from.atZone(IncidentLog.ZONE).toLocalDateTime(),
                                    components(row),
                                    from,
                                    from.plus(minutes(row, "minutes")),
                                    row.text("error"),
                                    row.text("update"),
                                    row.text("cause"),
                                    row.text("party"),
                                    row.text("calamity").equals("yes"),
                                    minutes == null
                                            ? null
                                            : new Exclusion(
                                                    Duration.ofMinutes(Long.parseLong(minutes)),
                                                    row.text("excluded_reason")));
                        })
                .stream()
                .filter(outage ->
                        outage.provider().equals(provider) && !outage.to().isAfter(end))
                .toList();
    }

    private void tell(List<PostedEvent> events, MadeOutage outage) {
        var lasts = Duration.between(outage.from(), outage.to());
        var heard = outage.from().plus(lasts.dividedBy(4));
        events.add(event(
                outage.reference() + "/start",
                "start-outage",
                outage.from(),
                Map.of(
                        "reference", outage.reference(),
                        "components", outage.components(),
                        "errorMessage", outage.error())));
        events.add(event(
                outage.reference() + "/update",
                "update-outage",
                heard,
                Map.of(
                        "reference", outage.reference(),
                        "message", outage.update(),
                        "expectedRecoveryAt",
                                outage.to().minus(lasts.dividedBy(8)).toString(),
                        "nextUpdateAt", heard.plus(lasts.dividedBy(4)).toString())));
        events.add(event(
                outage.reference() + "/end",
                "end-outage",
                outage.to(),
                Map.of("reference", outage.reference(), "message", "Verholpen. " + outage.cause())));
    }

    private void maintenance(List<PostedEvent> events) {
        Table.resource(
                        "maintenance.csv",
                        List.of("provider", "months_ago", "minutes", "actual_minutes", "kind"),
                        row -> row)
                .forEach(row -> {
                    var from = row.ago(end, "start");
                    var over = from.plus(minutes(row, "actual_minutes"));
                    if (row.text("provider").equals(provider) && !over.isAfter(end)) {
                        maintenance(events, row, from, over);
                    }
                });
    }

    private void maintenance(List<PostedEvent> events, Table.Row row, Instant from, Instant over) {
        var key = "maintenance/" + from;
        var id = id(key);
        var kind = row.text("kind");
        var emergency = kind.equals("URGENT_PATCH") || kind.equals("ACTUAL_THREAT");
        var data = new LinkedHashMap<String, Object>();
        data.put("maintenanceId", id);
        data.put(emergency ? "reason" : "kind", kind);
        data.put("components", components(row));
        data.put("startsAt", from.toString());
        data.put("endsAt", from.plus(minutes(row, "minutes")).toString());
        data.put("message", row.text("message"));
        events.add(
                emergency
                        ? event(
                                key + "/declare",
                                "declare-emergency-maintenance",
                                from.minus(Duration.ofHours(1)),
                                data)
                        : event(key + "/announce", "announce-maintenance", from.minus(NOTICE), data));
        events.add(event(key + "/start", "start-maintenance", from, Map.of("maintenanceId", id)));
        events.add(event(key + "/end", "end-maintenance", over, Map.of("maintenanceId", id)));
    }

    /** A night of maintenance that is still to come when the year is told: the first Tuesday whose notice is kept. */
    private void upcoming(List<PostedEvent> events) {
        var day = local(end.plus(NOTICE)).plusDays(1).with(TemporalAdjusters.nextOrSame(DayOfWeek.TUESDAY));
        events.add(event(
                "maintenance/upcoming/announce",
                "announce-maintenance",
                end,
                Map.of(
                        "maintenanceId", id("maintenance/upcoming"),
                        "kind", "PLANNED",
                        "components", List.of("PROFIT", "INSITE"),
                        "startsAt", at(day, LocalTime.of(22, 0)).toString(),
                        "endsAt", at(day.plusDays(1), LocalTime.of(2, 0)).toString(),
                        "message", "De databaseservers krijgen een nieuwe versie")));
    }

    /** Every Tuesday evening one, tested that afternoon. */
    private void patches(List<PostedEvent> events) {
        var random = new Random(7);
        for (var day = firstDay(); at(day, LocalTime.of(23, 0)).isBefore(end); day = day.plusDays(1)) {
            if (day.getDayOfWeek().getValue() != 2) {
                continue;
            }
            var key = "patch/" + day;
            var patch = id(key);
            var started = at(day, LocalTime.of(20, random.nextInt(60)));
            var took = Duration.ofMinutes(5 + random.nextInt(15));
            events.add(event(
                    key + "/test",
                    "record-patch-test",
                    at(day, LocalTime.of(15, 0)),
                    Map.of("patchId", patch, "testRunId", id(key + "/run"), "passed", true)));
            events.add(event(
                    key + "/notes",
                    "publish-patch-notes",
                    at(day, LocalTime.of(16, 0)),
                    Map.of("patchId", patch, "url", "https://example.com/notes/" + day)));
            events.add(event(
                    key + "/install",
                    "install-patch",
                    started.plus(took),
                    Map.of(
                            "patchId", patch,
                            "environmentId", id("environment/production"),
                            "components", List.of("PROFIT"),
                            "startedAt", started.toString(),
                            "installedAt", started.plus(took).toString(),
                            "unavailableSeconds", 10 + random.nextInt(120))));
        }
    }

    private void servers(List<PostedEvent> events) {
        Table.resource("servers.csv", List.of("months_ago", "day", "time", "server", "standby"), row -> row)
                .forEach(row -> {
                    var failed = row.ago(end, "time");
                    var server = row.text("server");
                    if (failed.plus(Duration.ofMinutes(3)).isAfter(end)) {
                        return;
                    }
                    events.add(event(
                            "server/" + server + "/failure",
                            "record-server-failure",
                            failed,
                            Map.of("serverId", server, "systemId", row.text("system"), "cause", row.text("cause"))));
                    events.add(event(
                            "server/" + server + "/standby",
                            "activate-standby",
                            failed.plus(Duration.ofMinutes(3)),
                            Map.of("serverId", server, "standbyId", row.text("standby"))));
                });
    }

    /** The servers that step in, by the table. */
    static List<String> standby() {
        return Table.resource("servers.csv", List.of("standby"), row -> row.text("standby"));
    }

    /** What the probe saw: an event per local day, a look every ten minutes at every system. */
    List<PostedEvent> looks() {
        var outages = outages();
        return daily("looks", "record-samples", (day, until) -> {
            var samples = new ArrayList<Map<String, Object>>();
            for (var at = at(day, LocalTime.MIN); at.isBefore(until); at = at.plus(LOOK_EVERY)) {
                for (var system : systems().entrySet()) {
                    var moment = at;
                    var error = outages.stream()
                            .filter(outage -> outage.isDown(system.getKey(), moment))
                            .map(MadeOutage::error)
                            .findFirst();
                    var sample = new LinkedHashMap<String, Object>();
                    sample.put("system", system.getValue());
                    sample.put("at", at.toString());
                    sample.put("up", error.isEmpty());
                    error.ifPresent(said -> sample.put("error", said));
                    samples.add(sample);
                }
            }
            return Map.of("probe", PROBE, "samples", samples);
        });
    }

    /** Response times: an event per local day, each window and the home page every hour. One month is slow. */
    List<PostedEvent> responseTimes() {
        var slow = YearMonth.from(local(end)).minusMonths(SLOW_MONTH);
        return daily("response-times", "record-response-times", (day, until) -> {
            var random = new Random(day.toEpochDay());
            var samples = new ArrayList<Map<String, Object>>();
            for (var at = at(day, LocalTime.MIN); at.isBefore(until); at = at.plus(Duration.ofHours(1))) {
                for (var window : WINDOWS) {
                    samples.add(Map.of(
                            "function",
                            window,
                            "at",
                            at.toString(),
                            "milliseconds",
                            milliseconds(random, YearMonth.from(day).equals(slow))));
                }
            }
            return Map.of("samples", samples);
        });
    }

    /** Log-normal, around nine tenths of a second. */
    static long milliseconds(Random random, boolean slow) {
        return Math.round((slow ? 1500 : 900) * Math.exp(0.45 * random.nextGaussian()));
    }

    @FunctionalInterface
    private interface Day {
        Map<String, Object> data(LocalDate day, Instant until);
    }

    private List<PostedEvent> daily(String key, String type, Day data) {
        var events = new ArrayList<PostedEvent>();
        for (var day = firstDay(); at(day, LocalTime.MIN).isBefore(end); day = day.plusDays(1)) {
            var midnight = at(day.plusDays(1), LocalTime.MIN);
            var until = midnight.isBefore(end) ? midnight : end;
            events.add(event(key + '/' + day, type, until, data.data(day, until)));
        }
        return events;
    }

    Map<String, String> systems() {
        return new TreeMap<>(Objects.requireNonNull(SYSTEMS.get(provider)));
    }

    private LocalDate firstDay() {
        return YearMonth.from(local(end)).minusMonths(MONTHS).atDay(1);
    }

    private PostedEvent event(String id, String type, Instant at, Map<String, Object> data) {
        var whole = new LinkedHashMap<>(data);
        whole.put("provider", provider);
        return new PostedEvent(id, TYPES + type + ".v1", PLATFORM, at, whole);
    }

    private UUID id(String key) {
        return UUID.nameUUIDFromBytes(("waarborg demo " + provider + ' ' + key).getBytes(UTF_8));
    }

    private static Instant at(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(IncidentLog.ZONE).toInstant();
    }

    private static LocalDate local(Instant at) {
        return LocalDate.ofInstant(at, IncidentLog.ZONE);
    }

    private static Duration minutes(Table.Row row, String column) {
        return Duration.ofMinutes(row.required(column, "a number of minutes", Long::valueOf));
    }

    private static List<String> components(Table.Row row) {
        return row.texts("components");
    }
}

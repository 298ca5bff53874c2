package nl.waarborg.systemtests;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the contract makes of one incident of the published log, computed here from the file alone: by hand-written hours and terms,
 * without a line of the product.
 *
 * @param tenant the key of the made customer
 * @param handled the last time, if it was reopened; the recovery clock stopped at the first
 * @param responseKept null without a term
 * @param recoveryKept null without a term
 */
record LoggedIncident(
        String number,
        String tenant,
        int priority,
        Instant reported,
        Instant responded,
        Instant handled,
        @Nullable Boolean responseKept,
        @Nullable Boolean recoveryKept) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("dd-MM-yyyy HH:mm");

    YearMonth month() {
        return YearMonth.from(reported.atZone(SupportHours2016.ZONE));
    }

    boolean handledWithinOneWorkingDay() {
        return !handled.isAfter(SupportHours2016.workingDaysAfter(SupportHours2016.start(reported), 1));
    }

    Duration leadTime() {
        return Duration.between(reported, handled);
    }

    static List<LoggedIncident> all() {
        var tenants = table("/demo/tenants.csv");
        var presets = new HashMap<String, String>();
        var firstClass = new HashMap<String, Boolean>();
        for (var tenant : tenants) {
            presets.put(tenant.get("key"), tenant.get("preset"));
            firstClass.put(
                    tenant.get("key"),
                    !Objects.requireNonNull(tenant.get("first_class_from")).isEmpty());
        }
        var locations = new HashMap<String, String>();
        table("/demo/locations.csv").forEach(row -> locations.put(row.get("location"), row.get("tenant")));
        var incidents = new LinkedHashMap<String, List<Map<String, String>>>();
        for (var row : table("/demo/servicenow-incident-log.csv")) {
            incidents
                    .computeIfAbsent(row.get("number"), number -> new ArrayList<>())
                    .add(row);
        }
        return incidents.values().stream()
                .map(rows -> {
                    var tenant = locations.getOrDefault(rows.getFirst().get("location"), locations.get("*"));
                    return of(rows, tenant, "AFAS_SLA".equals(presets.get(tenant)), firstClass.get(tenant));
                })
                .toList();
    }

    private static LoggedIncident of(
            List<Map<String, String>> rows, String tenant, boolean hasClocks, boolean firstClass) {
        var reported = at(rows.getFirst());
        var priority = 0;
        var state = "New";
        var now = reported;
        Instant responded = null;
        Instant recovered = null;
        Instant handled = null;
        var responseDue = Instant.MAX;
        var recoveryDue = Instant.MAX;
        for (var row : rows) {
            now = at(row).isAfter(now) ? at(row) : now;
            var wanted = priority(row, firstClass);
            if (wanted != priority && !state.equals("Resolved") && !state.equals("Closed")) {
                priority = wanted;
                var from = reported;
                if (responded == null) {
                    responseDue = due(response(priority, from), response(priority, now), now);
                }
                if (recovered == null) {
                    recoveryDue = due(recovery(priority, from), recovery(priority, now), now);
                }
            }
            var before = state;
            state = row.get("incident_state");
            if (!state.equals("New") && responded == null) {
                responded = now;
            }
            if (state.equals("Resolved") && !before.equals("Resolved")) {
                recovered = recovered == null ? now : recovered;
                handled = now;
            }
        }
        Objects.requireNonNull(responded);
        Objects.requireNonNull(recovered);
        Objects.requireNonNull(handled);
        return new LoggedIncident(
                rows.getFirst().get("number"),
                tenant,
                priority,
                reported,
                responded,
                handled,
                hasClocks ? !responded.isAfter(responseDue) : null,
                hasClocks ? !recovered.isAfter(recoveryDue) : null);
    }

    /** From the report with the new term; if that has passed already, from the change (OP-09). */
    private static Instant due(Instant fromReport, Instant fromChange, Instant change) {
        return fromReport.isBefore(change) ? fromChange : fromReport;
    }

    private static Instant response(int priority, Instant from) {
        var start = SupportHours2016.start(from);
        return switch (priority) {
            case 1 -> start.toInstant().plus(Duration.ofHours(1));
            case 2 -> SupportHours2016.workingDaysAfter(start, 1);
            default -> SupportHours2016.workingDaysAfter(start, 3);
        };
    }

    private static Instant recovery(int priority, Instant from) {
        var start = SupportHours2016.start(from);
        return switch (priority) {
            case 1 -> SupportHours2016.workingDaysAfter(start, 3);
            case 2 -> start.plusMonths(1).toInstant();
            default -> start.plusMonths(3).toInstant();
        };
    }

    private static int priority(Map<String, String> row, boolean firstClass) {
        return switch (row.get("priority").charAt(0)) {
            case '1' -> firstClass ? 1 : 2;
            case '2' -> 2;
            default -> 3;
        };
    }

    private static Instant at(Map<String, String> row) {
        var opened = time(row.get("opened_at"));
        var updated = time(row.get("sys_updated_at"));
        return updated.isAfter(opened) ? updated : opened;
    }

    private static Instant time(String text) {
        return LocalDateTime.parse(text, TIME).atZone(SupportHours2016.ZONE).toInstant();
    }

    /** The three files quote nothing, so that commas alone part them. */
    private static List<Map<String, String>> table(String resource) {
        var rows = new ArrayList<Map<String, String>>();
        try (var lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(LoggedIncident.class.getResourceAsStream(resource), resource), UTF_8))) {
            var names = lines.readLine().split(",", -1);
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                var values = line.split(",", -1);
                var row = new HashMap<String, String>();
                for (var i = 0; i < names.length; i++) {
                    row.put(names[i], values[i]);
                }
                rows.add(row);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rows;
    }
}

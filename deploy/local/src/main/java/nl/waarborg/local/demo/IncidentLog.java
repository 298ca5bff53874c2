package nl.waarborg.local.demo;

import java.io.Reader;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The incident management process enriched event log (UCI Machine Learning Repository, data set 498, CC BY 4.0), and any file of its
 * form: local times {@code dd-MM-yyyy HH:mm}, {@code ?} for an absent value.
 */
final class IncidentLog {

    /** The log has no zone; its times are read as the contracts' (catalogue, decisions on the log). */
    static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");

    /** The code that the ticket system exported where it had no name of a state. */
    private static final String STATE_UNKNOWN = "-100";

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("dd-MM-uuuu HH:mm").withResolverStyle(ResolverStyle.STRICT);

    private static final List<String> REQUIRED =
            List.of("number", "incident_state", "caller_id", "opened_at", "sys_updated_at", "location", "priority");

    private IncidentLog() {}

    /**
     * The rows in the order of the file. A local time that occurs twice is its first occurrence; one that the change to summer time
     * skips lies an hour later.
     *
     * @throws IncidentLogException naming line and column of the first value that cannot be read
     */
    static List<LoggedRow> read(String file, Reader text) {
        return Table.read(file, text, REQUIRED, IncidentLog::row);
    }

    private static LoggedRow row(Table.Row row) {
        return new LoggedRow(
                row.required("number", "the incident's number", number -> number),
                state(row),
                row.required("priority", "1 - Critical, 2 - High, 3 - Moderate or 4 - Low", IncidentLog::priority),
                row.required("caller_id", "who called", caller -> caller),
                row.optional("location"),
                time(row, "opened_at"),
                time(row, "sys_updated_at"),
                row.optional("contact_type"),
                row.optional("category"),
                row.optional("subcategory"),
                row.optional("u_symptom"),
                row.optional("assignment_group"),
                row.optional("assigned_to"),
                row.optional("sys_updated_by"),
                row.optional("closed_code"));
    }

    private static @Nullable LogState state(Table.Row row) {
        var text = row.optional("incident_state");
        return text == null || text.equals(STATE_UNKNOWN)
                ? null
                : row.required(
                        "incident_state",
                        "New, Active, Awaiting User Info, Awaiting Evidence, Awaiting Problem, Awaiting Vendor, Resolved or Closed",
                        written -> LogState.written(written).orElse(null));
    }

    private static @Nullable Integer priority(String text) {
        return text.matches("[1-4]( - .*)?") ? text.charAt(0) - '0' : null;
    }

    private static Instant time(Table.Row row, String column) {
        return row.required(column, "a local time dd-MM-yyyy HH:mm", text -> LocalDateTime.parse(text, TIME)
                .atZone(ZONE)
                .toInstant());
    }
}

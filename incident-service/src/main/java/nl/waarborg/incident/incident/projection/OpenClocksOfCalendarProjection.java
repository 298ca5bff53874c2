package nl.waarborg.incident.incident.projection;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import nl.waarborg.eventsourcing.Deadline;
import nl.waarborg.eventsourcing.Deadlines;
import nl.waarborg.eventsourcing.Projection;
import nl.waarborg.eventsourcing.RecordedEvent;
import nl.waarborg.eventsourcing.projection.Rows;
import nl.waarborg.incident.incident.storage.IncidentEventTypes;
import nl.waarborg.incident.supportcalendar.domain.SupportCalendarEvent;
import nl.waarborg.incident.supportcalendar.domain.SupportCalendarEvent.HolidaysProposed;
import nl.waarborg.incident.supportcalendar.domain.SupportCalendarEvent.SupportCalendarPublished;
import nl.waarborg.incident.supportcalendar.domain.SupportCalendarEvent.SupportHoursDeviationPublished;

/** Another version of a calendar: every open incident that follows it, or a tenant's own form of it, is looked at again. */
public final class OpenClocksOfCalendarProjection implements Projection<SupportCalendarEvent> {

    public static final String RECALCULATION = "incident-recalculation";

    private static final String OPEN =
            """
            select distinct incident_id, tenant_id from incident_clock
            where (calendar = ? or calendar like ?) and stopped_at is null and not cancelled""";

    @Override
    public String name() {
        return "open-clocks-of-calendar";
    }

    @Override
    public Class<SupportCalendarEvent> events() {
        return SupportCalendarEvent.class;
    }

    /** The library's table of deadlines; a rebuild leaves it alone. */
    @Override
    public List<String> tables() {
        return List.of();
    }

    @Override
    public void apply(List<RecordedEvent<SupportCalendarEvent>> events, Connection connection) throws SQLException {
        for (var recorded : events) {
            switch (recorded.event()) {
                case SupportCalendarPublished e -> recalculate(e.calendarId(), recorded.occurredAt(), connection);
                case SupportHoursDeviationPublished e -> recalculate(e.calendarId(), recorded.occurredAt(), connection);
                case HolidaysProposed _ -> {}
            }
        }
    }

    private static void recalculate(String calendar, Instant at, Connection connection) throws SQLException {
        Deadlines.set(
                connection,
                Rows.list(
                        connection,
                        OPEN,
                        row -> new Deadline(
                                RECALCULATION,
                                IncidentEventTypes.stream(row.uuid("incident_id")),
                                calendar,
                                row.uuid("tenant_id"),
                                at),
                        calendar,
                        calendar + "#%"));
    }
}

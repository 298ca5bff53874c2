package nl.waarborg.incident.incident.projection;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import nl.waarborg.eventsourcing.Deadlines;
import nl.waarborg.eventsourcing.Projection;
import nl.waarborg.eventsourcing.RecordedEvent;
import nl.waarborg.incident.supportcalendar.domain.SupportCalendarEvent;
import nl.waarborg.incident.supportcalendar.domain.SupportCalendarEvent.HolidaysProposed;
import nl.waarborg.incident.supportcalendar.domain.SupportCalendarEvent.SupportCalendarPublished;
import nl.waarborg.incident.supportcalendar.domain.SupportCalendarEvent.SupportHoursDeviationPublished;

/**
 * Another version of a calendar begins a walk through the open incidents that follow it. A change of terms begins none: clocks that run keep
 * the terms with which they started (OP-72). Keeps deadlines only.
 */
public final class CalendarsOfOpenClocksProjection implements Projection<SupportCalendarEvent> {

    @Override
    public String name() {
        return "calendars-of-open-clocks";
    }

    @Override
    public Class<SupportCalendarEvent> events() {
        return SupportCalendarEvent.class;
    }

    @Override
    public List<String> tables() {
        return List.of();
    }

    @Override
    public void apply(List<RecordedEvent<SupportCalendarEvent>> events, Connection connection) throws SQLException {
        for (var recorded : events) {
            switch (recorded.event()) {
                case SupportCalendarPublished e -> begin(e.calendarId(), recorded, connection);
                case SupportHoursDeviationPublished e -> begin(e.calendarId(), recorded, connection);
                case HolidaysProposed _ -> {}
            }
        }
    }

    private static void begin(String calendar, RecordedEvent<SupportCalendarEvent> recorded, Connection connection)
            throws SQLException {
        Deadlines.set(
                connection,
                List.of(OpenClocks.walk(
                        recorded.stream(), recorded.tenant(), calendar, OpenClocks.START, recorded.occurredAt())));
    }
}

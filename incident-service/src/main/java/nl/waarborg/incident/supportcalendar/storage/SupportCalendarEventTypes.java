package nl.waarborg.incident.supportcalendar.storage;

import java.util.UUID;
import nl.waarborg.eventsourcing.EventTypes;
import nl.waarborg.eventsourcing.StreamId;
import nl.waarborg.incident.supportcalendar.domain.SupportCalendarEvent;
import nl.waarborg.incident.supportcalendar.domain.SupportCalendarEvent.HolidaysProposed;
import nl.waarborg.incident.supportcalendar.domain.SupportCalendarEvent.SupportCalendarPublished;
import nl.waarborg.incident.supportcalendar.domain.SupportCalendarEvent.SupportHoursDeviationPublished;
import nl.waarborg.terms.calendar.CalendarId;

/** Names under which the events of calendars are stored, for ever. */
public final class SupportCalendarEventTypes {

    public static final EventTypes<SupportCalendarEvent> CALENDAR_EVENTS = new EventTypes<>(
                    "support-calendar", SupportCalendarEvent.class)
            .type("support-calendar-published", SupportCalendarPublished.class)
            .type("support-hours-deviation-published", SupportHoursDeviationPublished.class)
            .type("holidays-proposed", HolidaysProposed.class);

    private SupportCalendarEventTypes() {}

    /** @param tenant the customer of a roster, or {@link StreamId#PLATFORM} */
    public static StreamId stream(UUID tenant, CalendarId calendar) {
        return StreamId.natural(CALENDAR_EVENTS.category(), tenant, calendar.value());
    }
}

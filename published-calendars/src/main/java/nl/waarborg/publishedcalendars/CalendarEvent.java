package nl.waarborg.publishedcalendars;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import nl.waarborg.eventsourcing.EventTypes;
import org.jspecify.annotations.Nullable;

/** What this service reads of incident-service's events about calendars. */
public sealed interface CalendarEvent {

    EventTypes<CalendarEvent> TYPES = new EventTypes<>("incident", CalendarEvent.class)
            .type("nl.waarborg.incident.support-calendar-published.v1", CalendarPublished.class)
            .type("nl.waarborg.incident.support-hours-deviation-published.v1", DeviationPublished.class);

    /** @param hours local, such as {@code 08:00-16:00 WEB} */
    record Day(LocalDate date, List<String> hours, String cause, String reason) {}

    record CalendarPublished(
            String calendarId,
            int version,
            String zone,
            Map<DayOfWeek, List<String>> weekly,
            List<Day> days,
            @Nullable LocalDate publishedFrom,
            @Nullable LocalDate publishedThrough,
            String source,
            Instant publishedAt)
            implements CalendarEvent {}

    record DeviationPublished(String calendarId, int version, Day day, Instant publishedAt) implements CalendarEvent {}
}

package nl.waarborg.incident.supportcalendar.domain;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.waarborg.terms.calendar.BusinessCalendar;
import nl.waarborg.terms.calendar.CalendarId;
import nl.waarborg.terms.calendar.OpeningInterval;
import nl.waarborg.terms.calendar.PublishedRange;
import org.jspecify.annotations.Nullable;

/** Stored forever. Changing a component needs an upcaster and a new sample in stored-events. */
public sealed interface SupportCalendarEvent {

    String calendarId();

    /**
     * A whole version. Hours are local times such as {@code 08:00-16:00 WEB}.
     *
     * @param publishedFrom first local date for which holidays are published; null for a calendar without holidays
     * @param publishedThrough last such date, inclusive
     */
    record SupportCalendarPublished(
            String calendarId,
            CalendarKind kind,
            int version,
            String zone,
            Map<DayOfWeek, List<String>> weekly,
            List<PublishedDay> days,
            @Nullable LocalDate publishedFrom,
            @Nullable LocalDate publishedThrough,
            String source,
            @Nullable UUID byPersonId,
            Instant at)
            implements SupportCalendarEvent {

        public SupportCalendarPublished {
            weekly = Map.copyOf(weekly);
            days = List.copyOf(days);
        }

        static SupportCalendarPublished of(
                BusinessCalendar calendar, CalendarKind kind, @Nullable UUID byPersonId, Instant at) {
            var weekly = new EnumMap<DayOfWeek, List<String>>(DayOfWeek.class);
            calendar.weekly()
                    .forEach((day, hours) -> weekly.put(
                            day, hours.stream().map(OpeningInterval::toString).toList()));
            return new SupportCalendarPublished(
                    calendar.id().value(),
                    kind,
                    calendar.version(),
                    calendar.zone().getId(),
                    weekly,
                    calendar.deviations().stream().map(PublishedDay::of).toList(),
                    calendar.published().map(PublishedRange::from).orElse(null),
                    calendar.published().map(PublishedRange::through).orElse(null),
                    calendar.source(),
                    byPersonId,
                    at);
        }

        public BusinessCalendar calendar() {
            var hours = new EnumMap<DayOfWeek, List<OpeningInterval>>(DayOfWeek.class);
            weekly.forEach((day, forms) ->
                    hours.put(day, forms.stream().map(OpeningInterval::parse).toList()));
            return new BusinessCalendar(
                    new CalendarId(calendarId),
                    version,
                    ZoneId.of(zone),
                    hours,
                    days.stream().map(PublishedDay::deviation).toList(),
                    publishedFrom == null || publishedThrough == null
                            ? Optional.empty()
                            : Optional.of(new PublishedRange(publishedFrom, publishedThrough)),
                    source);
        }
    }

    /** @param version of the calendar with this day in it */
    record SupportHoursDeviationPublished(
            String calendarId, CalendarKind scope, int version, PublishedDay day, @Nullable UUID byPersonId, Instant at)
            implements SupportCalendarEvent {}

    record HolidaysProposed(String calendarId, int year, List<PublishedDay> days, Instant at)
            implements SupportCalendarEvent {

        public HolidaysProposed {
            days = List.copyOf(days);
        }
    }
}

package nl.waarborg.incident.supportcalendar.publication;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.waarborg.eventsourcing.PublishedEvent;
import nl.waarborg.incident.supportcalendar.domain.PublishedDay;
import nl.waarborg.incident.supportcalendar.domain.SupportCalendarEvent;
import nl.waarborg.incident.supportcalendar.domain.SupportCalendarEvent.HolidaysProposed;
import nl.waarborg.incident.supportcalendar.domain.SupportCalendarEvent.SupportCalendarPublished;
import nl.waarborg.incident.supportcalendar.domain.SupportCalendarEvent.SupportHoursDeviationPublished;
import org.jspecify.annotations.Nullable;

/** All services reckon with the same calendar versions. */
public final class PublishedSupportCalendar {

    private PublishedSupportCalendar() {}

    record DayV1(LocalDate date, List<String> hours, String cause, String reason) {

        static DayV1 of(PublishedDay day) {
            return new DayV1(day.date(), day.hours(), day.cause().name(), day.reason());
        }
    }

    record SupportCalendarPublishedV1(
            String calendarId,
            String kind,
            int version,
            String zone,
            Map<DayOfWeek, List<String>> weekly,
            List<DayV1> days,
            @Nullable LocalDate publishedFrom,
            @Nullable LocalDate publishedThrough,
            String source,
            Instant publishedAt) {}

    record SupportHoursDeviationPublishedV1(
            String calendarId, String scope, int version, DayV1 day, Instant publishedAt) {}

    public static Optional<PublishedEvent> from(SupportCalendarEvent event) {
        return switch (event) {
            case SupportCalendarPublished e ->
                Optional.of(new PublishedEvent(
                        "nl.waarborg.incident.support-calendar-published.v1",
                        new SupportCalendarPublishedV1(
                                e.calendarId(),
                                e.kind().name(),
                                e.version(),
                                e.zone(),
                                e.weekly(),
                                e.days().stream().map(DayV1::of).toList(),
                                e.publishedFrom(),
                                e.publishedThrough(),
                                e.source(),
                                e.at())));
            case SupportHoursDeviationPublished e ->
                Optional.of(new PublishedEvent(
                        "nl.waarborg.incident.support-hours-deviation-published.v1",
                        new SupportHoursDeviationPublishedV1(
                                e.calendarId(), e.scope().name(), e.version(), DayV1.of(e.day()), e.at())));
            case HolidaysProposed _ -> Optional.empty();
        };
    }
}

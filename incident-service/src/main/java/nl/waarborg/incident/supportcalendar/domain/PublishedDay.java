package nl.waarborg.incident.supportcalendar.domain;

import java.time.LocalDate;
import java.util.List;
import nl.waarborg.terms.calendar.OpeningHoursDeviation;
import nl.waarborg.terms.calendar.OpeningHoursDeviation.Cause;
import nl.waarborg.terms.calendar.OpeningInterval;

/**
 * A day whose hours replace the weekly ones, as it is stored.
 *
 * @param date local date in the calendar's zone
 * @param hours such as {@code 08:00-12:00 WEB+PHONE}; none: closed
 * @param reason what the customer is told
 */
public record PublishedDay(LocalDate date, List<String> hours, Cause cause, String reason) {

    public PublishedDay {
        hours = List.copyOf(hours);
    }

    public static PublishedDay of(OpeningHoursDeviation day) {
        return new PublishedDay(
                day.date(), day.hours().stream().map(OpeningInterval::toString).toList(), day.cause(), day.reason());
    }

    /** @throws IllegalArgumentException if the hours cannot be read */
    public OpeningHoursDeviation deviation() {
        return new OpeningHoursDeviation(
                date, hours.stream().map(OpeningInterval::parse).toList(), cause, reason);
    }
}

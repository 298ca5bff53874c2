package nl.waarborg.incident.supportcalendar.domain;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.waarborg.terms.calendar.CalendarId;
import nl.waarborg.terms.calendar.OpeningHoursDeviation;
import nl.waarborg.terms.calendar.OpeningInterval;
import org.jspecify.annotations.Nullable;

/** What the agreement manager can ask of one calendar. Times are business times, UTC. */
public sealed interface SupportCalendarCommand {

    CalendarId calendarId();

    /**
     * Publishes a new version with these weekly hours; the dated days of the version before stay.
     *
     * @param source the clause or agreement that the hours come from
     */
    record PublishSupportCalendar(
            CalendarId calendarId,
            CalendarKind kind,
            ZoneId zone,
            Map<DayOfWeek, List<OpeningInterval>> weekly,
            String source,
            @Nullable UUID byPersonId,
            Instant at)
            implements SupportCalendarCommand {}

    /** Publishes a new version in which the hours of one day are replaced (INC-017). */
    record PublishSupportHoursDeviation(
            CalendarId calendarId, CalendarKind scope, OpeningHoursDeviation day, @Nullable UUID byPersonId, Instant at)
            implements SupportCalendarCommand {}

    /** Proposes the holidays of the year behind the last published one; nothing changes until a person publishes them (OP-71). */
    record ProposeHolidays(CalendarId calendarId, Instant at) implements SupportCalendarCommand {}

    /**
     * A person publishes a year's holidays, as proposed or changed.
     *
     * @param days all of that year; empty: as proposed
     */
    record PublishHolidays(
            CalendarId calendarId, int year, List<OpeningHoursDeviation> days, @Nullable UUID byPersonId, Instant at)
            implements SupportCalendarCommand {}
}

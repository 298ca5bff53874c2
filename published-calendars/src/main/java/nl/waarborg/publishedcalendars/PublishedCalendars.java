package nl.waarborg.publishedcalendars;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import nl.waarborg.eventsourcing.projection.Rows;
import nl.waarborg.publishedcalendars.CalendarEvent.CalendarPublished;
import nl.waarborg.publishedcalendars.CalendarEvent.Day;
import nl.waarborg.terms.AgreedCalendars;
import nl.waarborg.terms.Terms;
import nl.waarborg.terms.calendar.BusinessCalendar;
import nl.waarborg.terms.calendar.CalendarId;
import nl.waarborg.terms.calendar.OpeningHours;
import nl.waarborg.terms.calendar.OpeningHoursDeviation;
import nl.waarborg.terms.calendar.OpeningInterval;
import nl.waarborg.terms.calendar.PublishedRange;

/** The calendars that held at a moment: what incident-service published last before it, else version 1 of the presets. */
@ApplicationScoped
public class PublishedCalendars {

    private static final String UNTIL =
            """
            select version, content::text as content, whole from published_calendar
            where calendar_id = ? and published_at <= ? order by version""";

    private static final String WHOLE =
            "select version, content::text as content, whole from published_calendar where calendar_id = ? and whole"
                    + " order by version limit 1";

    private final Rows rows;

    public PublishedCalendars(@DataSource("writer") javax.sql.DataSource writer) {
        this.rows = new Rows(writer);
    }

    private record Version(int version, String content, boolean whole) {}

    /** The calendars that the terms name, in the versions of a moment. */
    public AgreedCalendars of(Terms terms, Instant moment) {
        return AgreedCalendars.of(terms, id -> at(id, moment));
    }

    /** The hours on which working days are counted (OP-01). */
    public OpeningHours supportHours(Terms terms, Instant moment) {
        return of(terms, moment).support().hours();
    }

    /** Whether there is such a calendar, shipped or published. */
    public boolean knows(CalendarId id) {
        return AgreedCalendars.shipped().contains(id) || first(id).isPresent();
    }

    /** The first version of a calendar that is not shipped. */
    private Optional<BusinessCalendar> first(CalendarId id) {
        return rows.first(WHOLE, PublishedCalendars::version, id.value()).map(PublishedCalendars::calendar);
    }

    private BusinessCalendar at(CalendarId id, Instant moment) {
        var versions = rows.list(UNTIL, PublishedCalendars::version, id.value(), moment);
        var whole = versions.stream().filter(Version::whole).reduce((earlier, later) -> later);
        var calendar = whole.map(PublishedCalendars::calendar)
                .orElseGet(() -> AgreedCalendars.shipped().contains(id)
                        ? AgreedCalendars.firstVersion(id)
                        : first(id).orElseGet(() -> AgreedCalendars.firstVersion(id)));
        for (var version : versions) {
            if (!version.whole() && version.version() > calendar.version()) {
                calendar = calendar.deviating(deviation(read(version.content(), Day.class)));
            }
        }
        return calendar;
    }

    private static Version version(Rows.Row row) throws SQLException {
        return new Version(row.number("version"), row.text("content"), row.flag("whole"));
    }

    private static BusinessCalendar calendar(Version version) {
        var published = read(version.content(), CalendarPublished.class);
        var weekly = new EnumMap<DayOfWeek, List<OpeningInterval>>(DayOfWeek.class);
        published.weekly().forEach((day, hours) -> weekly.put(day, intervals(hours)));
        return new BusinessCalendar(
                new CalendarId(published.calendarId()),
                published.version(),
                ZoneId.of(published.zone()),
                weekly,
                published.days().stream().map(PublishedCalendars::deviation).toList(),
                published.publishedFrom() == null || published.publishedThrough() == null
                        ? Optional.empty()
                        : Optional.of(new PublishedRange(published.publishedFrom(), published.publishedThrough())),
                published.source());
    }

    private static OpeningHoursDeviation deviation(Day day) {
        return new OpeningHoursDeviation(
                day.date(), intervals(day.hours()), OpeningHoursDeviation.Cause.valueOf(day.cause()), day.reason());
    }

    private static List<OpeningInterval> intervals(List<String> hours) {
        return hours.stream().map(OpeningInterval::parse).toList();
    }

    private static <T> T read(String json, Class<T> type) {
        try {
            return CalendarsProjection.JSON.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a calendar cannot be read", e);
        }
    }
}

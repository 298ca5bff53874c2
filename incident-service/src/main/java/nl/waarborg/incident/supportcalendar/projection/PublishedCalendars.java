package nl.waarborg.incident.supportcalendar.projection;

import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import nl.waarborg.eventsourcing.projection.Rows;
import nl.waarborg.terms.AgreedCalendars;
import nl.waarborg.terms.calendar.BusinessCalendar;
import nl.waarborg.terms.calendar.CalendarId;

/** The calendar that held at a moment: the version published last before it, else version 1 of the presets. */
@ApplicationScoped
public class PublishedCalendars {

    private static final String LATEST =
            """
            select version from support_calendar where calendar_id = ? and published_at <= ?
            order by version desc limit 1""";
    private static final String DEFINITION =
            "select definition::text as definition from support_calendar where calendar_id = ? and version = ?";

    private record Key(String calendar, int version) {}

    private final Rows rows;
    // A published version never changes; which versions there are is always looked up.
    private final ConcurrentMap<Key, BusinessCalendar> calendars = new ConcurrentHashMap<>();

    public PublishedCalendars(@DataSource("writer") javax.sql.DataSource writer) {
        this.rows = new Rows(writer);
    }

    /** @throws nl.waarborg.terms.UnacceptableTerms when there is no calendar of this name */
    public BusinessCalendar at(CalendarId id, Instant moment) {
        return rows.first(LATEST, row -> row.number("version"), id.value(), moment)
                .map(version -> calendars.computeIfAbsent(new Key(id.value(), version), this::read))
                .orElseGet(() -> AgreedCalendars.firstVersion(id));
    }

    /** @throws nl.waarborg.terms.UnacceptableTerms when there is no calendar of this name */
    public BusinessCalendar version(CalendarId id, int version) {
        var first = AgreedCalendars.shipped().contains(id) ? AgreedCalendars.firstVersion(id) : null;
        return first != null && first.version() == version
                ? first
                : calendars.computeIfAbsent(new Key(id.value(), version), this::read);
    }

    private BusinessCalendar read(Key key) {
        return rows.first(
                        DEFINITION,
                        row -> CalendarDefinition.read(row.text("definition")),
                        key.calendar(),
                        key.version())
                .orElseThrow(
                        () -> new IllegalArgumentException("no version " + key.version() + " of " + key.calendar()))
                .calendarOf();
    }
}

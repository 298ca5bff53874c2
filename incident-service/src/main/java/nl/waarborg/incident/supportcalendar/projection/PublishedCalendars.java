package nl.waarborg.incident.supportcalendar.projection;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import nl.waarborg.incident.projection.Rows;
import nl.waarborg.terms.AgreedCalendars;
import nl.waarborg.terms.calendar.BusinessCalendar;
import nl.waarborg.terms.calendar.CalendarId;

/** The calendar that held at a moment: the version published last before it, else version 1 of the presets. */
@ApplicationScoped
public class PublishedCalendars {

    private static final String VERSIONS =
            "select version, published_at from support_calendar where calendar_id = ? order by version desc";
    private static final String DEFINITION =
            "select definition::text as definition from support_calendar where calendar_id = ? and version = ?";

    private record Version(int number, Instant publishedAt) {}

    private record Key(String calendar, int version) {}

    private final Rows rows;
    // A published version never changes; which versions there are may, on another replica too.
    private final ConcurrentMap<Key, BusinessCalendar> calendars = new ConcurrentHashMap<>();
    private final Cache<String, List<Version>> versions =
            Caffeine.newBuilder().expireAfterWrite(Duration.ofSeconds(1)).build();

    public PublishedCalendars(@DataSource("writer") javax.sql.DataSource writer) {
        this.rows = new Rows(writer);
    }

    /** @throws nl.waarborg.terms.UnacceptableTerms when there is no calendar of this name */
    public BusinessCalendar at(CalendarId id, Instant moment) {
        return versions
                .get(
                        id.value(),
                        calendar -> rows.list(
                                VERSIONS,
                                row -> new Version(row.number("version"), row.instant("published_at")),
                                calendar))
                .stream()
                .filter(version -> !version.publishedAt().isAfter(moment))
                .findFirst()
                .map(version -> calendars.computeIfAbsent(new Key(id.value(), version.number()), this::read))
                .orElseGet(() -> AgreedCalendars.firstVersion(id));
    }

    /**
     * One version, however old.
     *
     * @throws nl.waarborg.terms.UnacceptableTerms when there is no calendar of this name
     */
    public BusinessCalendar version(CalendarId id, int number) {
        return number == 1
                ? AgreedCalendars.firstVersion(id)
                : calendars.computeIfAbsent(new Key(id.value(), number), this::read);
    }

    private BusinessCalendar read(Key key) {
        return rows.first(
                        DEFINITION,
                        row -> CalendarDefinition.read(row.text("definition")),
                        key.calendar(),
                        key.version())
                .orElseThrow()
                .calendarOf();
    }
}

package nl.waarborg.terms;

import static java.util.stream.Collectors.toMap;

import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import nl.waarborg.terms.TermValue.CalendarReference;
import nl.waarborg.terms.TermValue.DailyHours;
import nl.waarborg.terms.calendar.BusinessCalendar;
import nl.waarborg.terms.calendar.CalendarId;
import nl.waarborg.terms.calendar.Holiday;
import nl.waarborg.terms.calendar.NationalHolidays;
import nl.waarborg.terms.calendar.OpeningHoursDeviation;
import nl.waarborg.terms.calendar.OpeningInterval;

/**
 * The calendars that a tenant's terms name. A tenant whose terms deviate in the hours gets a calendar of its own, named after
 * the deviation ({@code AFAS_SLA/support#1a2b3c4d}), on the holidays and deviations of the published one.
 *
 * @param support the hours of the service desk; working days follow it (OP-01)
 * @param calamity the hours of the calamity service, absent where the agreement has none
 */
public record AgreedCalendars(BusinessCalendar support, Optional<BusinessCalendar> calamity) {

    /** The vendors' zone; their hours are local times there. */
    public static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");

    private static final Map<CalendarId, BusinessCalendar> FIRST_VERSIONS = Stream.of(Preset.values())
            .map(Terms::of)
            .flatMap(terms -> Stream.of(Desk.values())
                    .flatMap(desk -> desk.reference(terms).map(id -> desk.firstVersion(terms, id)).stream()))
            .collect(toMap(BusinessCalendar::id, Function.identity()));

    /** A vendor's calendar with the term keys that make it. */
    private enum Desk {
        SUPPORT(
                TermKey.SUPPORT_CALENDAR,
                TermKey.SUPPORT_HOLIDAYS,
                TermKey.SUPPORT_HOURS_MON_THU,
                TermKey.SUPPORT_HOURS_FRI,
                TermKey.SUPPORT_HOURS_WEEKEND),
        CALAMITY(
                TermKey.CALAMITY_CALENDAR,
                TermKey.CALAMITY_HOLIDAYS,
                TermKey.CALAMITY_HOURS_MON_THU,
                TermKey.CALAMITY_HOURS_FRI,
                TermKey.CALAMITY_HOURS_WEEKEND);

        private final TermKey calendar;
        private final TermKey holidays;
        private final TermKey monThu;
        private final TermKey fri;
        private final TermKey weekend;

        Desk(TermKey calendar, TermKey holidays, TermKey monThu, TermKey fri, TermKey weekend) {
            this.calendar = calendar;
            this.holidays = holidays;
            this.monThu = monThu;
            this.fri = fri;
            this.weekend = weekend;
        }

        Optional<CalendarId> reference(Terms terms) {
            return terms.value(calendar, CalendarReference.class).map(CalendarReference::id);
        }

        BusinessCalendar firstVersion(Terms terms, CalendarId id) {
            return new BusinessCalendar(
                    id,
                    1,
                    ZONE,
                    weekly(terms),
                    holidays(terms, NationalHolidays.all().stream().map(OpeningHoursDeviation::closed)),
                    Optional.of(NationalHolidays.PUBLISHED),
                    terms.find(monThu).map(Term::clause).orElse(""));
        }

        /** The published calendar, or the tenant's own when its terms deviate in the hours. */
        Optional<BusinessCalendar> agreed(Terms terms, Function<CalendarId, BusinessCalendar> published) {
            var own = Stream.of(holidays, monThu, fri, weekend)
                    .filter(terms::deviatesIn)
                    .toList();
            return reference(terms)
                    .map(published)
                    .map(calendar -> own.isEmpty() ? calendar : own(terms, calendar, own));
        }

        private BusinessCalendar own(Terms terms, BusinessCalendar published, List<TermKey> own) {
            var name = new StringBuilder();
            own.forEach(key -> name.append(key).append(terms.find(key)));
            var weekly = new EnumMap<DayOfWeek, List<OpeningInterval>>(DayOfWeek.class);
            weekly.putAll(published.weekly());
            own.forEach(key -> weekly.putAll(hours(terms, key)));
            return new BusinessCalendar(
                    new CalendarId(published.id() + "#"
                            + Integer.toHexString(name.toString().hashCode())),
                    published.version(),
                    published.zone(),
                    weekly,
                    holidays(terms, published.deviations().stream()),
                    published.published(),
                    own.stream()
                            .flatMap(key -> terms.find(key).stream())
                            .map(Term::clause)
                            .findFirst()
                            .orElse(published.source()));
        }

        private Map<DayOfWeek, List<OpeningInterval>> weekly(Terms terms) {
            var weekly = new EnumMap<DayOfWeek, List<OpeningInterval>>(DayOfWeek.class);
            Stream.of(monThu, fri, weekend).forEach(key -> weekly.putAll(hours(terms, key)));
            return weekly;
        }

        private Map<DayOfWeek, List<OpeningInterval>> hours(Terms terms, TermKey key) {
            if (key == holidays) {
                return Map.of();
            }
            var hours =
                    terms.value(key, DailyHours.class).map(DailyHours::hours).orElse(List.of());
            var group = key == monThu ? "MON_THU" : key == fri ? "FRI" : "WEEKEND";
            return Forms.days(group).stream().collect(toMap(Function.identity(), day -> hours));
        }

        BusinessCalendar observing(Terms terms, BusinessCalendar calendar, List<OpeningHoursDeviation> days) {
            var published =
                    calendar.deviations().stream().filter(day -> day.cause() == OpeningHoursDeviation.Cause.PUBLISHED);
            return new BusinessCalendar(
                    new CalendarId(calendar.id() + "#own-holidays"),
                    calendar.version(),
                    calendar.zone(),
                    calendar.weekly(),
                    Stream.concat(holidays(terms, days.stream()).stream(), published)
                            .toList(),
                    Optional.empty(),
                    calendar.source());
        }

        private List<OpeningHoursDeviation> holidays(Terms terms, Stream<OpeningHoursDeviation> days) {
            var rule = terms.choice(holidays, HolidayRule.class).orElse(HolidayRule.OPEN);
            return days.filter(day -> day.cause() == OpeningHoursDeviation.Cause.PUBLISHED
                            || switch (rule) {
                                case CLOSED -> true;
                                case CLOSED_IN_WEEKEND ->
                                    WEEKEND.contains(day.date().getDayOfWeek());
                                case OPEN -> false;
                            })
                    .toList();
        }

        private static final Set<DayOfWeek> WEEKEND = Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
    }

    /** The calendars on the versions that this library ships. */
    public static AgreedCalendars of(Terms terms) {
        return of(terms, AgreedCalendars::firstVersion);
    }

    /** The calendars on the versions that the vendor has published meanwhile. */
    public static AgreedCalendars of(Terms terms, Function<CalendarId, BusinessCalendar> published) {
        return new AgreedCalendars(
                Desk.SUPPORT
                        .agreed(terms, published)
                        .orElseThrow(() -> new UnacceptableTerms(TermKey.SUPPORT_CALENDAR.key(), "cannot be absent")),
                Desk.CALAMITY.agreed(terms, published));
    }

    /** The same with another support calendar. */
    public AgreedCalendars withSupport(BusinessCalendar calendar) {
        return new AgreedCalendars(calendar, calamity);
    }

    /**
     * The same with this list of holidays in the place of the published one, observed as the terms say. Whoever brings the list
     * answers for its being complete, so these calendars have no limit in time.
     */
    public AgreedCalendars observing(Terms terms, Collection<Holiday> holidays) {
        var days = holidays.stream().map(OpeningHoursDeviation::closed).toList();
        return new AgreedCalendars(
                Desk.SUPPORT.observing(terms, support, days),
                calamity.map(calendar -> Desk.CALAMITY.observing(terms, calendar, days)));
    }

    /** The names of the calendars that this library ships. */
    public static Set<CalendarId> shipped() {
        return Set.copyOf(FIRST_VERSIONS.keySet());
    }

    /**
     * Version 1 of a shipped calendar.
     *
     * @throws UnacceptableTerms when there is none of this name
     */
    public static BusinessCalendar firstVersion(CalendarId id) {
        var calendar = FIRST_VERSIONS.get(id);
        if (calendar == null) {
            throw new UnacceptableTerms("calendar", "names no calendar: '" + id + "'");
        }
        return calendar;
    }
}

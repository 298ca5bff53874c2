package nl.waarborg.terms.calendar;

import static java.util.stream.Collectors.toMap;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * One version of a vendor's calendar in local time: the hours of a week, and the dated days that replace them (holidays and
 * published deviations; the last one given for a date counts). Immutable; a change is a new version.
 *
 * <p>A calendar with a published range refuses every date outside it; without one it answers for any date. Source: INC-015 to
 * INC-018, INC-023 to INC-025, OP-71.
 */
public final class BusinessCalendar {

    private final CalendarId id;
    private final int version;
    private final ZoneId zone;
    private final Map<DayOfWeek, List<OpeningInterval>> weekly;
    private final List<OpeningHoursDeviation> deviations;
    private final Optional<PublishedRange> published;
    private final String source;
    private final Map<View, OpeningHours> views = new ConcurrentHashMap<>();

    private record View(Set<Channel> channels, Entitlement entitlement) {}

    /**
     * @param source the clause of the weekly hours, such as {@code AFAS §2.2.2 tab. 8}, or empty
     */
    public BusinessCalendar(
            CalendarId id,
            int version,
            ZoneId zone,
            Map<DayOfWeek, List<OpeningInterval>> weekly,
            Collection<OpeningHoursDeviation> deviations,
            Optional<PublishedRange> published,
            String source) {
        this.id = id;
        this.version = version;
        this.zone = zone;
        var week = new EnumMap<DayOfWeek, List<OpeningInterval>>(DayOfWeek.class);
        weekly.forEach((day, hours) -> week.put(day, List.copyOf(hours)));
        this.weekly = Collections.unmodifiableMap(week);
        this.deviations = List.copyOf(deviations.stream()
                .collect(toMap(
                        OpeningHoursDeviation::date, Function.identity(), (earlier, later) -> later, TreeMap::new))
                .values());
        this.published = published;
        this.source = source;
    }

    /** A calendar that a caller brings along, without a limit: weekly hours and the days that replace them. */
    public static BusinessCalendar inline(
            ZoneId zone,
            Map<DayOfWeek, List<OpeningInterval>> weekly,
            Map<LocalDate, List<OpeningInterval>> exceptions) {
        var deviations = exceptions.entrySet().stream()
                .map(day -> new OpeningHoursDeviation(
                        day.getKey(),
                        day.getValue(),
                        OpeningHoursDeviation.Cause.PUBLISHED,
                        day.getValue().isEmpty() ? "closed on this day" : "hours of this day"))
                .toList();
        return new BusinessCalendar(new CalendarId("inline"), 1, zone, weekly, deviations, Optional.empty(), "");
    }

    public CalendarId id() {
        return id;
    }

    public int version() {
        return version;
    }

    public ZoneId zone() {
        return zone;
    }

    public Map<DayOfWeek, List<OpeningInterval>> weekly() {
        return weekly;
    }

    /** In order of date, one per date. */
    public List<OpeningHoursDeviation> deviations() {
        return deviations;
    }

    public Optional<PublishedRange> published() {
        return published;
    }

    public String source() {
        return source;
    }

    /** What a tenant with this entitlement sees, by any channel. */
    public OpeningHours hours(Entitlement entitlement) {
        return hours(entitlement, EnumSet.allOf(Channel.class));
    }

    /** What a tenant with this entitlement sees, by these channels. */
    public OpeningHours hours(Entitlement entitlement, Set<Channel> channels) {
        return views.computeIfAbsent(
                new View(Set.copyOf(channels), entitlement),
                view -> new OpeningHours(this, view.channels(), view.entitlement()));
    }

    /** What everyone sees, by any channel. */
    public OpeningHours hours() {
        return hours(Entitlement.EVERYONE);
    }

    /** The next version, with these days added or replaced (INC-017). */
    public BusinessCalendar deviating(OpeningHoursDeviation... days) {
        var all = new ArrayList<>(deviations);
        all.addAll(Arrays.asList(days));
        return new BusinessCalendar(id, version + 1, zone, weekly, all, published, source);
    }

    String citation() {
        return source.isEmpty() ? "" : " (" + source + ")";
    }

    @Override
    public String toString() {
        return id + " version " + version;
    }
}

package nl.waarborg.calendarforms;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.joining;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import nl.waarborg.eventsourcing.web.Place;
import nl.waarborg.terms.AgreedCalendars;
import nl.waarborg.terms.calendar.BusinessCalendar;
import nl.waarborg.terms.calendar.CalendarId;
import nl.waarborg.terms.calendar.OpeningInterval;

/** A calendar as a caller gives it: the name of a preset's calendar, in version 1, or the calendar itself. */
public sealed interface CalendarForm {

    /** One opening each even second would cost more than it tells. */
    int MOST_INTERVALS = 720;

    String HOURS = "a list of intervals such as [[\"08:00\", \"12:00\"], [\"13:00\", \"24:00\"]]";

    Set<String> ZONES = Set.copyOf(ZoneId.getAvailableZoneIds());

    BusinessCalendar calendar();

    record Named(BusinessCalendar calendar) implements CalendarForm {}

    /** Without a limit in time: whoever brings a calendar answers for its being complete. */
    record Inline(BusinessCalendar calendar) implements CalendarForm {}

    static Optional<CalendarForm> read(Place place) {
        return place.value().isTextual() ? named(place) : inline(place);
    }

    private static Optional<CalendarForm> named(Place place) {
        var names = AgreedCalendars.shipped();
        return place.text().flatMap(text -> names.stream()
                .filter(id -> id.value().equals(text))
                .findFirst()
                .<CalendarForm>map(id -> new Named(AgreedCalendars.firstVersion(id)))
                .or(() -> place.wrong("names no calendar; there are "
                        + names.stream().map(CalendarId::value).sorted().collect(joining(", ")))));
    }

    private static Optional<CalendarForm> inline(Place place) {
        if (!place.value().isObject()) {
            return place.wrong("must be the name of a calendar or an object with zone, weekly and exceptions");
        }
        place.isObjectOf(Set.of("zone", "weekly", "exceptions"));
        var zone = place.required("zone").flatMap(CalendarForm::zone);
        var weekly = place.required("weekly").map(CalendarForm::weekly);
        var exceptions =
                place.optional("exceptions").map(CalendarForm::exceptions).orElse(Map.of());
        return zone.flatMap(z -> weekly.map(week -> new Inline(BusinessCalendar.inline(z, week, exceptions))));
    }

    private static Optional<ZoneId> zone(Place place) {
        return place.text()
                .flatMap(id -> ZONES.contains(id)
                        ? Optional.of(ZoneId.of(id))
                        : place.wrong("must be an IANA time zone such as Europe/Amsterdam"));
    }

    /** Hours by day of the week; a day that is not named has none. */
    static Map<DayOfWeek, List<OpeningInterval>> weekly(Place place) {
        var weekly = new EnumMap<DayOfWeek, List<OpeningInterval>>(DayOfWeek.class);
        place.entries("an object with hours by day of the week").forEach((name, hours) -> Stream.of(DayOfWeek.values())
                .filter(day -> day.name().equals(name))
                .findFirst()
                .or(() -> hours.wrong("is no day; the days are "
                        + Arrays.stream(DayOfWeek.values()).map(DayOfWeek::name).collect(joining(", "))))
                .ifPresent(day -> weekly.put(day, hours(hours))));
        return weekly;
    }

    private static Map<LocalDate, List<OpeningInterval>> exceptions(Place place) {
        var exceptions = new TreeMap<LocalDate, List<OpeningInterval>>();
        place.entries("an object with hours by date").forEach((date, hours) -> {
            try {
                exceptions.put(LocalDate.parse(date), hours(hours));
            } catch (DateTimeException e) {
                hours.wrong("is no date such as 2026-12-25");
            }
        });
        return exceptions;
    }

    /** The hours of one day, in any order, none over another; hours that touch are one opening. */
    static List<OpeningInterval> hours(Place place) {
        record At(Place place, OpeningInterval interval) {}
        var items = place.items(HOURS).orElse(List.of());
        if (items.size() > MOST_INTERVALS) {
            place.wrong("has more than " + MOST_INTERVALS + " intervals");
            return List.of();
        }
        var hours = items.stream()
                .flatMap(item -> interval(item).map(read -> new At(item, read)).stream())
                .sorted(comparing(at -> at.interval().fromSecond()))
                .toList();
        var busyUntil = 0;
        for (var at : hours) {
            if (at.interval().fromSecond() < busyUntil) {
                at.place().wrong("overlaps an interval that starts no later");
            }
            busyUntil = Math.max(busyUntil, at.interval().toSecond());
        }
        return hours.stream().map(At::interval).toList();
    }

    private static Optional<OpeningInterval> interval(Place place) {
        var ends = place.value();
        if (!ends.isArray()
                || ends.size() != 2
                || !ends.get(0).isTextual()
                || !ends.get(1).isTextual()) {
            return place.wrong("must be an interval such as [\"08:00\", \"17:00\"]");
        }
        try {
            return Optional.of(
                    OpeningInterval.of(ends.get(0).textValue(), ends.get(1).textValue()));
        } catch (IllegalArgumentException e) {
            return place.wrong(String.valueOf(e.getMessage()));
        }
    }
}

package nl.waarborg.terms.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import nl.waarborg.terms.calendar.Slice.State;

/** Laws of open time on any week, any exceptions and zones of every kind of change. */
@Tag("properties")
class OpenTimeIsArithmeticTest {

    private static final List<String> ZONES = List.of(
            "Europe/Amsterdam",
            "America/New_York",
            "America/Sao_Paulo",
            "America/Havana",
            "Asia/Beirut",
            "Africa/Cairo",
            "Africa/Casablanca",
            "Antarctica/Troll",
            "Australia/Lord_Howe",
            "Asia/Kathmandu",
            "Pacific/Apia",
            "UTC");

    @Property(tries = 150)
    void open_time_is_what_a_minute_by_minute_look_at_the_wall_clock_counts(
            @ForAll("calendars") BusinessCalendar calendar, @ForAll("starts") Instant start, @ForAll("days") int days) {
        var end = start.plus(days, ChronoUnit.DAYS);
        var counted = 0;
        for (var minute = start; minute.isBefore(end); minute = minute.plusSeconds(60)) {
            counted += wallClockShowsOpen(calendar, minute) ? 1 : 0;
        }
        assertEquals(Duration.ofMinutes(counted), calendar.hours().between(start, end));
    }

    @Property(tries = 100)
    void years_of_open_time_are_what_a_walk_over_the_days_counts(
            @ForAll("starts") Instant start, @ForAll("spansOfYears") int days) {
        var amsterdam = ZoneId.of("Europe/Amsterdam");
        var hours = BusinessCalendar.inline(
                        amsterdam,
                        Map.of(
                                DayOfWeek.MONDAY,
                                List.of(OpeningInterval.of("08:00", "12:00"), OpeningInterval.of("13:00", "17:30")),
                                DayOfWeek.FRIDAY,
                                List.of(OpeningInterval.of("08:00", "16:00"))),
                        Map.of(LocalDate.of(2026, 5, 4), List.of()))
                .hours();
        var first = LocalDate.ofInstant(start, amsterdam);
        var counted = Duration.ZERO;
        for (var day = 0; day < days; day++) {
            counted = counted.plus(
                    switch (first.plusDays(day).getDayOfWeek()) {
                        case MONDAY ->
                            first.plusDays(day).equals(LocalDate.of(2026, 5, 4))
                                    ? Duration.ZERO
                                    : Duration.ofMinutes(510);
                        case FRIDAY -> Duration.ofHours(8);
                        case TUESDAY, WEDNESDAY, THURSDAY, SATURDAY, SUNDAY -> Duration.ZERO;
                    });
        }
        assertEquals(
                counted,
                hours.between(
                        first.atStartOfDay(amsterdam).toInstant(),
                        first.plusDays(days).atStartOfDay(amsterdam).toInstant()));
    }

    @Property
    void what_was_added_is_measured_back(
            @ForAll("calendars") BusinessCalendar calendar,
            @ForAll("instants") Instant start,
            @ForAll("amounts") Duration amount) {
        var hours = calendar.hours();
        var due = hours.add(start, amount);
        assertEquals(amount, hours.between(start, due));
        assertEquals(amount, hours.between(hours.add(start, amount.negated()), start));
    }

    @Property
    void a_deadline_is_never_later_than_needed(
            @ForAll("calendars") BusinessCalendar calendar,
            @ForAll("instants") Instant start,
            @ForAll("amounts") Duration amount) {
        var hours = calendar.hours();
        assertTrue(hours.isOpen(hours.add(start, amount).minusNanos(1)), "its last instant is open");
        assertTrue(hours.isOpen(hours.add(start, amount.negated())), "going back it starts open");
    }

    @Property
    void more_time_is_never_due_earlier(
            @ForAll("calendars") BusinessCalendar calendar,
            @ForAll("instants") Instant start,
            @ForAll("amounts") Duration amount,
            @ForAll("amounts") Duration more) {
        var hours = calendar.hours();
        assertTrue(hours.add(start, amount).isBefore(hours.add(start, amount.plus(more))));
        assertEquals(
                hours.add(start, amount.plus(more)),
                hours.add(hours.add(start, amount), more),
                "in two steps as in one");
    }

    @Property
    void openings_are_inclusive_and_closings_exclusive(
            @ForAll("calendars") BusinessCalendar calendar, @ForAll("instants") Instant moment) {
        var hours = calendar.hours();
        Assume.that(!alwaysOpen(calendar));
        var opening = hours.nextOpening(moment);
        var closing = hours.nextClosing(moment);
        assertTrue(hours.isOpen(opening));
        assertFalse(hours.isOpen(closing));
        assertTrue(hours.isOpen(closing.minusNanos(1)));
        assertTrue(
                hours.isOpen(moment)
                        ? opening.equals(moment)
                        : hours.between(moment, opening).isZero());
        assertTrue(closing.isAfter(moment));

        var lastOpening = hours.previousOpening(moment);
        var lastClosing = hours.previousClosing(moment);
        assertTrue(hours.isOpen(lastOpening));
        assertFalse(hours.isOpen(lastOpening.minusNanos(1)));
        assertFalse(hours.isOpen(lastClosing));
        assertTrue(hours.isOpen(lastClosing.minusNanos(1)));
        assertFalse(lastOpening.isAfter(moment));
        assertFalse(lastClosing.isAfter(moment));
        assertEquals(
                hours.isOpen(moment), lastOpening.isAfter(lastClosing), "the later of both says whether it is open");
    }

    @Property
    void slices_cover_the_span_without_gaps_and_sum_to_its_open_time(
            @ForAll("calendars") BusinessCalendar calendar,
            @ForAll("instants") Instant from,
            @ForAll("days") int days) {
        var hours = calendar.hours();
        var to = from.plus(days, ChronoUnit.DAYS);
        var slices = hours.slices(from, to);
        assertEquals(from, slices.getFirst().from());
        assertEquals(to, slices.getLast().to());
        var open = Duration.ZERO;
        for (var i = 0; i < slices.size(); i++) {
            var slice = slices.get(i);
            assertTrue(slice.from().isBefore(slice.to()));
            assertEquals(slice.state() == State.OPEN, hours.isOpen(slice.from()));
            if (i > 0) {
                assertEquals(slices.get(i - 1).to(), slice.from());
            }
            open = slice.state() == State.OPEN ? open.plus(slice.length()) : open;
        }
        assertEquals(hours.between(from, to), open);
    }

    @Property
    void working_days_are_counted_back_as_they_were_added(
            @ForAll("calendars") BusinessCalendar calendar,
            @ForAll("instants") Instant start,
            @ForAll("days") int days) {
        var hours = calendar.hours();
        var date = LocalDate.ofInstant(start, calendar.zone());
        var later = hours.nthWorkingDay(date, days);
        assertTrue(hours.isWorkingDay(later));
        assertEquals(days, hours.workingDaysBetween(date, later));
        assertEquals(
                days,
                date.datesUntil(later.plusDays(1))
                        .skip(1)
                        .filter(day -> !of(calendar, day).isEmpty())
                        .count());
        var earlier = hours.nthWorkingDay(date, -days);
        assertEquals(
                days,
                earlier.datesUntil(date)
                        .filter(day -> !of(calendar, day).isEmpty())
                        .count());
    }

    @Property
    void a_range_that_runs_backwards_is_refused(
            @ForAll("calendars") BusinessCalendar calendar, @ForAll("instants") Instant start) {
        var hours = calendar.hours();
        assertThrows(CalendarRefusal.ReversedRange.class, () -> hours.between(start, start.minusNanos(1)));
        assertThrows(CalendarRefusal.ReversedRange.class, () -> hours.slices(start, start.minusNanos(1)));
        assertThrows(CalendarRefusal.ReversedRange.class, () -> hours.workingDaysBetween(start, start.minusNanos(1)));
    }

    @Provide
    Arbitrary<BusinessCalendar> calendars() {
        var exceptions = Arbitraries.maps(
                        Arbitraries.integers().between(0, 400).map(day -> LocalDate.of(2025, 12, 1)
                                .plusDays(day)),
                        dayHours())
                .ofMaxSize(12);
        var week = dayHours().list().ofSize(7).filter(days -> days.stream().anyMatch(hours -> !hours.isEmpty()));
        return Combinators.combine(Arbitraries.of(ZONES), week, exceptions).as((zone, days, dated) -> {
            var weekly = new EnumMap<DayOfWeek, List<OpeningInterval>>(DayOfWeek.class);
            for (var day : DayOfWeek.values()) {
                weekly.put(day, days.get(day.getValue() - 1));
            }
            return BusinessCalendar.inline(ZoneId.of(zone), weekly, new HashMap<>(dated));
        });
    }

    /** None to three intervals on whole quarters, which may touch or overlap; sometimes the whole day. */
    private static Arbitrary<List<OpeningInterval>> dayHours() {
        var interval = Arbitraries.integers().between(0, 95).flatMap(from -> Arbitraries.integers()
                .between(from + 1, 96)
                .map(to -> OpeningInterval.of(quarter(from), quarter(to))));
        return Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(6, interval.list().ofMaxSize(3)),
                net.jqwik.api.Tuple.of(1, Arbitraries.just(List.of(OpeningInterval.of("00:00", "24:00")))));
    }

    private static String quarter(int quarter) {
        return "%02d:%02d".formatted(quarter / 4, quarter % 4 * 15);
    }

    /** Whole minutes, so that a minute-by-minute look sees everything. */
    @Provide
    Arbitrary<Instant> starts() {
        return Arbitraries.longs().between(0, 300L * 24 * 60).map(minutes -> Instant.parse("2026-01-05T00:00:00Z")
                .plusSeconds(60 * minutes));
    }

    @Provide
    Arbitrary<Instant> instants() {
        var first = Instant.parse("1900-01-01T00:00:00Z").getEpochSecond();
        var last = Instant.parse("2100-01-01T00:00:00Z").getEpochSecond();
        var near = Arbitraries.longs()
                .between(
                        Instant.parse("2025-11-01T00:00:00Z").getEpochSecond(),
                        Instant.parse("2027-02-01T00:00:00Z").getEpochSecond());
        return Combinators.combine(
                        Arbitraries.oneOf(near, Arbitraries.longs().between(first, last)),
                        Arbitraries.of(0L, 0L, 1L, 999_999_999L, 123_456_789L))
                .as((second, nano) -> Instant.ofEpochSecond(second, nano));
    }

    @Provide
    Arbitrary<Duration> amounts() {
        return Arbitraries.oneOf(
                Arbitraries.longs().between(1, 40L * 60).map(Duration::ofMinutes),
                Arbitraries.longs().between(1, 100_000_000_000_000L).map(Duration::ofNanos),
                Arbitraries.longs().between(1, 20_000).map(Duration::ofHours));
    }

    @Provide
    Arbitrary<Integer> days() {
        return Arbitraries.integers().between(1, 20);
    }

    @Provide
    Arbitrary<Integer> spansOfYears() {
        return Arbitraries.integers().between(1, 20_000);
    }

    private static boolean alwaysOpen(BusinessCalendar calendar) {
        return calendar.weekly().values().stream().noneMatch(hours -> gaps(hours));
    }

    private static boolean gaps(List<OpeningInterval> hours) {
        var covered = new boolean[96];
        for (var interval : hours) {
            java.util.Arrays.fill(covered, interval.fromSecond() / 900, interval.toSecond() / 900, true);
        }
        for (var quarter : covered) {
            if (!quarter) {
                return true;
            }
        }
        return false;
    }

    private static boolean wallClockShowsOpen(BusinessCalendar calendar, Instant moment) {
        var local = moment.atZone(calendar.zone());
        var second = local.toLocalTime().toSecondOfDay();
        return of(calendar, local.toLocalDate()).stream()
                .anyMatch(interval -> interval.fromSecond() <= second && second < interval.toSecond());
    }

    private static List<OpeningInterval> of(BusinessCalendar calendar, LocalDate date) {
        var found = new ArrayList<>(calendar.weekly().getOrDefault(date.getDayOfWeek(), List.of()));
        calendar.deviations().stream().filter(day -> day.date().equals(date)).forEach(day -> {
            found.clear();
            found.addAll(day.hours());
        });
        return found;
    }

    @Property(tries = 50)
    void an_offset_is_a_zone_too(@ForAll("instants") Instant start, @ForAll("amounts") Duration amount) {
        var hours = BusinessCalendar.inline(
                        ZoneOffset.ofHoursMinutes(5, 45),
                        Map.of(DayOfWeek.WEDNESDAY, List.of(OpeningInterval.of("23:00", "24:00"))),
                        Map.of())
                .hours();
        assertEquals(amount, hours.between(start, hours.add(start, amount)));
    }
}

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
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import nl.waarborg.terms.calendar.CalendarRefusal.BeyondPublished;
import nl.waarborg.terms.calendar.CalendarRefusal.NeverHappens;
import nl.waarborg.terms.calendar.Slice.State;
import org.junit.jupiter.api.Test;

/** The edges: midnight, changes of offset, days without hours, calendars that never open or never close. */
class CalendarsFollowTheWallClockTest {

    private static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");

    @Test
    void a_day_of_24_hours_has_23_or_25_where_the_clock_changes() {
        var always = daily("Europe/Amsterdam", "00:00-24:00");
        assertEquals(
                Duration.ofHours(23),
                always.between(Instant.parse("2026-03-28T23:00:00Z"), Instant.parse("2026-03-29T22:00:00Z")));
        assertEquals(
                Duration.ofHours(25),
                always.between(Instant.parse("2026-10-24T22:00:00Z"), Instant.parse("2026-10-25T23:00:00Z")));
    }

    @Test
    void hours_that_the_clock_skips_are_not_open_and_hours_that_it_repeats_are_open_twice() {
        var night = daily("Europe/Amsterdam", "02:00-03:00");
        var spring = Instant.parse("2026-03-29T00:00:00Z");
        assertEquals(Duration.ZERO, night.between(spring, spring.plusSeconds(6 * 3600)));
        var autumn = Instant.parse("2026-10-25T00:00:00Z");
        assertEquals(Duration.ofHours(2), night.between(autumn, autumn.plusSeconds(6 * 3600)));
        assertEquals(Instant.parse("2026-10-25T02:00:00Z"), night.nextClosing(autumn));
    }

    @Test
    void a_night_of_work_is_an_hour_shorter_or_longer_where_the_clock_changes() {
        var night = daily("Europe/Amsterdam", "00:00-06:00", "22:00-24:00");
        assertEquals(
                Instant.parse("2026-03-29T04:00:00Z"),
                night.add(Instant.parse("2026-03-28T21:00:00Z"), Duration.ofHours(7)),
                "from 22:00 to 06:00 are seven hours");
        assertEquals(
                Instant.parse("2026-10-25T05:00:00Z"),
                night.add(Instant.parse("2026-10-24T20:00:00Z"), Duration.ofHours(9)),
                "from 22:00 to 06:00 are nine hours");
    }

    @Test
    void a_day_can_start_at_one_o_clock() {
        var saoPaulo = daily("America/Sao_Paulo", "00:00-02:00");
        var skipped = Instant.parse("2018-11-04T03:00:00Z"); // 00:00 became 01:00
        assertEquals(skipped, saoPaulo.nextOpening(skipped.minusSeconds(3600)));
        assertEquals(Duration.ofHours(1), saoPaulo.between(skipped, skipped.plusSeconds(8 * 3600)));
        assertEquals(
                skipped,
                saoPaulo.addWorkingDays(skipped.minusSeconds(24 * 3600 - 60), 1, WorkingDayStrategy.SAME_CLOCK_TIME)
                        .minusSeconds(60));
    }

    @Test
    void a_day_can_be_missing_altogether() {
        var apia = daily("Pacific/Apia", "09:00-17:00");
        var thursday = ZoneId.of("Pacific/Apia");
        var evening = LocalDate.of(2011, 12, 29).atTime(17, 0).atZone(thursday).toInstant();
        assertEquals(LocalDate.of(2011, 12, 31).atTime(9, 0).atZone(thursday).toInstant(), apia.nextOpening(evening));
    }

    @Test
    void old_offsets_of_odd_seconds_count() {
        var hours = daily("Europe/Amsterdam", "09:00-17:00");
        var old = LocalDate.of(1900, 6, 1);
        assertTrue(hours.isOpen(old.atTime(9, 0).atZone(AMSTERDAM).toInstant()));
        assertFalse(hours.isOpen(old.atTime(9, 0).atZone(AMSTERDAM).toInstant().minusSeconds(1)));
    }

    @Test
    void hours_that_touch_are_one_opening_also_over_midnight() {
        var hours = daily("Europe/Amsterdam", "00:00-06:00", "20:00-22:00", "22:00-24:00");
        var evening = Instant.parse("2026-01-05T20:00:00Z");
        assertEquals(Instant.parse("2026-01-06T05:00:00Z"), hours.nextClosing(evening));
        assertEquals(Instant.parse("2026-01-05T19:00:00Z"), hours.previousOpening(evening));
        assertEquals(Instant.parse("2026-01-05T05:00:00Z"), hours.previousClosing(evening));
    }

    @Test
    void at_closing_sharp_it_is_closed_and_a_used_up_budget_is_due_then() {
        var hours = daily("Europe/Amsterdam", "08:00-17:00");
        var opening = Instant.parse("2026-01-05T07:00:00Z");
        var closing = Instant.parse("2026-01-05T16:00:00Z");
        assertTrue(hours.isOpen(opening));
        assertFalse(hours.isOpen(closing));
        assertEquals(closing, hours.add(opening, Duration.ofHours(9)));
        assertEquals(opening, hours.add(closing, Duration.ofHours(-9)));
        assertEquals(closing, hours.previousClosing(closing));
        assertEquals(opening, hours.nextOpening(opening));
        assertEquals(opening, hours.previousOpening(opening));
        assertEquals(closing, hours.add(closing, Duration.ZERO));
    }

    @Test
    void a_calendar_without_hours_never_opens_and_one_without_gaps_never_closes() {
        var moment = Instant.parse("2026-01-05T16:00:00Z");
        var closed = BusinessCalendar.inline(AMSTERDAM, Map.of(), Map.of()).hours();
        assertFalse(closed.isOpen(moment));
        assertEquals(Duration.ZERO, closed.between(moment, moment.plusSeconds(1_000_000)));
        assertThrows(NeverHappens.class, () -> closed.nextOpening(moment));
        assertThrows(NeverHappens.class, () -> closed.nextClosing(moment));
        assertThrows(NeverHappens.class, () -> closed.previousOpening(moment));
        assertThrows(NeverHappens.class, () -> closed.previousClosing(moment));
        assertThrows(NeverHappens.class, () -> closed.add(moment, Duration.ofHours(1)));
        assertThrows(NeverHappens.class, () -> closed.add(moment, Duration.ofHours(-1)));
        assertThrows(NeverHappens.class, () -> closed.addWorkingDays(moment, 1, WorkingDayStrategy.SAME_CLOCK_TIME));
        var open = daily("Europe/Amsterdam", "00:00-24:00");
        assertThrows(NeverHappens.class, () -> open.nextClosing(moment));
        assertThrows(NeverHappens.class, () -> open.previousOpening(moment));
        assertThrows(NeverHappens.class, () -> open.previousClosing(moment));
        assertEquals(moment.plusSeconds(3600), open.add(moment, Duration.ofHours(1)));
    }

    @Test
    void a_calendar_of_one_opening_ends_after_it() {
        var day = LocalDate.of(2026, 1, 5);
        var once = BusinessCalendar.inline(
                        AMSTERDAM, Map.of(), Map.of(day, List.of(OpeningInterval.of("08:00", "12:00"))))
                .hours();
        var opening = day.atTime(8, 0).atZone(AMSTERDAM).toInstant();
        assertEquals(opening, once.nextOpening(Instant.parse("2020-01-01T00:00:00Z")));
        assertEquals(opening, once.previousOpening(Instant.parse("2030-01-01T00:00:00Z")));
        assertEquals(opening.plusSeconds(4 * 3600), once.add(opening, Duration.ofHours(4)));
        assertThrows(NeverHappens.class, () -> once.add(opening, Duration.ofHours(5)));
        assertThrows(NeverHappens.class, () -> once.nextOpening(opening.plusSeconds(4 * 3600)));
        assertThrows(NeverHappens.class, () -> once.previousClosing(opening));
    }

    @Test
    void a_date_beyond_the_published_holidays_is_refused() {
        var calendar = new BusinessCalendar(
                new CalendarId("test"),
                3,
                AMSTERDAM,
                week("08:00-17:00"),
                List.of(),
                java.util.Optional.of(new PublishedRange(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31))),
                "");
        var hours = calendar.hours();
        var lastHour = Instant.parse("2026-12-31T15:00:00Z");
        assertEquals(Instant.parse("2026-12-31T16:00:00Z"), hours.add(lastHour, Duration.ofHours(1)));
        var refusal = assertThrows(BeyondPublished.class, () -> hours.add(lastHour, Duration.ofHours(2)));
        assertTrue(refusal.getMessage().contains("2026-12-31"), refusal::getMessage);
        assertThrows(BeyondPublished.class, () -> hours.isOpen(Instant.parse("2025-12-31T15:00:00Z")));
        assertThrows(BeyondPublished.class, () -> hours.nextOpening(Instant.parse("2026-12-31T16:00:00Z")));
        assertThrows(BeyondPublished.class, () -> hours.isWorkingDay(LocalDate.of(2027, 1, 1)));
        assertThrows(BeyondPublished.class, () -> hours.slices(lastHour, lastHour.plusSeconds(100_000)));
    }

    @Test
    void nothing_reaches_beyond_year_9999() {
        var hours = daily("Europe/Amsterdam", "08:00-17:00");
        var now = Instant.parse("2026-01-05T16:00:00Z");
        assertThrows(BeyondPublished.class, () -> hours.add(now, Duration.ofDays(10_000_000)));
        assertThrows(BeyondPublished.class, () -> hours.add(now, Duration.ofDays(-10_000_000)));
        assertThrows(BeyondPublished.class, () -> hours.isOpen(Instant.MAX));
        assertEquals(
                Duration.ofDays(365 * 7000).dividedBy(24).multipliedBy(9).toDays() / 1000,
                hours.between(
                                        now,
                                        hours.add(
                                                now,
                                                Duration.ofDays(365 * 7000)
                                                        .dividedBy(24)
                                                        .multipliedBy(9)))
                                .toDays()
                        / 1000);
    }

    @Test
    void a_deviation_replaces_the_weekly_hours_of_its_day_and_gives_the_reason() {
        var calendar = BusinessCalendar.inline(AMSTERDAM, week("08:00-17:00"), Map.of())
                .deviating(
                        new OpeningHoursDeviation(
                                LocalDate.of(2026, 1, 6),
                                List.of(OpeningInterval.of("10:00", "12:00")),
                                OpeningHoursDeviation.Cause.PUBLISHED,
                                "staff day"),
                        OpeningHoursDeviation.closed(new Holiday(LocalDate.of(2026, 1, 7), "Midwinter", "Midwinter")));
        assertEquals(2, calendar.version());
        var slices =
                calendar.hours().slices(Instant.parse("2026-01-05T07:00:00Z"), Instant.parse("2026-01-07T23:00:00Z"));
        assertEquals(
                List.of(
                        "OPEN weekly hours",
                        "CLOSED outside weekly hours",
                        "CLOSED outside deviating hours: staff day",
                        "OPEN deviating hours: staff day",
                        "CLOSED outside deviating hours: staff day",
                        "CLOSED Midwinter"),
                slices.stream()
                        .map(slice -> slice.state() + " " + slice.reason())
                        .toList());
    }

    @Test
    void channels_and_entitlements_see_their_own_hours() {
        var weekly = new EnumMap<DayOfWeek, List<OpeningInterval>>(DayOfWeek.class);
        weekly.put(
                DayOfWeek.FRIDAY,
                List.of(
                        OpeningInterval.parse("06:00-23:00 WEB"),
                        OpeningInterval.parse("08:00-16:00 PHONE FIRST_CLASS")));
        var calendar = BusinessCalendar.inline(AMSTERDAM, weekly, Map.of());
        var friday = Instant.parse("2026-01-09T09:00:00Z");
        assertTrue(calendar.hours().isOpen(friday));
        assertFalse(
                calendar.hours(Entitlement.EVERYONE, EnumSet.of(Channel.PHONE)).isOpen(friday));
        assertTrue(calendar.hours(Entitlement.FIRST_CLASS, EnumSet.of(Channel.PHONE))
                .isOpen(friday));
    }

    @Test
    void hours_must_lie_within_one_day_and_run_forwards() {
        for (var bad : List.of("17:00-08:00", "08:00-08:00", "22:00-24:01", "8:00-17:00", "08:00", "08:00-17:00 FAX")) {
            assertThrows(IllegalArgumentException.class, () -> OpeningInterval.parse(bad), bad);
        }
        assertEquals("22:00-24:00", OpeningInterval.parse("22:00-24:00").toString());
        assertEquals(
                "08:00-16:00 PHONE FIRST_CLASS",
                OpeningInterval.parse("08:00-16:00 PHONE FIRST_CLASS").toString());
    }

    @Test
    void a_slice_of_closed_time_changes_its_reason_at_midnight() {
        var calendar =
                BusinessCalendar.inline(AMSTERDAM, week("08:00-17:00"), Map.of(LocalDate.of(2026, 1, 6), List.of()));
        var slices =
                calendar.hours().slices(Instant.parse("2026-01-05T16:00:00Z"), Instant.parse("2026-01-07T07:00:00Z"));
        assertEquals(
                List.of(
                        new Slice(
                                Instant.parse("2026-01-05T16:00:00Z"),
                                Instant.parse("2026-01-05T23:00:00Z"),
                                State.CLOSED,
                                "outside weekly hours"),
                        new Slice(
                                Instant.parse("2026-01-05T23:00:00Z"),
                                Instant.parse("2026-01-06T23:00:00Z"),
                                State.CLOSED,
                                "closed on this day"),
                        new Slice(
                                Instant.parse("2026-01-06T23:00:00Z"),
                                Instant.parse("2026-01-07T07:00:00Z"),
                                State.CLOSED,
                                "outside weekly hours")),
                slices);
    }

    private static OpeningHours daily(String zone, String... hours) {
        return BusinessCalendar.inline(ZoneId.of(zone), week(hours), Map.of()).hours();
    }

    private static Map<DayOfWeek, List<OpeningInterval>> week(String... hours) {
        var week = new EnumMap<DayOfWeek, List<OpeningInterval>>(DayOfWeek.class);
        for (var day : DayOfWeek.values()) {
            week.put(day, Arrays.stream(hours).map(OpeningInterval::parse).toList());
        }
        return week;
    }
}

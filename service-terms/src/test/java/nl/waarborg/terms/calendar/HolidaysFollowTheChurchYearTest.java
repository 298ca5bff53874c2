package nl.waarborg.terms.calendar;

import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** OP-71: the dated list against a computation that only this test knows. */
class HolidaysFollowTheChurchYearTest {

    @Test
    void every_published_year_holds_exactly_the_holidays_of_the_rule() {
        for (var year = 2015; year <= 2036; year++) {
            assertEquals(expected(year), published(year), "holidays of " + year);
        }
    }

    @Test
    void nothing_outside_the_published_years_is_listed() {
        assertEquals(
                IntStream.rangeClosed(2015, 2036).boxed().collect(toSet()),
                NationalHolidays.all().stream()
                        .map(holiday -> holiday.date().getYear())
                        .collect(toSet()));
    }

    @Test
    void good_friday_is_no_holiday() {
        assertFalse(published(2026).contains(LocalDate.of(2026, 4, 3)));
    }

    @Test
    void liberation_day_is_one_in_lustrum_years_only() {
        assertTrue(published(2025).contains(LocalDate.of(2025, 5, 5)));
        assertFalse(published(2026).contains(LocalDate.of(2026, 5, 5)));
    }

    @Test
    void kings_day_is_moved_from_a_sunday_to_the_saturday_before() {
        assertTrue(published(2025).contains(LocalDate.of(2025, 4, 26)));
        assertFalse(published(2025).contains(LocalDate.of(2025, 4, 27)));
    }

    private static Set<LocalDate> published(int year) {
        return NationalHolidays.all().stream()
                .map(Holiday::date)
                .filter(date -> date.getYear() == year)
                .collect(toSet());
    }

    private static Set<LocalDate> expected(int year) {
        var easter = easter(year);
        var kingsDay = LocalDate.of(year, 4, 27);
        var days = new HashSet<>(Set.of(
                LocalDate.of(year, 1, 1),
                easter,
                easter.plusDays(1),
                kingsDay.getDayOfWeek() == DayOfWeek.SUNDAY ? kingsDay.minusDays(1) : kingsDay,
                easter.plusDays(39),
                easter.plusDays(49),
                easter.plusDays(50),
                LocalDate.of(year, 12, 25),
                LocalDate.of(year, 12, 26)));
        if (year % 5 == 0) {
            days.add(LocalDate.of(year, 5, 5));
        }
        return days;
    }

    /** The ecclesiastical full moon after 20 March by the golden number and the Gregorian corrections, then the next Sunday. */
    private static LocalDate easter(int year) {
        var golden = year % 19;
        var century = year / 100;
        var epact = Math.floorMod(century - century / 4 - (8 * century + 13) / 25 + 19 * golden + 15, 30);
        var moon = epact - (epact / 28) * (1 - (29 / (epact + 1)) * ((21 - golden) / 11));
        var fullMoon = LocalDate.of(year, 3, 21).plusDays(moon);
        return fullMoon.plusDays(7 - fullMoon.getDayOfWeek().getValue() % 7);
    }
}

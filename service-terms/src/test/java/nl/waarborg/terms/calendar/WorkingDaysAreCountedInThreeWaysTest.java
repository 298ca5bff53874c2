package nl.waarborg.terms.calendar;

import static nl.waarborg.terms.Amsterdam.at;
import static nl.waarborg.terms.calendar.WorkingDayStrategy.END_OF_NTH_DAY;
import static nl.waarborg.terms.calendar.WorkingDayStrategy.OPEN_HOURS;
import static nl.waarborg.terms.calendar.WorkingDayStrategy.SAME_CLOCK_TIME;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import nl.waarborg.terms.AgreedCalendars;
import org.junit.jupiter.api.Test;

/** OP-02, on the support hours: 9 hours from Monday to Thursday, 8 on Friday. */
class WorkingDaysAreCountedInThreeWaysTest {

    private static final OpeningHours SUPPORT =
            AgreedCalendars.firstVersion(new CalendarId("AFAS_SLA/support")).hours();

    @Test
    void at_the_same_clock_time_clamped_into_the_hours_of_that_day() {
        assertEquals(at("2026-03-06T15:00"), SUPPORT.addWorkingDays(at("2026-03-05T15:00"), 1, SAME_CLOCK_TIME));
        assertEquals(at("2026-03-06T16:00"), SUPPORT.addWorkingDays(at("2026-03-05T16:30"), 1, SAME_CLOCK_TIME));
        assertEquals(at("2026-03-06T08:00"), SUPPORT.addWorkingDays(at("2026-03-05T06:30"), 1, SAME_CLOCK_TIME));
        assertEquals(at("2026-03-09T10:00"), SUPPORT.addWorkingDays(at("2026-03-07T10:00"), 1, SAME_CLOCK_TIME));
        assertEquals(at("2026-03-04T15:00"), SUPPORT.addWorkingDays(at("2026-03-09T15:00"), -3, SAME_CLOCK_TIME));
        assertEquals(at("2026-03-07T10:00"), SUPPORT.addWorkingDays(at("2026-03-07T10:00"), 0, SAME_CLOCK_TIME));
    }

    @Test
    void at_the_end_of_the_nth_day() {
        assertEquals(at("2026-03-06T16:00"), SUPPORT.addWorkingDays(at("2026-03-05T09:00"), 1, END_OF_NTH_DAY));
        assertEquals(at("2026-03-10T17:00"), SUPPORT.addWorkingDays(at("2026-03-05T09:00"), 3, END_OF_NTH_DAY));
        assertEquals(at("2026-03-04T17:00"), SUPPORT.addWorkingDays(at("2026-03-09T09:00"), -3, END_OF_NTH_DAY));
    }

    @Test
    void by_the_open_hours_of_the_days_that_begin_with_the_start() {
        assertEquals(at("2026-03-09T17:00"), SUPPORT.addWorkingDays(at("2026-03-09T08:00"), 1, OPEN_HOURS));
        assertEquals(at("2026-03-10T10:00"), SUPPORT.addWorkingDays(at("2026-03-09T10:00"), 1, OPEN_HOURS));
        assertEquals(at("2026-03-09T08:30"), SUPPORT.addWorkingDays(at("2026-03-05T16:30"), 1, OPEN_HOURS));
        assertEquals(at("2026-03-13T16:00"), SUPPORT.addWorkingDays(at("2026-03-10T20:00"), 3, OPEN_HOURS));
        assertEquals(at("2026-03-09T08:00"), SUPPORT.addWorkingDays(at("2026-03-09T17:00"), -1, OPEN_HOURS));
    }

    @Test
    void a_day_published_as_closed_is_no_working_day_and_one_with_shortened_hours_is() {
        var calendar = AgreedCalendars.firstVersion(new CalendarId("AFAS_SLA/support"))
                .deviating(
                        new OpeningHoursDeviation(
                                LocalDate.of(2026, 4, 3),
                                List.of(),
                                OpeningHoursDeviation.Cause.PUBLISHED,
                                "Good Friday"),
                        new OpeningHoursDeviation(
                                LocalDate.of(2026, 12, 24),
                                List.of(OpeningInterval.of("08:00", "12:00")),
                                OpeningHoursDeviation.Cause.PUBLISHED,
                                "Christmas Eve"))
                .hours();
        assertEquals(at("2026-04-07T10:00"), calendar.addWorkingDays(at("2026-04-02T10:00"), 1, SAME_CLOCK_TIME));
        assertEquals(at("2026-12-24T12:00"), calendar.addWorkingDays(at("2026-12-23T15:00"), 1, SAME_CLOCK_TIME));
    }

    @Test
    void a_clock_time_in_the_lunch_break_falls_to_the_opening_after_it() {
        var hours = BusinessCalendar.inline(
                        AgreedCalendars.ZONE,
                        Map.of(
                                DayOfWeek.MONDAY,
                                List.of(OpeningInterval.of("08:00", "17:00")),
                                DayOfWeek.TUESDAY,
                                List.of(OpeningInterval.of("08:00", "12:00"), OpeningInterval.of("13:00", "17:00"))),
                        Map.of())
                .hours();
        assertEquals(at("2026-03-10T13:00"), hours.addWorkingDays(at("2026-03-09T12:30"), 1, SAME_CLOCK_TIME));
        assertEquals(at("2026-03-10T12:00"), hours.addWorkingDays(at("2026-03-09T12:00"), 1, SAME_CLOCK_TIME));
    }

    @Test
    void the_days_between_are_those_after_the_first_through_the_last() {
        assertEquals(1, SUPPORT.workingDaysBetween(at("2026-03-05T16:30"), at("2026-03-06T08:00")));
        assertEquals(0, SUPPORT.workingDaysBetween(at("2026-03-06T08:00"), at("2026-03-08T08:00")));
        assertEquals(3, SUPPORT.workingDaysBetween(at("2026-04-02T16:50"), at("2026-04-08T16:50")));
        assertThrows(
                CalendarRefusal.ReversedRange.class,
                () -> SUPPORT.workingDaysBetween(LocalDate.of(2026, 3, 6), LocalDate.of(2026, 3, 5)));
    }
}

package nl.waarborg.systemtests;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Set;

/**
 * The support hours of 2016 and the terms that run on them, written out by hand from the contract (AFAS §2.2.2, §2.2.3) and the
 * calendar of that year, so that they check the product's calendars instead of repeating them.
 */
final class SupportHours2016 {

    static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");

    private static final LocalTime OPENS = LocalTime.of(8, 0);

    /** Easter Monday, King's Day, Ascension, Whit Monday, second Christmas Day; the others fall in weekends. */
    private static final Set<LocalDate> HOLIDAYS = Set.of(
            LocalDate.of(2016, 1, 1),
            LocalDate.of(2016, 3, 28),
            LocalDate.of(2016, 4, 27),
            LocalDate.of(2016, 5, 5),
            LocalDate.of(2016, 5, 16),
            LocalDate.of(2016, 12, 26));

    private SupportHours2016() {}

    /** This moment if support is open, else the next opening (OP-04). */
    static ZonedDateTime start(Instant reported) {
        var local = reported.atZone(ZONE);
        if (isWorkingDay(local.toLocalDate())) {
            if (local.toLocalTime().isBefore(OPENS)) {
                return local.toLocalDate().atTime(OPENS).atZone(ZONE);
            }
            if (local.toLocalTime().isBefore(closes(local.toLocalDate()))) {
                return local;
            }
        }
        return nextWorkingDay(local.toLocalDate()).atTime(OPENS).atZone(ZONE);
    }

    /** The same time of day some working days later, within the hours of that day (OP-02). */
    static Instant workingDaysAfter(ZonedDateTime start, int days) {
        var day = start.toLocalDate();
        for (var i = 0; i < days; i++) {
            day = nextWorkingDay(day);
        }
        var time = start.toLocalTime();
        var closes = closes(day);
        return day.atTime(time.isAfter(closes) ? closes : time).atZone(ZONE).toInstant();
    }

    private static LocalDate nextWorkingDay(LocalDate day) {
        var next = day.plusDays(1);
        while (!isWorkingDay(next)) {
            next = next.plusDays(1);
        }
        return next;
    }

    private static boolean isWorkingDay(LocalDate day) {
        return day.getDayOfWeek().getValue() <= 5 && !HOLIDAYS.contains(day);
    }

    private static LocalTime closes(LocalDate day) {
        return LocalTime.of(day.getDayOfWeek() == DayOfWeek.FRIDAY ? 16 : 17, 0);
    }
}

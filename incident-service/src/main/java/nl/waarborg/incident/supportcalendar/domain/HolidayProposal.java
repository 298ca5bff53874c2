package nl.waarborg.incident.supportcalendar.domain;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import nl.waarborg.terms.calendar.Holiday;

/** The holidays of a year by the rule of OP-71, for a person to look at: clocks only ever use published dates. */
final class HolidayProposal {

    private static final int LUSTRUM = 5;

    private HolidayProposal() {}

    static List<Holiday> of(int year) {
        var easter = easterSunday(year);
        var days = new ArrayList<>(List.of(
                new Holiday(LocalDate.of(year, Month.JANUARY, 1), "New Year's Day", "Nieuwjaarsdag"),
                new Holiday(easter, "Easter Sunday", "Eerste paasdag"),
                new Holiday(easter.plusDays(1), "Easter Monday", "Tweede paasdag"),
                new Holiday(kingsDay(year), "King's Day", "Koningsdag"),
                new Holiday(easter.plusDays(39), "Ascension Day", "Hemelvaartsdag"),
                new Holiday(easter.plusDays(49), "Whit Sunday", "Eerste pinksterdag"),
                new Holiday(easter.plusDays(50), "Whit Monday", "Tweede pinksterdag"),
                new Holiday(LocalDate.of(year, Month.DECEMBER, 25), "Christmas Day", "Eerste kerstdag"),
                new Holiday(LocalDate.of(year, Month.DECEMBER, 26), "Second Day of Christmas", "Tweede kerstdag")));
        if (year % LUSTRUM == 0) {
            days.add(new Holiday(LocalDate.of(year, Month.MAY, 5), "Liberation Day", "Bevrijdingsdag"));
        }
        days.sort(Comparator.comparing(Holiday::date));
        return List.copyOf(days);
    }

    /** 27 April, a day earlier if that is a Sunday. */
    private static LocalDate kingsDay(int year) {
        var day = LocalDate.of(year, Month.APRIL, 27);
        return day.getDayOfWeek() == DayOfWeek.SUNDAY ? day.minusDays(1) : day;
    }

    /** The first Sunday after the ecclesiastical full moon on or after 21 March, in the Gregorian calendar. */
    private static LocalDate easterSunday(int year) {
        var goldenNumber = year % 19;
        var century = year / 100;
        var moonCorrection = (8 * century + 13) / 25;
        var epact = (19 * goldenNumber + century - century / 4 - moonCorrection + 15) % 30;
        var fullMoon = epact - (epact == 29 || (epact == 28 && goldenNumber > 10) ? 1 : 0);
        return LocalDate.of(year, Month.MARCH, 21).plusDays(fullMoon).with(TemporalAdjusters.next(DayOfWeek.SUNDAY));
    }
}

package nl.waarborg.terms.calendar;

import java.time.LocalDate;
import java.util.List;

/**
 * A day whose hours replace the weekly ones (INC-017, AFAS §2.2.2 'afwijkende openingstijden'); no hours means closed.
 *
 * @param reason what the customer is told, such as the name of the holiday
 */
public record OpeningHoursDeviation(LocalDate date, List<OpeningInterval> hours, Cause cause, String reason) {

    /** Why the day deviates. */
    public enum Cause {
        HOLIDAY,
        PUBLISHED
    }

    public OpeningHoursDeviation {
        hours = List.copyOf(hours);
    }

    public static OpeningHoursDeviation closed(Holiday holiday) {
        return new OpeningHoursDeviation(holiday.date(), List.of(), Cause.HOLIDAY, holiday.name());
    }
}

package nl.waarborg.incident.month.domain;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import nl.waarborg.terms.calendar.LocalMonth;

/**
 * Months in local time, half open.
 *
 * @param closeAfterDays how many local days after its end a month is closed
 */
public record MonthBounds(ZoneId zone, int closeAfterDays) {

    public YearMonth of(Instant moment) {
        return LocalMonth.of(moment, zone).month();
    }

    public Instant closes(YearMonth month) {
        return new LocalMonth(month, zone).daysAfterEnd(closeAfterDays);
    }
}

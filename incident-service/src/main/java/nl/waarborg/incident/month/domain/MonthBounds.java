package nl.waarborg.incident.month.domain;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;

/**
 * Months in local time, half open.
 *
 * @param closeAfterDays how many local days after its end a month is closed
 */
public record MonthBounds(ZoneId zone, int closeAfterDays) {

    public YearMonth of(Instant moment) {
        return YearMonth.from(moment.atZone(zone));
    }

    public Instant closes(YearMonth month) {
        return month.plusMonths(1)
                .atDay(1)
                .plusDays(closeAfterDays)
                .atStartOfDay(zone)
                .toInstant();
    }
}

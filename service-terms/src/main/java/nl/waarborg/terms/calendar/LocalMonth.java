package nl.waarborg.terms.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;

/** A month in local time, from its start (inclusive) to the start of the next (exclusive). March has 743 hours, October 745. */
public record LocalMonth(YearMonth month, ZoneId zone) {

    /** The month of a moment. */
    public static LocalMonth of(Instant moment, ZoneId zone) {
        return new LocalMonth(YearMonth.from(moment.atZone(zone)), zone);
    }

    public Instant start() {
        return month.atDay(1).atStartOfDay(zone).toInstant();
    }

    public Instant end() {
        return next().start();
    }

    public LocalMonth next() {
        return new LocalMonth(month.plusMonths(1), zone);
    }

    /** The start of the local day that comes so many days after the month's end. */
    public Instant daysAfterEnd(int days) {
        return next().month.atDay(1).plusDays(days).atStartOfDay(zone).toInstant();
    }

    public Duration length() {
        return Duration.between(start(), end());
    }

    public boolean contains(Instant moment) {
        return !moment.isBefore(start()) && moment.isBefore(end());
    }
}

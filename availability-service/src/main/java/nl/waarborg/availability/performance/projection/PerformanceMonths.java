package nl.waarborg.availability.performance.projection;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import nl.waarborg.availability.performance.storage.PerformanceEventTypes;
import nl.waarborg.eventsourcing.Deadline;
import nl.waarborg.eventsourcing.StreamId;
import nl.waarborg.terms.calendar.LocalMonth;

/**
 * When months are closed. The key of the deadlines is provider/month.
 *
 * @param closeAfterDays how many local days after its end
 */
public record PerformanceMonths(ZoneId zone, int closeAfterDays) {

    public static final String CLOSE = "close-performance-month";
    public static final String CORRECT = "correct-performance-month";

    public Instant closes(YearMonth month) {
        return new LocalMonth(month, zone).daysAfterEnd(closeAfterDays);
    }

    Deadline closing(String provider, YearMonth month) {
        return new Deadline(
                CLOSE,
                PerformanceEventTypes.month(provider, month),
                provider + '/' + month,
                StreamId.PLATFORM,
                closes(month));
    }
}

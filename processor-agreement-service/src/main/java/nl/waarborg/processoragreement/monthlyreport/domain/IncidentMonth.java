package nl.waarborg.processoragreement.monthlyreport.domain;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The incidents reported in a month as incident-service closed or corrected it.
 *
 * @param perPriority {@code NONE} for those without one
 * @param handledWithinTermShare percent of all submitted, rounded down; null without the term or without incidents
 * @param leadTimes from report to handled; null if none was handled
 * @param settledAt when it was closed or corrected
 */
public record IncidentMonth(
        YearMonth month,
        int submitted,
        int handled,
        int lapsed,
        int open,
        SortedMap<String, PriorityCount> perPriority,
        @Nullable BigDecimal handledWithinTermShare,
        @Nullable LeadTimes leadTimes,
        Instant settledAt)
        implements ClosedMonth {

    public IncidentMonth {
        perPriority = new TreeMap<>(perPriority);
    }

    public record PriorityCount(int count, int responseMet, int responseMissed, int recoveryMet, int recoveryMissed) {}

    /**
     * @param net without the time in which the vendor waited for another
     * @param business open time of the support calendar
     */
    public record LeadTimes(Spread elapsed, Spread net, Spread business) {}

    /** Whole seconds. */
    public record Spread(long meanSeconds, long medianSeconds, long longestSeconds) {}
}

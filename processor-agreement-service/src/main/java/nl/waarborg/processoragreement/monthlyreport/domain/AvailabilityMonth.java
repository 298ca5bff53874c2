package nl.waarborg.processoragreement.monthlyreport.domain;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A customer's month as availability-service closed or corrected it. Percentages are rounded down to two decimals.
 *
 * @param availability null where nothing was measured
 * @param floor null where none is agreed
 * @param coverage percent of the time that was measured
 * @param outageCount disruptions that touched the month
 * @param maintenanceCount times of maintenance
 * @param components by name
 * @param settledAt when it was closed or corrected
 */
public record AvailabilityMonth(
        YearMonth month,
        @Nullable BigDecimal availability,
        @Nullable BigDecimal floor,
        @Nullable Boolean floorMet,
        BigDecimal coverage,
        int outageCount,
        int maintenanceCount,
        SortedMap<String, ComponentSeconds> components,
        Instant settledAt)
        implements ClosedMonth {

    public AvailabilityMonth {
        components = new TreeMap<>(components);
    }

    /**
     * Whole seconds.
     *
     * @param excluded down, and left out of the count
     * @param unmeasured neither up nor down
     */
    public record ComponentSeconds(long down, long excluded, long unmeasured) {}
}

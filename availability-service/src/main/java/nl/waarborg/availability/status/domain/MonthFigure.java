package nl.waarborg.availability.status.domain;

import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * What a closed month came to, as the report says it.
 *
 * @param availability percentage with two decimals, rounded down (OP-27); null where nothing was measured
 * @param floor the promised lower limit; null where none was agreed
 */
public record MonthFigure(
        YearMonth month,
        @Nullable String availability,
        @Nullable String floor,
        @Nullable Boolean met,
        int outages,
        int maintenances) {}

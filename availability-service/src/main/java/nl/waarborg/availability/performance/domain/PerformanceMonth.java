package nl.waarborg.availability.performance.domain;

import java.time.YearMonth;
import java.util.Set;

/** What the rules must know of a month. */
public sealed interface PerformanceMonth {

    record Running() implements PerformanceMonth {}

    /** @param latest the figures as closed or last corrected */
    record Closed(
            String provider,
            YearMonth month,
            PerformanceFigures latest,
            PerformanceTargets targets,
            Set<PerformanceTarget> missed)
            implements PerformanceMonth {}
}

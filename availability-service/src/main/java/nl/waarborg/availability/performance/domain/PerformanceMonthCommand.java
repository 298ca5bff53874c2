package nl.waarborg.availability.performance.domain;

import java.time.Instant;
import java.time.YearMonth;

/** What happens to a month by itself. Times are business times, UTC. */
public sealed interface PerformanceMonthCommand {

    /** @param closesAt before it nothing is closed */
    record ClosePerformanceMonth(
            String provider,
            YearMonth month,
            PerformanceFigures figures,
            PerformanceTargets targets,
            Instant closesAt,
            Instant at)
            implements PerformanceMonthCommand {}

    record CorrectPerformanceMonth(PerformanceFigures figures, Instant at) implements PerformanceMonthCommand {}
}

package nl.waarborg.availability.performance.domain;

import java.time.Instant;
import java.time.YearMonth;

/** Stored forever. Changing a component needs an upcaster and a new sample in stored-events. */
public sealed interface PerformanceMonthEvent {

    String provider();

    YearMonth month();

    /** @param targets as they were agreed: a later change of terms does not touch the month */
    record PerformanceMonthClosed(
            String provider, YearMonth month, PerformanceFigures figures, PerformanceTargets targets, Instant at)
            implements PerformanceMonthEvent {}

    /** The closed month stays as it was closed; this stands beside it. */
    record PerformanceMonthCorrected(String provider, YearMonth month, PerformanceFigures figures, Instant at)
            implements PerformanceMonthEvent {}

    record PerformanceTargetMissed(String provider, YearMonth month, PerformanceTarget target, Instant at)
            implements PerformanceMonthEvent {}

    /** By the corrected figures it was kept after all. */
    record PerformanceTargetMissWithdrawn(String provider, YearMonth month, PerformanceTarget target, Instant at)
            implements PerformanceMonthEvent {}
}

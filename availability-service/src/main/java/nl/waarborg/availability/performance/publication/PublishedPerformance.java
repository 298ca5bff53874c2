package nl.waarborg.availability.performance.publication;

import java.time.Instant;
import java.time.YearMonth;
import nl.waarborg.availability.performance.domain.PerformanceFigures;
import nl.waarborg.availability.performance.domain.PerformanceMonthEvent;
import nl.waarborg.availability.performance.domain.PerformanceMonthEvent.PerformanceMonthClosed;
import nl.waarborg.availability.performance.domain.PerformanceMonthEvent.PerformanceMonthCorrected;
import nl.waarborg.availability.performance.domain.PerformanceMonthEvent.PerformanceTargetMissWithdrawn;
import nl.waarborg.availability.performance.domain.PerformanceMonthEvent.PerformanceTargetMissed;
import nl.waarborg.eventsourcing.PublishedEvent;

/** A section of the vendor's service report is made of it. */
public final class PublishedPerformance {

    private static final String TYPE = "nl.waarborg.availability.performance-";

    private PublishedPerformance() {}

    /** @param month such as {@code 2026-03}, local time */
    record MonthV1(String provider, String month, PerformanceFigures figures, Instant at) {}

    record TargetV1(String provider, String month, String target, String rule, Instant at) {}

    public static PublishedEvent from(PerformanceMonthEvent event) {
        return switch (event) {
            case PerformanceMonthClosed e ->
                new PublishedEvent(TYPE + "month-closed.v1", month(e.provider(), e.month(), e.figures(), e.at()));
            case PerformanceMonthCorrected e ->
                new PublishedEvent(TYPE + "month-corrected.v1", month(e.provider(), e.month(), e.figures(), e.at()));
            case PerformanceTargetMissed e ->
                new PublishedEvent(
                        TYPE + "target-missed.v1",
                        new TargetV1(
                                e.provider(),
                                e.month().toString(),
                                e.target().name(),
                                e.target().rule(),
                                e.at()));
            case PerformanceTargetMissWithdrawn e ->
                new PublishedEvent(
                        TYPE + "target-miss-withdrawn.v1",
                        new TargetV1(
                                e.provider(),
                                e.month().toString(),
                                e.target().name(),
                                e.target().rule(),
                                e.at()));
        };
    }

    private static MonthV1 month(String provider, YearMonth month, PerformanceFigures figures, Instant at) {
        return new MonthV1(provider, month.toString(), figures, at);
    }
}

package nl.waarborg.availability.month.domain;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.UUID;
import nl.waarborg.eventsourcing.Personal;
import org.jspecify.annotations.Nullable;

/**
 * Stored forever. Changing a component needs an upcaster and a new sample in stored-events. A month is of a vendor's platform, or of one
 * customer: then its stream is that customer's.
 */
public sealed interface AvailabilityMonthEvent {

    String provider();

    /** Local. */
    YearMonth month();

    record AvailabilityMonthClosed(String provider, YearMonth month, AvailabilityFigures figures, Instant at)
            implements AvailabilityMonthEvent {}

    /** A report of its own; the closed month stays as it was closed. */
    record AvailabilityMonthCorrected(String provider, YearMonth month, AvailabilityFigures figures, Instant at)
            implements AvailabilityMonthEvent {}

    /** From now on an improvement plan is due (AVL-003, AVL-010, OP-38). */
    record AvailabilityFloorMissed(
            String provider, YearMonth month, BigDecimal availability, BigDecimal floor, Instant at)
            implements AvailabilityMonthEvent {}

    /** A correction showed that the floor was met after all. */
    record AvailabilityFloorMissWithdrawn(String provider, YearMonth month, Instant at)
            implements AvailabilityMonthEvent {}

    record ImprovementPlanDrafted(String provider, YearMonth month, String measures, @Nullable UUID by, Instant at)
            implements AvailabilityMonthEvent {}

    record ImprovementPlanPublished(String provider, YearMonth month, @Nullable UUID by, Instant publishedAt)
            implements AvailabilityMonthEvent {}

    /** Of a customer's month (AVL-009). */
    record AvailabilityDisputed(
            String provider,
            YearMonth month,
            UUID disputeId,
            @Personal @Nullable String claim,
            @Nullable UUID by,
            Instant at)
            implements AvailabilityMonthEvent {}

    /** @param evidence the vendor's measurements as they stood, which are decisive */
    record AvailabilityDisputeSettled(
            String provider,
            YearMonth month,
            UUID disputeId,
            Settlement outcome,
            @Personal @Nullable String explanation,
            AvailabilityFigures evidence,
            @Nullable UUID by,
            Instant at)
            implements AvailabilityMonthEvent {}
}

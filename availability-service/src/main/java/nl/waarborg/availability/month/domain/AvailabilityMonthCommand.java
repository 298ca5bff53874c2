package nl.waarborg.availability.month.domain;

import java.time.Instant;
import java.time.YearMonth;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the clock, operators and customers ask of one month. */
public sealed interface AvailabilityMonthCommand {

    String provider();

    YearMonth month();

    /**
     * @param figures facts: as far as known now
     * @param ofPlatform false for a customer's month, whose figures are information (OP-25)
     * @param closesAt a fact: from when the month may be closed, UTC
     */
    record CloseAvailabilityMonth(
            String provider,
            YearMonth month,
            AvailabilityFigures figures,
            boolean ofPlatform,
            Instant closesAt,
            Instant at)
            implements AvailabilityMonthCommand {}

    /** Something became known about a month that was closed. */
    record CorrectAvailabilityMonth(
            String provider, YearMonth month, AvailabilityFigures figures, boolean ofPlatform, Instant at)
            implements AvailabilityMonthCommand {}

    record DraftImprovementPlan(String provider, YearMonth month, String measures, @Nullable UUID by, Instant at)
            implements AvailabilityMonthCommand {}

    record PublishImprovementPlan(String provider, YearMonth month, @Nullable UUID by, Instant at)
            implements AvailabilityMonthCommand {}

    record DisputeAvailability(
            String provider, YearMonth month, UUID disputeId, String claim, @Nullable UUID by, Instant at)
            implements AvailabilityMonthCommand {}

    record SettleAvailabilityDispute(
            String provider,
            YearMonth month,
            UUID disputeId,
            Settlement outcome,
            String explanation,
            @Nullable UUID by,
            Instant at)
            implements AvailabilityMonthCommand {}
}

package nl.waarborg.availability.month.publication;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import nl.waarborg.availability.month.domain.AvailabilityFigures;
import nl.waarborg.availability.month.domain.AvailabilityMonthEvent;
import nl.waarborg.availability.month.domain.AvailabilityMonthEvent.AvailabilityDisputeSettled;
import nl.waarborg.availability.month.domain.AvailabilityMonthEvent.AvailabilityDisputed;
import nl.waarborg.availability.month.domain.AvailabilityMonthEvent.AvailabilityFloorMissWithdrawn;
import nl.waarborg.availability.month.domain.AvailabilityMonthEvent.AvailabilityFloorMissed;
import nl.waarborg.availability.month.domain.AvailabilityMonthEvent.AvailabilityMonthClosed;
import nl.waarborg.availability.month.domain.AvailabilityMonthEvent.AvailabilityMonthCorrected;
import nl.waarborg.availability.month.domain.AvailabilityMonthEvent.ImprovementPlanDrafted;
import nl.waarborg.availability.month.domain.AvailabilityMonthEvent.ImprovementPlanPublished;
import nl.waarborg.eventsourcing.PublishedEvent;
import nl.waarborg.eventsourcing.RecordedEvent;
import nl.waarborg.eventsourcing.StreamId;

/** A section of the vendor's service report is made of it (AFAS §2.6.2, AVL-047). */
public final class PublishedAvailabilityMonth {

    private static final String TYPE = "nl.waarborg.availability.";

    private PublishedAvailabilityMonth() {}

    enum Scope {
        PLATFORM,
        TENANT
    }

    /** @param month such as {@code 2026-03}, local time */
    record MonthV1(String provider, String month, Scope scope, AvailabilityFigures figures, Instant at) {}

    record FloorMissedV1(String provider, String month, BigDecimal availability, BigDecimal floor, Instant at) {}

    public static Optional<PublishedEvent> from(RecordedEvent<?> recorded, AvailabilityMonthEvent event) {
        var scope = recorded.tenant().equals(StreamId.PLATFORM) ? Scope.PLATFORM : Scope.TENANT;
        var month = event.month().toString();
        return switch (event) {
            case AvailabilityMonthClosed e ->
                of("month-closed", new MonthV1(e.provider(), month, scope, e.figures(), e.at()));
            case AvailabilityMonthCorrected e ->
                of("month-corrected", new MonthV1(e.provider(), month, scope, e.figures(), e.at()));
            case AvailabilityFloorMissed e ->
                of("floor-missed", new FloorMissedV1(e.provider(), month, e.availability(), e.floor(), e.at()));
            // The correction of the month says it.
            case AvailabilityFloorMissWithdrawn _,
                    ImprovementPlanDrafted _,
                    ImprovementPlanPublished _,
                    AvailabilityDisputed _,
                    AvailabilityDisputeSettled _ -> Optional.empty();
        };
    }

    private static Optional<PublishedEvent> of(String name, Object data) {
        return Optional.of(new PublishedEvent(TYPE + name + ".v1", data));
    }
}

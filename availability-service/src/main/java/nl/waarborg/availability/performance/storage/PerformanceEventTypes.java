package nl.waarborg.availability.performance.storage;

import java.time.YearMonth;
import java.util.UUID;
import nl.waarborg.availability.performance.domain.ComplaintEvent;
import nl.waarborg.availability.performance.domain.ComplaintEvent.PerformanceComplaintLinked;
import nl.waarborg.availability.performance.domain.ComplaintEvent.PerformanceComplaintUnlinked;
import nl.waarborg.availability.performance.domain.ImprovementEvent;
import nl.waarborg.availability.performance.domain.ImprovementEvent.PerformanceImprovementRecorded;
import nl.waarborg.availability.performance.domain.PerformanceMonthEvent;
import nl.waarborg.availability.performance.domain.PerformanceMonthEvent.PerformanceMonthClosed;
import nl.waarborg.availability.performance.domain.PerformanceMonthEvent.PerformanceMonthCorrected;
import nl.waarborg.availability.performance.domain.PerformanceMonthEvent.PerformanceTargetMissWithdrawn;
import nl.waarborg.availability.performance.domain.PerformanceMonthEvent.PerformanceTargetMissed;
import nl.waarborg.eventsourcing.EventTypes;
import nl.waarborg.eventsourcing.StreamId;

/** Names under which the events about performance are stored, for ever. */
public final class PerformanceEventTypes {

    public static final EventTypes<PerformanceMonthEvent> MONTH_EVENTS = new EventTypes<>(
                    "performance-month", PerformanceMonthEvent.class)
            .type("performance-month-closed", PerformanceMonthClosed.class)
            .type("performance-month-corrected", PerformanceMonthCorrected.class)
            .type("performance-target-missed", PerformanceTargetMissed.class)
            .type("performance-target-miss-withdrawn", PerformanceTargetMissWithdrawn.class);

    public static final EventTypes<ComplaintEvent> COMPLAINT_EVENTS = new EventTypes<>(
                    "performance-complaint", ComplaintEvent.class)
            .type("performance-complaint-linked", PerformanceComplaintLinked.class)
            .type("performance-complaint-unlinked", PerformanceComplaintUnlinked.class);

    public static final EventTypes<ImprovementEvent> IMPROVEMENT_EVENTS = new EventTypes<>(
                    "performance-improvement", ImprovementEvent.class)
            .type("performance-improvement-recorded", PerformanceImprovementRecorded.class);

    private PerformanceEventTypes() {}

    public static StreamId month(String provider, YearMonth month) {
        return StreamId.natural(MONTH_EVENTS.category(), StreamId.PLATFORM, provider + '/' + month);
    }

    public static StreamId complaint(UUID tenant, UUID incident) {
        return StreamId.natural(COMPLAINT_EVENTS.category(), tenant, incident.toString());
    }

    public static StreamId improvement(UUID improvement) {
        return new StreamId(IMPROVEMENT_EVENTS.category(), improvement);
    }
}

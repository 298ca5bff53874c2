package nl.waarborg.availability.month.storage;

import java.time.YearMonth;
import java.util.UUID;
import nl.waarborg.availability.month.domain.AvailabilityMonthEvent;
import nl.waarborg.availability.month.domain.AvailabilityMonthEvent.AvailabilityDisputeSettled;
import nl.waarborg.availability.month.domain.AvailabilityMonthEvent.AvailabilityDisputed;
import nl.waarborg.availability.month.domain.AvailabilityMonthEvent.AvailabilityFloorMissWithdrawn;
import nl.waarborg.availability.month.domain.AvailabilityMonthEvent.AvailabilityFloorMissed;
import nl.waarborg.availability.month.domain.AvailabilityMonthEvent.AvailabilityMonthClosed;
import nl.waarborg.availability.month.domain.AvailabilityMonthEvent.AvailabilityMonthCorrected;
import nl.waarborg.availability.month.domain.AvailabilityMonthEvent.ImprovementPlanDrafted;
import nl.waarborg.availability.month.domain.AvailabilityMonthEvent.ImprovementPlanPublished;
import nl.waarborg.availability.month.domain.BurnRateEvent;
import nl.waarborg.availability.month.domain.BurnRateEvent.BurnRateAlertChanged;
import nl.waarborg.availability.month.domain.BurnRateEvent.BurnRateAlertEnded;
import nl.waarborg.availability.month.domain.BurnRateEvent.BurnRateAlertStarted;
import nl.waarborg.eventsourcing.EventTypes;
import nl.waarborg.eventsourcing.StreamId;

/** Names under which the events of months and error budgets are stored, for ever. */
public final class AvailabilityMonthEventTypes {

    public static final EventTypes<AvailabilityMonthEvent> MONTH_EVENTS = new EventTypes<>(
                    "availability-month", AvailabilityMonthEvent.class)
            .type("availability-month-closed", AvailabilityMonthClosed.class)
            .type("availability-month-corrected", AvailabilityMonthCorrected.class)
            .type("availability-floor-missed", AvailabilityFloorMissed.class)
            .type("availability-floor-miss-withdrawn", AvailabilityFloorMissWithdrawn.class)
            .type("improvement-plan-drafted", ImprovementPlanDrafted.class)
            .type("improvement-plan-published", ImprovementPlanPublished.class)
            .type("availability-disputed", AvailabilityDisputed.class)
            .type("availability-dispute-settled", AvailabilityDisputeSettled.class);

    public static final EventTypes<BurnRateEvent> BURN_RATE_EVENTS = new EventTypes<>("burn-rate", BurnRateEvent.class)
            .type("burn-rate-alert-started", BurnRateAlertStarted.class)
            .type("burn-rate-alert-changed", BurnRateAlertChanged.class)
            .type("burn-rate-alert-ended", BurnRateAlertEnded.class);

    private AvailabilityMonthEventTypes() {}

    /** @param tenant the customer, or the nil tenant for the vendor's platform */
    public static StreamId month(String provider, UUID tenant, YearMonth month) {
        return StreamId.natural(MONTH_EVENTS.category(), tenant, provider + '/' + month);
    }

    public static StreamId burnRate(String provider) {
        return StreamId.natural(BURN_RATE_EVENTS.category(), StreamId.PLATFORM, provider);
    }
}

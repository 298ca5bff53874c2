package nl.waarborg.availability.month;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import nl.waarborg.availability.month.automation.BurnRateSettings;
import nl.waarborg.availability.month.automation.WhenBudgetBurnsThenAlert;
import nl.waarborg.availability.month.automation.WhenClosedMonthChangedThenCorrect;
import nl.waarborg.availability.month.automation.WhenMonthEndedThenClose;
import nl.waarborg.availability.month.domain.AvailabilityMonth;
import nl.waarborg.availability.month.domain.AvailabilityMonthCommand;
import nl.waarborg.availability.month.domain.AvailabilityMonthDecider;
import nl.waarborg.availability.month.domain.AvailabilityMonthEvent;
import nl.waarborg.availability.month.domain.BurnRateAlert;
import nl.waarborg.availability.month.domain.BurnRateCommand;
import nl.waarborg.availability.month.domain.BurnRateDecider;
import nl.waarborg.availability.month.domain.BurnRateEvent;
import nl.waarborg.availability.month.domain.MonthBounds;
import nl.waarborg.availability.month.projection.AvailabilityMonthsProjection;
import nl.waarborg.availability.month.projection.BurnRateProjection;
import nl.waarborg.availability.month.projection.BurnRateSchedule;
import nl.waarborg.availability.month.projection.CountedMaintenanceProjection;
import nl.waarborg.availability.month.projection.CountedOutagesProjection;
import nl.waarborg.availability.month.projection.CountedPatchesProjection;
import nl.waarborg.availability.month.projection.FirstMonthProjection;
import nl.waarborg.availability.month.projection.MonthDeadlines;
import nl.waarborg.availability.month.projection.MonthlyAvailability;
import nl.waarborg.availability.month.publication.PublishedAvailabilityMonth;
import nl.waarborg.availability.month.storage.AvailabilityMonthEventTypes;
import nl.waarborg.eventsourcing.CommandHandler;
import nl.waarborg.eventsourcing.DeadlineHandler;
import nl.waarborg.eventsourcing.EventTypes;
import nl.waarborg.eventsourcing.PersonalData;
import nl.waarborg.eventsourcing.Projection;
import nl.waarborg.eventsourcing.PublishedEvent;
import nl.waarborg.eventsourcing.RecordedEvent;
import nl.waarborg.eventsourcing.service.Aggregate;
import nl.waarborg.eventsourcing.service.CommandHandlers;
import nl.waarborg.terms.AgreedCalendars;

/** Months of availability, closed and corrected, with plans and disputes, and the error budget (AVL-001 to AVL-003, AVL-009, AVL-010). */
@ApplicationScoped
class MonthAggregate implements Aggregate {

    private final CommandHandler<AvailabilityMonthCommand, AvailabilityMonth, AvailabilityMonthEvent> months;
    private final CommandHandler<BurnRateCommand, BurnRateAlert, BurnRateEvent> alerts;
    private final MonthlyAvailability availability;
    private final BurnRateSchedule schedule;
    private final BurnRateSettings settings;
    private final MonthBounds bounds;
    private final PersonalData personal;
    private final InstantSource clock;

    MonthAggregate(
            CommandHandler<AvailabilityMonthCommand, AvailabilityMonth, AvailabilityMonthEvent> months,
            CommandHandler<BurnRateCommand, BurnRateAlert, BurnRateEvent> alerts,
            MonthlyAvailability availability,
            BurnRateSchedule schedule,
            BurnRateSettings settings,
            MonthBounds bounds,
            PersonalData personal,
            InstantSource clock) {
        this.months = months;
        this.alerts = alerts;
        this.availability = availability;
        this.schedule = schedule;
        this.settings = settings;
        this.bounds = bounds;
        this.personal = personal;
        this.clock = clock;
    }

    @Produces
    @ApplicationScoped
    static CommandHandler<AvailabilityMonthCommand, AvailabilityMonth, AvailabilityMonthEvent> months(
            CommandHandlers handlers) {
        return handlers.of(new AvailabilityMonthDecider(), AvailabilityMonthEventTypes.MONTH_EVENTS);
    }

    @Produces
    @ApplicationScoped
    static CommandHandler<BurnRateCommand, BurnRateAlert, BurnRateEvent> alerts(CommandHandlers handlers) {
        return handlers.of(new BurnRateDecider(), AvailabilityMonthEventTypes.BURN_RATE_EVENTS);
    }

    @Produces
    @Singleton
    static MonthBounds bounds(MonthSettings settings) {
        return new MonthBounds(AgreedCalendars.ZONE, settings.closeAfterDays());
    }

    @Override
    public List<EventTypes<?>> eventTypes() {
        return List.of(AvailabilityMonthEventTypes.MONTH_EVENTS, AvailabilityMonthEventTypes.BURN_RATE_EVENTS);
    }

    @Override
    public List<Projection<?>> projections() {
        return List.of(
                new CountedOutagesProjection(bounds),
                new CountedMaintenanceProjection(bounds),
                new CountedPatchesProjection(bounds),
                new FirstMonthProjection(bounds),
                new AvailabilityMonthsProjection(personal, bounds),
                new BurnRateProjection());
    }

    @Override
    public Optional<PublishedEvent> publish(RecordedEvent<?> recorded) {
        return recorded.event() instanceof AvailabilityMonthEvent event
                ? PublishedAvailabilityMonth.from(recorded, event)
                : Optional.empty();
    }

    @Override
    public List<DeadlineHandler> deadlineHandlers() {
        var correction = new WhenClosedMonthChangedThenCorrect(MonthDeadlines.CORRECT, months, availability, bounds);
        return List.of(
                new WhenMonthEndedThenClose(MonthDeadlines.CLOSE, months, availability, bounds, correction),
                new WhenMonthEndedThenClose(MonthDeadlines.CLOSE_OF_TENANT, months, availability, bounds, correction),
                correction,
                new WhenClosedMonthChangedThenCorrect(
                        MonthDeadlines.CORRECT_AFTER_SAMPLES, months, availability, bounds),
                new WhenBudgetBurnsThenAlert(alerts, availability, schedule, settings, clock));
    }
}

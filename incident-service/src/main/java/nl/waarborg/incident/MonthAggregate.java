package nl.waarborg.incident;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import nl.waarborg.eventsourcing.CommandHandler;
import nl.waarborg.eventsourcing.DeadlineHandler;
import nl.waarborg.eventsourcing.EventTypes;
import nl.waarborg.eventsourcing.PersonalData;
import nl.waarborg.eventsourcing.Projection;
import nl.waarborg.eventsourcing.PublishedEvent;
import nl.waarborg.eventsourcing.RecordedEvent;
import nl.waarborg.eventsourcing.service.Aggregate;
import nl.waarborg.eventsourcing.service.CommandHandlers;
import nl.waarborg.incident.month.MonthSettings;
import nl.waarborg.incident.month.automation.WhenClosedMonthChangedThenCorrect;
import nl.waarborg.incident.month.automation.WhenMonthEndedThenClose;
import nl.waarborg.incident.month.domain.IncidentMonth;
import nl.waarborg.incident.month.domain.IncidentMonthCommand;
import nl.waarborg.incident.month.domain.IncidentMonthDecider;
import nl.waarborg.incident.month.domain.IncidentMonthEvent;
import nl.waarborg.incident.month.domain.MonthBounds;
import nl.waarborg.incident.month.projection.IncidentFigures;
import nl.waarborg.incident.month.projection.IncidentFiguresProjection;
import nl.waarborg.incident.month.projection.IncidentMonthsProjection;
import nl.waarborg.incident.month.publication.PublishedIncidentMonth;
import nl.waarborg.incident.month.storage.IncidentMonthEventTypes;
import nl.waarborg.tenants.projection.AgreedWithTenants;
import nl.waarborg.terms.AgreedCalendars;

/** Months of incidents, closed and corrected (INC-043, INC-062, OP-20). */
@ApplicationScoped
class MonthAggregate implements Aggregate {

    private final CommandHandler<IncidentMonthCommand, IncidentMonth, IncidentMonthEvent> months;
    private final IncidentFigures figures;
    private final AgreedWithTenants tenants;
    private final PersonalData personal;
    private final MonthBounds bounds;

    MonthAggregate(
            CommandHandler<IncidentMonthCommand, IncidentMonth, IncidentMonthEvent> months,
            IncidentFigures figures,
            AgreedWithTenants tenants,
            PersonalData personal,
            MonthBounds bounds) {
        this.months = months;
        this.figures = figures;
        this.tenants = tenants;
        this.personal = personal;
        this.bounds = bounds;
    }

    @Produces
    @ApplicationScoped
    static CommandHandler<IncidentMonthCommand, IncidentMonth, IncidentMonthEvent> months(CommandHandlers handlers) {
        return handlers.of(new IncidentMonthDecider(), IncidentMonthEventTypes.MONTH_EVENTS);
    }

    @Produces
    @Singleton
    static MonthBounds bounds(MonthSettings settings) {
        return new MonthBounds(AgreedCalendars.ZONE, settings.closeAfterDays());
    }

    @Override
    public List<EventTypes<?>> eventTypes() {
        return List.of(IncidentMonthEventTypes.MONTH_EVENTS);
    }

    @Override
    public List<Projection<?>> projections() {
        return List.of(new IncidentFiguresProjection(personal, bounds), new IncidentMonthsProjection(bounds));
    }

    @Override
    public Optional<PublishedEvent> publish(RecordedEvent<?> recorded) {
        return recorded.event() instanceof IncidentMonthEvent event
                ? Optional.of(PublishedIncidentMonth.from(event))
                : Optional.empty();
    }

    @Override
    public List<DeadlineHandler> deadlineHandlers() {
        return List.of(
                new WhenMonthEndedThenClose(months, figures, tenants, bounds),
                new WhenClosedMonthChangedThenCorrect(months, figures));
    }
}

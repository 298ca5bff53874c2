package nl.waarborg.availability.performance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import nl.waarborg.availability.performance.api.ResponseTimeIntake;
import nl.waarborg.availability.performance.automation.WhenClosedMonthChangedThenCorrect;
import nl.waarborg.availability.performance.automation.WhenIncidentClassifiedThenLinkMeasurements;
import nl.waarborg.availability.performance.automation.WhenMonthEndedThenClose;
import nl.waarborg.availability.performance.domain.Complaint;
import nl.waarborg.availability.performance.domain.ComplaintCommand;
import nl.waarborg.availability.performance.domain.ComplaintDecider;
import nl.waarborg.availability.performance.domain.ComplaintEvent;
import nl.waarborg.availability.performance.domain.Improvement;
import nl.waarborg.availability.performance.domain.ImprovementCommand;
import nl.waarborg.availability.performance.domain.ImprovementDecider;
import nl.waarborg.availability.performance.domain.ImprovementEvent;
import nl.waarborg.availability.performance.domain.PerformanceMonth;
import nl.waarborg.availability.performance.domain.PerformanceMonthCommand;
import nl.waarborg.availability.performance.domain.PerformanceMonthDecider;
import nl.waarborg.availability.performance.domain.PerformanceMonthEvent;
import nl.waarborg.availability.performance.projection.ComplaintsProjection;
import nl.waarborg.availability.performance.projection.ImprovementsProjection;
import nl.waarborg.availability.performance.projection.IncidentNews;
import nl.waarborg.availability.performance.projection.PerformanceMonths;
import nl.waarborg.availability.performance.projection.PerformanceMonthsProjection;
import nl.waarborg.availability.performance.projection.RaisedIncidentsProjection;
import nl.waarborg.availability.performance.projection.ResponseTimeFacts;
import nl.waarborg.availability.performance.publication.PublishedPerformance;
import nl.waarborg.availability.performance.storage.PerformanceEventTypes;
import nl.waarborg.eventsourcing.CommandHandler;
import nl.waarborg.eventsourcing.DeadlineHandler;
import nl.waarborg.eventsourcing.EventTypes;
import nl.waarborg.eventsourcing.PersonalData;
import nl.waarborg.eventsourcing.Projection;
import nl.waarborg.eventsourcing.PublishedEvent;
import nl.waarborg.eventsourcing.RecordedEvent;
import nl.waarborg.eventsourcing.inbound.PostedRows;
import nl.waarborg.eventsourcing.inbound.Subscription;
import nl.waarborg.eventsourcing.service.Aggregate;
import nl.waarborg.eventsourcing.service.CommandHandlers;
import nl.waarborg.tenants.VendorTerms;
import nl.waarborg.terms.AgreedCalendars;

/** Response times and what follows from them (AVL-019 to AVL-022, AVL-024, AVL-032, OP-35). */
@ApplicationScoped
class PerformanceAggregate implements Aggregate {

    private final CommandHandler<PerformanceMonthCommand, PerformanceMonth, PerformanceMonthEvent> handler;
    private final ResponseTimeIntake intake;
    private final ResponseTimeFacts facts;
    private final WhenIncidentClassifiedThenLinkMeasurements link;
    private final VendorTerms terms;
    private final PerformanceMonths months;
    private final PersonalData personal;

    PerformanceAggregate(
            CommandHandler<PerformanceMonthCommand, PerformanceMonth, PerformanceMonthEvent> handler,
            ResponseTimeIntake intake,
            ResponseTimeFacts facts,
            WhenIncidentClassifiedThenLinkMeasurements link,
            VendorTerms terms,
            PerformanceMonths months,
            PersonalData personal) {
        this.handler = handler;
        this.intake = intake;
        this.facts = facts;
        this.link = link;
        this.terms = terms;
        this.months = months;
        this.personal = personal;
    }

    @Produces
    @ApplicationScoped
    static CommandHandler<PerformanceMonthCommand, PerformanceMonth, PerformanceMonthEvent> performanceMonths(
            CommandHandlers handlers) {
        return handlers.of(new PerformanceMonthDecider(), PerformanceEventTypes.MONTH_EVENTS);
    }

    @Produces
    @ApplicationScoped
    static CommandHandler<ComplaintCommand, Complaint, ComplaintEvent> complaints(CommandHandlers handlers) {
        return handlers.of(new ComplaintDecider(), PerformanceEventTypes.COMPLAINT_EVENTS);
    }

    @Produces
    @ApplicationScoped
    static CommandHandler<ImprovementCommand, Improvement, ImprovementEvent> improvements(CommandHandlers handlers) {
        return handlers.of(new ImprovementDecider(), PerformanceEventTypes.IMPROVEMENT_EVENTS);
    }

    @Produces
    @Singleton
    static PerformanceMonths months(PerformanceSettings settings) {
        return new PerformanceMonths(AgreedCalendars.ZONE, settings.closeAfterDays());
    }

    @Override
    public List<EventTypes<?>> eventTypes() {
        return List.of(
                PerformanceEventTypes.MONTH_EVENTS,
                PerformanceEventTypes.COMPLAINT_EVENTS,
                PerformanceEventTypes.IMPROVEMENT_EVENTS);
    }

    @Override
    public List<Projection<?>> projections() {
        return List.of(
                new PerformanceMonthsProjection(months),
                new ComplaintsProjection(),
                new ImprovementsProjection(personal));
    }

    @Override
    public Optional<PublishedEvent> publish(RecordedEvent<?> recorded) {
        return recorded.event() instanceof PerformanceMonthEvent event
                ? Optional.of(PublishedPerformance.from(event))
                : Optional.empty();
    }

    @Override
    public List<PostedRows<?, ?>> postedRows() {
        return List.of(intake.type());
    }

    @Override
    public List<Subscription<?>> subscriptions() {
        return List.of(Subscription.to("incident", "performance-complaints", IncidentNews.TYPES)
                .project(new RaisedIncidentsProjection())
                .automate(link));
    }

    @Override
    public List<DeadlineHandler> deadlineHandlers() {
        return List.of(
                new WhenMonthEndedThenClose(handler, facts, terms, months),
                new WhenClosedMonthChangedThenCorrect(handler, facts));
    }
}

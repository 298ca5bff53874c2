package nl.waarborg.processoragreement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import nl.waarborg.eventsourcing.CommandHandler;
import nl.waarborg.eventsourcing.DeadlineHandler;
import nl.waarborg.eventsourcing.EventTypes;
import nl.waarborg.eventsourcing.Projection;
import nl.waarborg.eventsourcing.Reaction;
import nl.waarborg.eventsourcing.inbound.Subscription;
import nl.waarborg.eventsourcing.service.Aggregate;
import nl.waarborg.eventsourcing.service.CommandHandlers;
import nl.waarborg.processoragreement.monthlyreport.automation.AvailabilityNews;
import nl.waarborg.processoragreement.monthlyreport.automation.ClosedMonthTaking;
import nl.waarborg.processoragreement.monthlyreport.automation.IncidentNews;
import nl.waarborg.processoragreement.monthlyreport.automation.WhenAvailabilityMonthClosedThenReport;
import nl.waarborg.processoragreement.monthlyreport.automation.WhenIncidentMonthClosedThenReport;
import nl.waarborg.processoragreement.monthlyreport.domain.SlaReportCommand;
import nl.waarborg.processoragreement.monthlyreport.domain.SlaReportDecider;
import nl.waarborg.processoragreement.monthlyreport.domain.SlaReportEvent;
import nl.waarborg.processoragreement.monthlyreport.domain.SlaReports;
import nl.waarborg.processoragreement.monthlyreport.projection.FirstClassStartsProjection;
import nl.waarborg.processoragreement.monthlyreport.projection.PromisedReports;
import nl.waarborg.processoragreement.monthlyreport.projection.ServicesTaken;
import nl.waarborg.processoragreement.monthlyreport.projection.SlaReportsProjection;
import nl.waarborg.processoragreement.monthlyreport.storage.SlaReportEventTypes;
import nl.waarborg.processoragreement.training.domain.Training;
import nl.waarborg.processoragreement.training.domain.TrainingCommand;
import nl.waarborg.processoragreement.training.domain.TrainingEvent;

/** The monthly service report, made of the months that the other services close and of services taken (XSV-029, XSV-030). */
@ApplicationScoped
class MonthlyReportAggregate implements Aggregate {

    private final ClosedMonthTaking taking;
    private final InstantSource clock;

    MonthlyReportAggregate(
            CommandHandler<SlaReportCommand, SlaReports, SlaReportEvent> reports,
            CommandHandler<TrainingCommand, Training, TrainingEvent> trainings,
            PromisedReports promised,
            ServicesTaken services,
            InstantSource clock) {
        this.taking = new ClosedMonthTaking(reports, trainings, promised, services);
        this.clock = clock;
    }

    @Produces
    @ApplicationScoped
    static CommandHandler<SlaReportCommand, SlaReports, SlaReportEvent> slaReports(CommandHandlers handlers) {
        return handlers.of(new SlaReportDecider(), SlaReportEventTypes.REPORT_EVENTS);
    }

    @Override
    public List<EventTypes<?>> eventTypes() {
        return List.of(SlaReportEventTypes.REPORT_EVENTS);
    }

    @Override
    public List<Projection<?>> projections() {
        return List.of(new SlaReportsProjection(), new FirstClassStartsProjection());
    }

    @Override
    public List<DeadlineHandler> deadlineHandlers() {
        return List.of(new Reaction(
                FirstClassStartsProjection.MAKE_MISSING_REPORTS,
                deadline -> taking.makeMissing(
                        deadline.tenant(), YearMonth.from(LocalDate.parse(deadline.key())), clock.instant())));
    }

    @Override
    public List<Subscription<?>> subscriptions() {
        return List.of(
                Subscription.to("availability", "availability-months", AvailabilityNews.TYPES)
                        .automate(new WhenAvailabilityMonthClosedThenReport(taking)),
                Subscription.to("incident", "incident-months", IncidentNews.TYPES)
                        .automate(new WhenIncidentMonthClosedThenReport(taking)));
    }
}

package nl.waarborg.incident;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.util.List;
import nl.waarborg.eventsourcing.CommandHandler;
import nl.waarborg.eventsourcing.DeadlineHandler;
import nl.waarborg.eventsourcing.EventTypes;
import nl.waarborg.eventsourcing.PersonalData;
import nl.waarborg.eventsourcing.Projection;
import nl.waarborg.eventsourcing.inbound.Subscription;
import nl.waarborg.eventsourcing.service.Aggregate;
import nl.waarborg.eventsourcing.service.CommandHandlers;
import nl.waarborg.incident.problem.ProblemSettings;
import nl.waarborg.incident.problem.automation.DailyAnalysis;
import nl.waarborg.incident.problem.domain.IncidentAnalysis;
import nl.waarborg.incident.problem.domain.IncidentAnalysisCommand;
import nl.waarborg.incident.problem.domain.IncidentAnalysisDecider;
import nl.waarborg.incident.problem.domain.IncidentAnalysisEvent;
import nl.waarborg.incident.problem.domain.KnowledgeSignal;
import nl.waarborg.incident.problem.domain.KnowledgeSignalCommand;
import nl.waarborg.incident.problem.domain.KnowledgeSignalDecider;
import nl.waarborg.incident.problem.domain.KnowledgeSignalEvent;
import nl.waarborg.incident.problem.domain.Problem;
import nl.waarborg.incident.problem.domain.ProblemCommand;
import nl.waarborg.incident.problem.domain.ProblemDecider;
import nl.waarborg.incident.problem.domain.ProblemEvent;
import nl.waarborg.incident.problem.projection.AnalysesProjection;
import nl.waarborg.incident.problem.projection.AnalysisFacts;
import nl.waarborg.incident.problem.projection.AnalysisSchedule;
import nl.waarborg.incident.problem.projection.FirstAnalysisProjection;
import nl.waarborg.incident.problem.projection.KnowledgeSignalsProjection;
import nl.waarborg.incident.problem.projection.ProblemsProjection;
import nl.waarborg.incident.problem.storage.ProblemEventTypes;
import nl.waarborg.incident.supportcalendar.projection.PublishedCalendars;
import nl.waarborg.tenants.TenantEvent;
import nl.waarborg.tenants.projection.AgreedWithTenants;
import nl.waarborg.terms.AgreedCalendars;

/** Problem management (INC-046, INC-047, OP-19). Nothing of it leaves the service. */
@ApplicationScoped
class ProblemAggregate implements Aggregate {

    private final CommandHandler<IncidentAnalysisCommand, IncidentAnalysis, IncidentAnalysisEvent> analyses;
    private final CommandHandler<KnowledgeSignalCommand, KnowledgeSignal, KnowledgeSignalEvent> signals;
    private final AnalysisFacts facts;
    private final AgreedWithTenants tenants;
    private final PublishedCalendars calendars;
    private final ProblemSettings settings;
    private final PersonalData personal;

    ProblemAggregate(
            CommandHandler<IncidentAnalysisCommand, IncidentAnalysis, IncidentAnalysisEvent> analyses,
            CommandHandler<KnowledgeSignalCommand, KnowledgeSignal, KnowledgeSignalEvent> signals,
            AnalysisFacts facts,
            AgreedWithTenants tenants,
            PublishedCalendars calendars,
            ProblemSettings settings,
            PersonalData personal) {
        this.analyses = analyses;
        this.signals = signals;
        this.facts = facts;
        this.tenants = tenants;
        this.calendars = calendars;
        this.settings = settings;
        this.personal = personal;
    }

    @Produces
    @ApplicationScoped
    static CommandHandler<ProblemCommand, Problem, ProblemEvent> problems(CommandHandlers handlers) {
        return handlers.of(new ProblemDecider(), ProblemEventTypes.PROBLEM_EVENTS);
    }

    @Produces
    @ApplicationScoped
    static CommandHandler<IncidentAnalysisCommand, IncidentAnalysis, IncidentAnalysisEvent> analyses(
            CommandHandlers handlers) {
        return handlers.of(new IncidentAnalysisDecider(), ProblemEventTypes.ANALYSIS_EVENTS);
    }

    @Produces
    @ApplicationScoped
    static CommandHandler<KnowledgeSignalCommand, KnowledgeSignal, KnowledgeSignalEvent> signals(
            CommandHandlers handlers) {
        return handlers.of(new KnowledgeSignalDecider(), ProblemEventTypes.SIGNAL_EVENTS);
    }

    private AnalysisSchedule schedule() {
        return new AnalysisSchedule(AgreedCalendars.ZONE, settings.analyseAt());
    }

    @Override
    public List<EventTypes<?>> eventTypes() {
        return List.of(
                ProblemEventTypes.PROBLEM_EVENTS, ProblemEventTypes.ANALYSIS_EVENTS, ProblemEventTypes.SIGNAL_EVENTS);
    }

    @Override
    public List<Projection<?>> projections() {
        return List.of(
                new ProblemsProjection(personal),
                new AnalysesProjection(schedule()),
                new KnowledgeSignalsProjection(personal));
    }

    @Override
    public List<Subscription<?>> subscriptions() {
        return List.of(Subscription.to("processor-agreement", "first-analysis", TenantEvent.TYPES)
                .project(new FirstAnalysisProjection(schedule())));
    }

    @Override
    public List<DeadlineHandler> deadlineHandlers() {
        return List.of(new DailyAnalysis(analyses, signals, facts, tenants, calendars, schedule(), settings));
    }
}

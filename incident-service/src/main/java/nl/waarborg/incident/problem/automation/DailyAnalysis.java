package nl.waarborg.incident.problem.automation;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import nl.waarborg.eventsourcing.Actor;
import nl.waarborg.eventsourcing.CommandContext;
import nl.waarborg.eventsourcing.CommandHandler;
import nl.waarborg.eventsourcing.Deadline;
import nl.waarborg.eventsourcing.DeadlineHandler;
import nl.waarborg.eventsourcing.StreamId;
import nl.waarborg.incident.problem.ProblemSettings;
import nl.waarborg.incident.problem.domain.IncidentAnalysis;
import nl.waarborg.incident.problem.domain.IncidentAnalysisCommand;
import nl.waarborg.incident.problem.domain.IncidentAnalysisCommand.AnalyseIncidents;
import nl.waarborg.incident.problem.domain.IncidentAnalysisEvent;
import nl.waarborg.incident.problem.domain.KnowledgeQuestions;
import nl.waarborg.incident.problem.domain.KnowledgeSignal;
import nl.waarborg.incident.problem.domain.KnowledgeSignalCommand;
import nl.waarborg.incident.problem.domain.KnowledgeSignalCommand.RaiseKnowledgeQuestionSignal;
import nl.waarborg.incident.problem.domain.KnowledgeSignalEvent;
import nl.waarborg.incident.problem.projection.AnalysisFacts;
import nl.waarborg.incident.problem.projection.AnalysisSchedule;
import nl.waarborg.incident.problem.storage.ProblemEventTypes;
import nl.waarborg.incident.supportcalendar.projection.PublishedCalendars;
import nl.waarborg.tenants.projection.AgreedWithTenants;
import nl.waarborg.terms.AgreedCalendars;
import nl.waarborg.terms.TermKey;
import nl.waarborg.terms.TermValue.Amount;
import nl.waarborg.terms.Terms;
import nl.waarborg.terms.calendar.OpeningHours;
import nl.waarborg.terms.clock.Deadlines;

/** Analyses the day before of one vendor, and signals customers that ask above-average many knowledge questions (INC-046, INC-047). */
public final class DailyAnalysis implements DeadlineHandler {

    private final CommandHandler<IncidentAnalysisCommand, IncidentAnalysis, IncidentAnalysisEvent> analyses;
    private final CommandHandler<KnowledgeSignalCommand, KnowledgeSignal, KnowledgeSignalEvent> signals;
    private final AnalysisFacts facts;
    private final AgreedWithTenants tenants;
    private final PublishedCalendars calendars;
    private final AnalysisSchedule schedule;
    private final ProblemSettings settings;

    public DailyAnalysis(
            CommandHandler<IncidentAnalysisCommand, IncidentAnalysis, IncidentAnalysisEvent> analyses,
            CommandHandler<KnowledgeSignalCommand, KnowledgeSignal, KnowledgeSignalEvent> signals,
            AnalysisFacts facts,
            AgreedWithTenants tenants,
            PublishedCalendars calendars,
            AnalysisSchedule schedule,
            ProblemSettings settings) {
        this.analyses = analyses;
        this.signals = signals;
        this.facts = facts;
        this.tenants = tenants;
        this.calendars = calendars;
        this.schedule = schedule;
        this.settings = settings;
    }

    @Override
    public String kind() {
        return AnalysisSchedule.ANALYSE;
    }

    @Override
    public void due(Deadline deadline) {
        var separator = deadline.key().indexOf('/');
        var provider = deadline.key().substring(0, separator);
        var date = LocalDate.parse(deadline.key().substring(separator + 1));
        var end = start(date.plusDays(1));
        // Signals first: the analysis sets the next day's deadline and marks this day as done.
        signal(provider, date, end, deadline.due());
        analyses.handle(
                deadline.stream(),
                CommandContext.of(StreamId.PLATFORM, Actor.SCHEDULER, deadline.due()),
                new AnalyseIncidents(
                        provider,
                        date,
                        facts.counts(provider, start(date), end),
                        facts.candidates(
                                provider,
                                start(date.minusDays(settings.candidateDays() - 1L)),
                                end,
                                settings.candidateSize()),
                        deadline.due()));
    }

    /** Customers are comparable where the same vendor agreed the same period and size with them. */
    private void signal(String provider, LocalDate date, Instant end, Instant at) {
        record Norm(Instant from, BigDecimal perUsers) {}
        var groups = new LinkedHashMap<Norm, List<KnowledgeQuestions>>();
        for (var questions : facts.questions(provider, end.minus(Duration.ofDays(366)), end)) {
            var agreed = tenants.of(questions.tenant());
            agreed.termsAt(at)
                    .flatMap(terms -> terms.span(TermKey.SIGNAL_KNOWLEDGE_QUESTIONS_PERIOD)
                            .flatMap(period -> terms.value(TermKey.SIGNAL_KNOWLEDGE_QUESTIONS_PER_USERS, Amount.class)
                                    .map(size -> new Norm(
                                            Deadlines.of(terms, hours(terms, at))
                                                    .before(end, period),
                                            size.number()))))
                    .ifPresent(norm -> groups.computeIfAbsent(norm, key -> new ArrayList<>())
                            .add(new KnowledgeQuestions(questions.tenant(), 0, agreed.users())));
        }
        groups.forEach((norm, members) -> {
            var asked = facts.questions(provider, norm.from(), end);
            var comparable = members.stream()
                    .map(member -> new KnowledgeQuestions(
                            member.tenantId(),
                            asked.stream()
                                    .filter(questions -> questions.tenant().equals(member.tenantId()))
                                    .mapToInt(AnalysisFacts.Questions::count)
                                    .sum(),
                            member.users()))
                    .toList();
            for (var above : KnowledgeQuestions.aboveNorm(comparable, norm.perUsers(), settings.signalFactor())) {
                signals.handle(
                        ProblemEventTypes.signal(above.tenantId()),
                        CommandContext.of(above.tenantId(), Actor.SCHEDULER, at),
                        new RaiseKnowledgeQuestionSignal(above, schedule.dayOf(norm.from()), date, at));
            }
        });
    }

    private OpeningHours hours(Terms terms, Instant at) {
        return AgreedCalendars.of(terms, id -> calendars.at(id, at)).support().hours();
    }

    private Instant start(LocalDate date) {
        return date.atStartOfDay(schedule.zone()).toInstant();
    }
}

package nl.waarborg.incident.problem.storage;

import java.util.UUID;
import nl.waarborg.eventsourcing.EventTypes;
import nl.waarborg.eventsourcing.StreamId;
import nl.waarborg.incident.problem.domain.IncidentAnalysisEvent;
import nl.waarborg.incident.problem.domain.IncidentAnalysisEvent.IncidentsAnalysed;
import nl.waarborg.incident.problem.domain.KnowledgeSignalEvent;
import nl.waarborg.incident.problem.domain.KnowledgeSignalEvent.KnowledgeQuestionSignalRaised;
import nl.waarborg.incident.problem.domain.KnowledgeSignalEvent.ReductionPlanAgreed;
import nl.waarborg.incident.problem.domain.ProblemEvent;
import nl.waarborg.incident.problem.domain.ProblemEvent.ProblemClosed;
import nl.waarborg.incident.problem.domain.ProblemEvent.ProblemIncidentLinked;
import nl.waarborg.incident.problem.domain.ProblemEvent.ProblemOpened;

/** Names under which the events of problem management are stored, for ever. */
public final class ProblemEventTypes {

    public static final EventTypes<ProblemEvent> PROBLEM_EVENTS = new EventTypes<>("problem", ProblemEvent.class)
            .type("problem-opened", ProblemOpened.class)
            .type("problem-incident-linked", ProblemIncidentLinked.class)
            .type("problem-closed", ProblemClosed.class);

    public static final EventTypes<IncidentAnalysisEvent> ANALYSIS_EVENTS = new EventTypes<>(
                    "incident-analysis", IncidentAnalysisEvent.class)
            .type("incidents-analysed", IncidentsAnalysed.class);

    public static final EventTypes<KnowledgeSignalEvent> SIGNAL_EVENTS = new EventTypes<>(
                    "knowledge-signal", KnowledgeSignalEvent.class)
            .type("knowledge-question-signal-raised", KnowledgeQuestionSignalRaised.class)
            .type("reduction-plan-agreed", ReductionPlanAgreed.class);

    private ProblemEventTypes() {}

    public static StreamId problem(UUID problem) {
        return new StreamId(PROBLEM_EVENTS.category(), problem);
    }

    public static StreamId analysis(String provider) {
        return StreamId.natural(ANALYSIS_EVENTS.category(), StreamId.PLATFORM, provider);
    }

    public static StreamId signal(UUID tenant) {
        return StreamId.natural(SIGNAL_EVENTS.category(), tenant, "");
    }
}

package nl.waarborg.incident.problem.domain;

import nl.waarborg.eventsourcing.Decider;
import nl.waarborg.eventsourcing.Decision;
import nl.waarborg.incident.problem.domain.KnowledgeSignal.PlanAgreed;
import nl.waarborg.incident.problem.domain.KnowledgeSignal.Quiet;
import nl.waarborg.incident.problem.domain.KnowledgeSignal.Raised;
import nl.waarborg.incident.problem.domain.KnowledgeSignalCommand.AgreeReductionPlan;
import nl.waarborg.incident.problem.domain.KnowledgeSignalCommand.RaiseKnowledgeQuestionSignal;
import nl.waarborg.incident.problem.domain.KnowledgeSignalEvent.KnowledgeQuestionSignalRaised;
import nl.waarborg.incident.problem.domain.KnowledgeSignalEvent.ReductionPlanAgreed;

/** One open signal at a time; a plan is given a whole period to work before the next (INC-047). */
public final class KnowledgeSignalDecider
        implements Decider<KnowledgeSignalCommand, KnowledgeSignal, KnowledgeSignalEvent> {

    @Override
    public KnowledgeSignal initialState() {
        return new Quiet();
    }

    @Override
    public Decision<KnowledgeSignalEvent> decide(KnowledgeSignalCommand command, KnowledgeSignal signal) {
        return switch (command) {
            case RaiseKnowledgeQuestionSignal c ->
                switch (signal) {
                    case Quiet _ -> raised(c);
                    case PlanAgreed plan when c.from().isAfter(plan.through()) -> raised(c);
                    case PlanAgreed _, Raised _ -> Decision.nothing();
                };
            case AgreeReductionPlan c ->
                switch (signal) {
                    case Raised _ -> Decision.of(new ReductionPlanAgreed(c.measures(), c.agentId(), c.at()));
                    case PlanAgreed _, Quiet _ ->
                        Decision.reject("INC-047", "no-signal", "There is no signal that a plan could answer.");
                };
        };
    }

    private static Decision<KnowledgeSignalEvent> raised(RaiseKnowledgeQuestionSignal c) {
        var figures = c.figures();
        return Decision.of(new KnowledgeQuestionSignalRaised(
                figures.tenantId(),
                c.from(),
                c.through(),
                figures.questions(),
                figures.users(),
                figures.perUsers(),
                figures.norm(),
                c.at()));
    }

    @Override
    public KnowledgeSignal evolve(KnowledgeSignal signal, KnowledgeSignalEvent event) {
        return switch (event) {
            case KnowledgeQuestionSignalRaised e -> new Raised(e.through());
            case ReductionPlanAgreed _ -> signal instanceof Raised raised ? new PlanAgreed(raised.through()) : signal;
        };
    }
}

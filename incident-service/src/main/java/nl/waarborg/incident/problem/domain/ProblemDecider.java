package nl.waarborg.incident.problem.domain;

import java.util.Set;
import nl.waarborg.eventsourcing.Decider;
import nl.waarborg.eventsourcing.Decision;
import nl.waarborg.incident.problem.domain.Problem.Closed;
import nl.waarborg.incident.problem.domain.Problem.NotOpened;
import nl.waarborg.incident.problem.domain.Problem.Open;
import nl.waarborg.incident.problem.domain.ProblemCommand.CloseProblem;
import nl.waarborg.incident.problem.domain.ProblemCommand.LinkIncidentToProblem;
import nl.waarborg.incident.problem.domain.ProblemCommand.OpenProblem;
import nl.waarborg.incident.problem.domain.ProblemEvent.ProblemClosed;
import nl.waarborg.incident.problem.domain.ProblemEvent.ProblemIncidentLinked;
import nl.waarborg.incident.problem.domain.ProblemEvent.ProblemOpened;

/** INC-046. */
public final class ProblemDecider implements Decider<ProblemCommand, Problem, ProblemEvent> {

    private static final String RULE = "INC-046";

    @Override
    public Problem initialState() {
        return new NotOpened();
    }

    @Override
    public Decision<ProblemEvent> decide(ProblemCommand command, Problem problem) {
        return switch (command) {
            case OpenProblem c ->
                problem instanceof NotOpened
                        ? Decision.of(new ProblemOpened(c.problemId(), c.provider(), c.title(), c.agentId(), c.at()))
                        : Decision.nothing();
            case LinkIncidentToProblem c ->
                switch (problem) {
                    case Open open when open.incidents().contains(c.incidentId()) -> Decision.nothing();
                    case Open _ ->
                        Decision.of(new ProblemIncidentLinked(c.problemId(), c.incidentId(), c.tenantId(), c.at()));
                    case NotOpened _, Closed _ -> notOpen();
                };
            case CloseProblem c ->
                switch (problem) {
                    case Open _ -> Decision.of(new ProblemClosed(c.problemId(), c.measure(), c.at()));
                    case Closed _ -> Decision.nothing();
                    case NotOpened _ -> notOpen();
                };
        };
    }

    private static Decision<ProblemEvent> notOpen() {
        return Decision.reject(RULE, "problem-not-open", "No such problem is open.");
    }

    @Override
    public Problem evolve(Problem problem, ProblemEvent event) {
        return switch (event) {
            case ProblemOpened _ -> new Open(Set.of());
            case ProblemIncidentLinked e -> problem instanceof Open open ? open.with(e.incidentId()) : problem;
            case ProblemClosed _ -> new Closed();
        };
    }
}

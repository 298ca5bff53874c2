package nl.waarborg.processoragreement.service.domain;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Function;
import nl.waarborg.eventsourcing.Decider;
import nl.waarborg.eventsourcing.Decision;
import nl.waarborg.eventsourcing.StreamId;
import nl.waarborg.processoragreement.service.domain.ProjectEvent.BudgetOverrunSignalled;
import nl.waarborg.processoragreement.service.domain.ProjectEvent.ProjectClosed;
import nl.waarborg.processoragreement.service.domain.ProjectEvent.ProjectEvaluated;
import nl.waarborg.processoragreement.service.domain.ProjectEvent.ProjectHandedOver;
import nl.waarborg.processoragreement.service.domain.ProjectEvent.ProjectNoteRecorded;
import nl.waarborg.processoragreement.service.domain.ProjectEvent.ProjectSpendingRecorded;
import nl.waarborg.processoragreement.service.domain.ProjectEvent.ProjectStarted;
import org.jspecify.annotations.Nullable;

/**
 * A project, one for the request that it came from (XSV-036). Money in euros excluding VAT.
 *
 * @param started null before it was
 */
public record Project(
        @Nullable ProjectStarted started,
        BigDecimal spent,
        boolean overrun,
        boolean handedOver,
        boolean evaluated,
        boolean closed) {

    public static final String CATEGORY = "project";

    static final String RULE = "XSV-036";

    public static StreamId stream(UUID project) {
        return new StreamId(CATEGORY, project);
    }

    /** A request has one project. */
    public static StreamId ofRequest(UUID tenant, UUID request) {
        return StreamId.natural(CATEGORY, tenant, request.toString());
    }

    public enum NoteKind {
        ACTIVITY,
        TEST_FINDING,
        ACCEPTANCE_FINDING,
        RISK
    }

    public sealed interface Command {

        /** @param knowledgeTestedOn when the knowledge of the customer's project team was tested */
        record StartProject(
                UUID projectId,
                UUID requestId,
                String plan,
                BigDecimal budget,
                @Nullable LocalDate knowledgeTestedOn,
                Instant at)
                implements Command {}

        /** @param measure what is done about it; a risk needs one */
        record RecordProjectNote(UUID noteId, NoteKind kind, String text, @Nullable String measure, Instant at)
                implements Command {}

        record RecordSpending(BigDecimal amount, Instant at) implements Command {}

        record HandOverProject(Instant at) implements Command {}

        record EvaluateProject(String result, Instant at) implements Command {}

        record CloseProject(Instant at) implements Command {}
    }

    /** Its rules. */
    public static final class Rules implements Decider<Command, Project, ProjectEvent> {

        @Override
        public Project initialState() {
            return new Project(null, BigDecimal.ZERO, false, false, false, false);
        }

        @Override
        public Decision<ProjectEvent> decide(Command command, Project project) {
            return switch (command) {
                case Command.StartProject c -> start(c, project);
                case Command.RecordProjectNote c -> running(project, started -> note(c));
                case Command.RecordSpending c -> running(project, started -> spend(c, started, project));
                case Command.HandOverProject c ->
                    running(
                            project,
                            started -> project.handedOver()
                                    ? Decision.nothing()
                                    : Decision.of(new ProjectHandedOver(started.projectId(), c.at())));
                case Command.EvaluateProject c ->
                    running(
                            project,
                            started -> project.evaluated()
                                    ? Decision.nothing()
                                    : Decision.of(new ProjectEvaluated(c.result(), c.at())));
                case Command.CloseProject c -> close(c, project);
            };
        }

        private static Decision<ProjectEvent> start(Command.StartProject c, Project project) {
            if (project.started() != null) {
                return Decision.nothing();
            }
            return c.knowledgeTestedOn() == null
                    ? Decision.reject(
                            RULE,
                            "knowledge-not-tested",
                            "The knowledge of the customer's project team is tested before the start.")
                    : Decision.of(new ProjectStarted(
                            c.projectId(), c.requestId(), c.plan(), c.budget(), c.knowledgeTestedOn(), c.at()));
        }

        private static Decision<ProjectEvent> note(Command.RecordProjectNote c) {
            return c.kind() == NoteKind.RISK && c.measure() == null
                    ? Decision.reject(RULE, "risk-without-measure", "A risk is recorded with its measure.")
                    : Decision.of(new ProjectNoteRecorded(c.noteId(), c.kind(), c.text(), c.measure(), c.at()));
        }

        /** An overrun of the budget is signalled at once, and once. */
        private static Decision<ProjectEvent> spend(Command.RecordSpending c, ProjectStarted started, Project project) {
            var spent = project.spent().add(c.amount());
            var recorded = new ProjectSpendingRecorded(c.amount(), c.at());
            return !project.overrun() && spent.compareTo(started.budget()) > 0
                    ? Decision.of(recorded, new BudgetOverrunSignalled(started.budget(), spent, c.at()))
                    : Decision.of(recorded);
        }

        private static Decision<ProjectEvent> close(Command.CloseProject c, Project project) {
            if (project.closed()) {
                return Decision.nothing();
            }
            return running(
                    project,
                    started -> project.evaluated()
                            ? Decision.of(new ProjectClosed(started.projectId(), c.at()))
                            : Decision.reject(RULE, "not-evaluated", "Each project ends with an evaluation."));
        }

        private static Decision<ProjectEvent> running(
                Project project, Function<ProjectStarted, Decision<ProjectEvent>> rule) {
            var started = project.started();
            return started == null || project.closed()
                    ? Decision.reject(RULE, "no-running-project", "No such project is running.")
                    : rule.apply(started);
        }

        @Override
        public Project evolve(Project p, ProjectEvent event) {
            return switch (event) {
                case ProjectStarted e -> new Project(e, p.spent(), false, false, false, false);
                case ProjectNoteRecorded _ -> p;
                case ProjectSpendingRecorded e ->
                    new Project(
                            p.started(),
                            p.spent().add(e.amount()),
                            p.overrun(),
                            p.handedOver(),
                            p.evaluated(),
                            p.closed());
                case BudgetOverrunSignalled _ ->
                    new Project(p.started(), p.spent(), true, p.handedOver(), p.evaluated(), p.closed());
                case ProjectHandedOver _ ->
                    new Project(p.started(), p.spent(), p.overrun(), true, p.evaluated(), p.closed());
                case ProjectEvaluated _ ->
                    new Project(p.started(), p.spent(), p.overrun(), p.handedOver(), true, p.closed());
                case ProjectClosed _ ->
                    new Project(p.started(), p.spent(), p.overrun(), p.handedOver(), p.evaluated(), true);
            };
        }
    }
}

package nl.waarborg.incident.problem.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What can be asked about one customer's many knowledge questions. Times are business times, UTC. */
public sealed interface KnowledgeSignalCommand {

    /**
     * @param from first local date of the period
     * @param through last local date of the period
     */
    record RaiseKnowledgeQuestionSignal(
            KnowledgeQuestions.AboveNorm figures, LocalDate from, LocalDate through, Instant at)
            implements KnowledgeSignalCommand {}

    /** @param measures what both sides agreed, such as a training */
    record AgreeReductionPlan(String measures, @Nullable UUID agentId, Instant at) implements KnowledgeSignalCommand {}
}

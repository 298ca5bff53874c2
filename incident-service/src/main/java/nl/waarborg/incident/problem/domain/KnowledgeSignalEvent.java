package nl.waarborg.incident.problem.domain;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import nl.waarborg.eventsourcing.Personal;
import org.jspecify.annotations.Nullable;

/** Stored forever. Changing a component needs an upcaster and a new sample in stored-events. */
public sealed interface KnowledgeSignalEvent {

    /** A signal to talk with the customer, never an action of its own. */
    record KnowledgeQuestionSignalRaised(
            UUID tenantId,
            LocalDate from,
            LocalDate through,
            int questions,
            int users,
            BigDecimal perUsers,
            BigDecimal norm,
            Instant at)
            implements KnowledgeSignalEvent {}

    record ReductionPlanAgreed(@Personal @Nullable String measures, @Nullable UUID agentId, Instant at)
            implements KnowledgeSignalEvent {}
}

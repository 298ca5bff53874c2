package nl.waarborg.processoragreement.service.domain;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import nl.waarborg.eventsourcing.Personal;
import org.jspecify.annotations.Nullable;

/** Stored forever. Changing a component needs an upcaster and a new sample in stored-events. */
public sealed interface ProjectEvent {

    /** @param requestId the service request that it came from */
    record ProjectStarted(
            UUID projectId,
            UUID requestId,
            @Personal @Nullable String plan,
            BigDecimal budget,
            LocalDate knowledgeTestedOn,
            Instant at)
            implements ProjectEvent {}

    record ProjectNoteRecorded(
            UUID noteId,
            Project.NoteKind kind,
            @Personal @Nullable String text,
            @Personal @Nullable String measure,
            Instant at)
            implements ProjectEvent {}

    record ProjectSpendingRecorded(BigDecimal amount, Instant at) implements ProjectEvent {}

    record BudgetOverrunSignalled(BigDecimal budget, BigDecimal spent, Instant at) implements ProjectEvent {}

    /** Finished: from now on Customer Support is there for it. */
    record ProjectHandedOver(UUID projectId, Instant at) implements ProjectEvent {}

    record ProjectEvaluated(@Personal @Nullable String result, Instant at) implements ProjectEvent {}

    record ProjectClosed(UUID projectId, Instant at) implements ProjectEvent {}
}

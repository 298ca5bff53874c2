package nl.waarborg.processoragreement.processing.domain;

import java.time.Instant;
import java.util.UUID;
import nl.waarborg.eventsourcing.Personal;
import org.jspecify.annotations.Nullable;

/** Stored forever, on the customer's streams. */
public sealed interface ProcessingInstructionEvent {

    UUID instructionId();

    /**
     * @param activityId null where it was given in the course of a security incident
     * @param documentRef null unless it stands in a document
     */
    record ProcessingInstructionGiven(
            UUID instructionId,
            InstructionChannel channel,
            InstructionKind kind,
            @Personal @Nullable String text,
            @Nullable UUID activityId,
            @Nullable UUID securityIncidentId,
            @Nullable String documentRef,
            @Nullable UUID givenBy,
            Instant at)
            implements ProcessingInstructionEvent {}

    record ProcessingInstructionExecuted(UUID instructionId, @Nullable UUID executedBy, Instant at)
            implements ProcessingInstructionEvent {}

    record ProcessingInstructionRefused(
            UUID instructionId,
            InstructionRefusal reason,
            @Personal @Nullable String explanation,
            @Nullable UUID refusedBy,
            Instant at)
            implements ProcessingInstructionEvent {}
}

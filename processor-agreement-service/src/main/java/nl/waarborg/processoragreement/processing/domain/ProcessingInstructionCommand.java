package nl.waarborg.processoragreement.processing.domain;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What can be asked about an instruction. */
public sealed interface ProcessingInstructionCommand {

    /**
     * @param activityId the purpose that it serves; null in the course of a security incident
     * @param agreed that activity stands in the customer's register
     * @param securityIncidentId the incident in whose course it is given; null otherwise
     * @param affected that incident affects the customer
     * @param documentRef where it stands, for {@link InstructionChannel#DOCUMENT}
     */
    record GiveProcessingInstruction(
            UUID instructionId,
            InstructionChannel channel,
            InstructionKind kind,
            String text,
            @Nullable UUID activityId,
            boolean agreed,
            @Nullable UUID securityIncidentId,
            boolean affected,
            @Nullable String documentRef,
            @Nullable UUID givenBy,
            Instant at)
            implements ProcessingInstructionCommand {}

    record ExecuteProcessingInstruction(@Nullable UUID executedBy, Instant at)
            implements ProcessingInstructionCommand {}

    record RefuseProcessingInstruction(
            InstructionRefusal reason, String explanation, @Nullable UUID refusedBy, Instant at)
            implements ProcessingInstructionCommand {}
}

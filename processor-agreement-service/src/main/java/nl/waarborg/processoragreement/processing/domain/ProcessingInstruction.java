package nl.waarborg.processoragreement.processing.domain;

import java.time.Instant;
import java.util.UUID;
import nl.waarborg.eventsourcing.StreamId;

/** What the rules must know about an instruction. */
public sealed interface ProcessingInstruction {

    String CATEGORY = "processing-instruction";

    static StreamId stream(UUID instruction) {
        return new StreamId(CATEGORY, instruction);
    }

    record NotGiven() implements ProcessingInstruction {}

    record Given(UUID instructionId, InstructionKind kind, Instant at) implements ProcessingInstruction {}

    record Executed() implements ProcessingInstruction {}

    record Refused(InstructionRefusal reason) implements ProcessingInstruction {}
}

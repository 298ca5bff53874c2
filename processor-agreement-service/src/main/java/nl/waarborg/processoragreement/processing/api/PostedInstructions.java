package nl.waarborg.processoragreement.processing.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import nl.waarborg.eventsourcing.CommandHandler;
import nl.waarborg.eventsourcing.StreamId;
import nl.waarborg.eventsourcing.inbound.PostedType;
import nl.waarborg.processoragreement.processing.domain.InstructionChannel;
import nl.waarborg.processoragreement.processing.domain.InstructionKind;
import nl.waarborg.processoragreement.processing.domain.ProcessingInstruction;
import nl.waarborg.processoragreement.processing.domain.ProcessingInstructionCommand;
import nl.waarborg.processoragreement.processing.domain.ProcessingInstructionCommand.GiveProcessingInstruction;
import nl.waarborg.processoragreement.processing.domain.ProcessingInstructionEvent;
import nl.waarborg.processoragreement.processing.projection.ProcessingFacts;

/** Instructions that customers give through the software itself (PRA-010). */
@ApplicationScoped
public class PostedInstructions {

    private final CommandHandler<ProcessingInstructionCommand, ProcessingInstruction, ProcessingInstructionEvent>
            commands;
    private final ProcessingFacts facts;

    public PostedInstructions(
            CommandHandler<ProcessingInstructionCommand, ProcessingInstruction, ProcessingInstructionEvent> commands,
            ProcessingFacts facts) {
        this.commands = commands;
        this.facts = facts;
    }

    /** @param reference how the poster calls it; the same reference is the same instruction */
    record GiveProcessingInstructionV1(
            @NotBlank @Size(max = 200) String reference,
            InstructionKind kind,
            UUID activityId,
            @NotBlank @Size(max = 10_000) String text) {}

    public List<PostedType<?>> types() {
        return List.of(PostedType.ofSource(
                "nl.waarborg.processor-agreement.give-processing-instruction.v1",
                GiveProcessingInstructionV1.class,
                (tenant, source, posted) ->
                        StreamId.natural(ProcessingInstruction.CATEGORY, tenant, source + '/' + posted.reference()),
                (stream, context, posted) -> commands.handle(
                        stream,
                        context,
                        new GiveProcessingInstruction(
                                stream.id(),
                                InstructionChannel.SOFTWARE,
                                posted.kind(),
                                posted.text(),
                                posted.activityId(),
                                facts.agreed(context.tenant(), posted.activityId()),
                                null,
                                false,
                                null,
                                context.actor().id(),
                                context.occurredAt()))));
    }
}

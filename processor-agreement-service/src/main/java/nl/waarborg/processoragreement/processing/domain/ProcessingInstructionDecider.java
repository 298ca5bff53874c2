package nl.waarborg.processoragreement.processing.domain;

import nl.waarborg.eventsourcing.Decider;
import nl.waarborg.eventsourcing.Decision;
import nl.waarborg.processoragreement.processing.domain.ProcessingInstruction.Executed;
import nl.waarborg.processoragreement.processing.domain.ProcessingInstruction.Given;
import nl.waarborg.processoragreement.processing.domain.ProcessingInstruction.NotGiven;
import nl.waarborg.processoragreement.processing.domain.ProcessingInstruction.Refused;
import nl.waarborg.processoragreement.processing.domain.ProcessingInstructionCommand.ExecuteProcessingInstruction;
import nl.waarborg.processoragreement.processing.domain.ProcessingInstructionCommand.GiveProcessingInstruction;
import nl.waarborg.processoragreement.processing.domain.ProcessingInstructionCommand.RefuseProcessingInstruction;
import nl.waarborg.processoragreement.processing.domain.ProcessingInstructionEvent.ProcessingInstructionExecuted;
import nl.waarborg.processoragreement.processing.domain.ProcessingInstructionEvent.ProcessingInstructionGiven;
import nl.waarborg.processoragreement.processing.domain.ProcessingInstructionEvent.ProcessingInstructionRefused;

/** The vendor does what it was told in writing, for an agreed purpose, and no more (PRA-009 to PRA-011, PRA-026, PRA-056). */
public final class ProcessingInstructionDecider
        implements Decider<ProcessingInstructionCommand, ProcessingInstruction, ProcessingInstructionEvent> {

    @Override
    public ProcessingInstruction initialState() {
        return new NotGiven();
    }

    @Override
    public Decision<ProcessingInstructionEvent> decide(
            ProcessingInstructionCommand command, ProcessingInstruction instruction) {
        return switch (command) {
            case GiveProcessingInstruction c -> instruction instanceof NotGiven ? give(c) : Decision.nothing();
            case ExecuteProcessingInstruction c -> execute(c, instruction);
            case RefuseProcessingInstruction c -> refuse(c, instruction);
        };
    }

    private static Decision<ProcessingInstructionEvent> give(GiveProcessingInstruction c) {
        if (c.securityIncidentId() != null && !c.affected()) {
            return Decision.reject("PRA-056", "not-affected", "No such security incident affects the customer.");
        }
        if (c.securityIncidentId() == null && !c.agreed()) {
            return Decision.reject(
                    "PRA-009", "purpose-not-agreed", "Data are processed for purposes that stand in the register.");
        }
        return Decision.of(new ProcessingInstructionGiven(
                c.instructionId(),
                c.channel(),
                c.kind(),
                c.text(),
                c.activityId(),
                c.securityIncidentId(),
                c.documentRef(),
                c.givenBy(),
                c.at()));
    }

    private static Decision<ProcessingInstructionEvent> execute(
            ExecuteProcessingInstruction c, ProcessingInstruction instruction) {
        return switch (instruction) {
            case NotGiven _ -> noInstruction();
            case Given given ->
                c.at().isBefore(given.at())
                        ? noInstruction()
                        : Decision.of(new ProcessingInstructionExecuted(given.instructionId(), c.executedBy(), c.at()));
            case Executed _ -> Decision.nothing();
            case Refused _ -> Decision.reject("PRA-011", "refused", "The instruction was refused.");
        };
    }

    private static Decision<ProcessingInstructionEvent> refuse(
            RefuseProcessingInstruction c, ProcessingInstruction instruction) {
        return switch (instruction) {
            case NotGiven _ -> noInstruction();
            case Given given ->
                c.reason() == InstructionRefusal.NO_ACCESS && !given.kind().needsAccess()
                        ? Decision.reject(
                                "PRA-026", "needs-no-access", "Only searching, changing and improving need access.")
                        : Decision.of(new ProcessingInstructionRefused(
                                given.instructionId(), c.reason(), c.explanation(), c.refusedBy(), c.at()));
            case Executed _ -> Decision.reject("PRA-011", "already-executed", "The instruction was executed.");
            case Refused refused ->
                refused.reason() == c.reason()
                        ? Decision.nothing()
                        : Decision.reject("PRA-011", "refused", "The instruction was refused for another reason.");
        };
    }

    private static Decision<ProcessingInstructionEvent> noInstruction() {
        return Decision.reject("PRA-010", "no-instruction", "Nothing is done to data without a written instruction.");
    }

    @Override
    public ProcessingInstruction evolve(ProcessingInstruction instruction, ProcessingInstructionEvent event) {
        return switch (event) {
            case ProcessingInstructionGiven e -> new Given(e.instructionId(), e.kind(), e.at());
            case ProcessingInstructionExecuted _ -> new Executed();
            case ProcessingInstructionRefused e -> new Refused(e.reason());
        };
    }
}

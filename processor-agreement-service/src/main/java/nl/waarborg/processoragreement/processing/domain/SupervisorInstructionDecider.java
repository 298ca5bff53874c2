package nl.waarborg.processoragreement.processing.domain;

import java.util.Optional;
import nl.waarborg.eventsourcing.Decider;
import nl.waarborg.eventsourcing.Decision;
import nl.waarborg.processoragreement.processing.domain.SupervisorInstructionCommand.RecordComplianceMeasure;
import nl.waarborg.processoragreement.processing.domain.SupervisorInstructionCommand.ReportSupervisorInstruction;
import nl.waarborg.processoragreement.processing.domain.SupervisorInstructionEvent.ComplianceMeasureRecorded;
import nl.waarborg.processoragreement.processing.domain.SupervisorInstructionEvent.SupervisorInstructionReported;

/** The customer reports what the supervisor orders, the vendor makes compliance possible (PRA-035). */
public final class SupervisorInstructionDecider
        implements Decider<SupervisorInstructionCommand, SupervisorInstruction, SupervisorInstructionEvent> {

    private static final String RULE = "PRA-035";

    @Override
    public SupervisorInstruction initialState() {
        return new SupervisorInstruction(Optional.empty());
    }

    @Override
    public Decision<SupervisorInstructionEvent> decide(
            SupervisorInstructionCommand command, SupervisorInstruction instruction) {
        return switch (command) {
            case ReportSupervisorInstruction c -> report(c, instruction);
            case RecordComplianceMeasure c ->
                instruction
                        .reported()
                        .map(id -> Decision.<SupervisorInstructionEvent>of(
                                new ComplianceMeasureRecorded(id, c.measureId(), c.measure(), c.at())))
                        .orElseGet(() ->
                                Decision.reject(RULE, "not-reported", "There is no such instruction of a supervisor."));
        };
    }

    private static Decision<SupervisorInstructionEvent> report(
            ReportSupervisorInstruction c, SupervisorInstruction instruction) {
        if (instruction.reported().isPresent()) {
            return Decision.nothing();
        }
        return c.receivedOn().isAfter(c.today())
                ? Decision.reject(RULE, "not-received-yet", "It is reported when it has been received.")
                : Decision.of(new SupervisorInstructionReported(
                        c.instructionId(), c.supervisor(), c.receivedOn(), c.text(), c.at()));
    }

    @Override
    public SupervisorInstruction evolve(SupervisorInstruction instruction, SupervisorInstructionEvent event) {
        return switch (event) {
            case SupervisorInstructionReported e -> new SupervisorInstruction(Optional.of(e.instructionId()));
            case ComplianceMeasureRecorded _ -> instruction;
        };
    }
}

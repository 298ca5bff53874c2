package nl.waarborg.processoragreement.processing.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** What can be asked about a binding instruction of a supervisor. */
public sealed interface SupervisorInstructionCommand {

    /**
     * @param receivedOn the day on which the customer got it, Europe/Amsterdam
     * @param today the day on which it is reported
     */
    record ReportSupervisorInstruction(
            UUID instructionId, Supervisor supervisor, LocalDate receivedOn, String text, LocalDate today, Instant at)
            implements SupervisorInstructionCommand {}

    record RecordComplianceMeasure(UUID measureId, String measure, Instant at)
            implements SupervisorInstructionCommand {}
}

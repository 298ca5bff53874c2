package nl.waarborg.processoragreement.processing.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import nl.waarborg.eventsourcing.Personal;
import org.jspecify.annotations.Nullable;

/** Stored forever, on the customer's streams. */
public sealed interface SupervisorInstructionEvent {

    UUID instructionId();

    record SupervisorInstructionReported(
            UUID instructionId,
            Supervisor supervisor,
            LocalDate receivedOn,
            @Personal @Nullable String text,
            Instant at)
            implements SupervisorInstructionEvent {}

    /** What the vendor did to make compliance possible. */
    record ComplianceMeasureRecorded(UUID instructionId, UUID measureId, @Personal @Nullable String measure, Instant at)
            implements SupervisorInstructionEvent {}
}

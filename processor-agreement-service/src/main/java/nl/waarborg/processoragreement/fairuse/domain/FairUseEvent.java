package nl.waarborg.processoragreement.fairuse.domain;

import java.time.Instant;
import java.util.UUID;
import nl.waarborg.eventsourcing.Personal;
import nl.waarborg.processoragreement.fairuse.domain.FairUse.Outcome;
import nl.waarborg.processoragreement.fairuse.domain.FairUse.Signal;
import org.jspecify.annotations.Nullable;

/** Stored forever. Changing a component needs an upcaster and a new sample in stored-events. */
public sealed interface FairUseEvent {

    UUID caseId();

    record FairUseCaseOpened(UUID caseId, Signal signal, @Personal @Nullable String description, Instant at)
            implements FairUseEvent {}

    /** @param outcome null if nobody was reached */
    record FairUseContactRecorded(
            UUID caseId,
            UUID contactId,
            boolean reached,
            @Nullable Outcome outcome,
            @Personal @Nullable String note,
            Instant at)
            implements FairUseEvent {}

    record FairUseMeasureTaken(UUID caseId, UUID measureId, @Personal @Nullable String measure, Instant at)
            implements FairUseEvent {}

    record FairUseCaseClosed(UUID caseId, Instant at) implements FairUseEvent {}
}

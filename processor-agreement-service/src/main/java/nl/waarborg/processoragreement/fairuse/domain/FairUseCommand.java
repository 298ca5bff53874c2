package nl.waarborg.processoragreement.fairuse.domain;

import java.time.Instant;
import java.util.UUID;
import nl.waarborg.processoragreement.fairuse.domain.FairUse.Outcome;
import nl.waarborg.processoragreement.fairuse.domain.FairUse.Signal;
import org.jspecify.annotations.Nullable;

/** What is done about abuse or needless load. */
public sealed interface FairUseCommand {

    UUID caseId();

    record OpenFairUseCase(UUID caseId, Signal signal, String description, Instant at) implements FairUseCommand {}

    /** @param outcome null if nobody was reached */
    record RecordFairUseContact(
            UUID caseId, UUID contactId, boolean reached, @Nullable Outcome outcome, @Nullable String note, Instant at)
            implements FairUseCommand {}

    record TakeFairUseMeasure(UUID caseId, UUID measureId, String measure, Instant at) implements FairUseCommand {}

    record CloseFairUseCase(UUID caseId, Instant at) implements FairUseCommand {}
}

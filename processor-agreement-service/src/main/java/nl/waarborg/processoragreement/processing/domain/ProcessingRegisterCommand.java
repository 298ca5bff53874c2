package nl.waarborg.processoragreement.processing.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a customer decides about the processing of its data. */
public sealed interface ProcessingRegisterCommand {

    /** The same id again replaces what was registered. */
    record RegisterProcessingActivity(UUID activityId, String purpose, String retention, String recipients, Instant at)
            implements ProcessingRegisterCommand {}

    record DeclareLegalBasis(UUID activityId, LegalBasis basis, @Nullable String explanation, Instant at)
            implements ProcessingRegisterCommand {}

    /** @param custom the customer added it itself */
    record RegisterDataCategory(String name, Sensitivity sensitivity, boolean custom, Instant at)
            implements ProcessingRegisterCommand {}

    record RequestAdvice(UUID adviceId, String subject, Instant at) implements ProcessingRegisterCommand {}

    /** @param madeOn the day on which the customer's assessment was finished */
    record RecordDpia(UUID activityId, LocalDate madeOn, String documentRef, Instant at)
            implements ProcessingRegisterCommand {}
}

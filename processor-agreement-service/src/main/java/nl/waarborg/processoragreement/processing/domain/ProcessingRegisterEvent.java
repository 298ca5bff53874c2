package nl.waarborg.processoragreement.processing.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import nl.waarborg.eventsourcing.Personal;
import org.jspecify.annotations.Nullable;

/** Stored forever, on the customer's streams. */
public sealed interface ProcessingRegisterEvent {

    record ProcessingActivityRegistered(
            UUID activityId, String purpose, String retention, String recipients, Instant at)
            implements ProcessingRegisterEvent {}

    record LegalBasisDeclared(UUID activityId, LegalBasis basis, @Personal @Nullable String explanation, Instant at)
            implements ProcessingRegisterEvent {}

    record DataCategoryRegistered(String name, Sensitivity sensitivity, boolean custom, Instant at)
            implements ProcessingRegisterEvent {}

    record AdviceRequested(UUID adviceId, @Personal @Nullable String subject, Instant at)
            implements ProcessingRegisterEvent {}

    /** The customer's own assessment of the effects on data protection. */
    record DpiaRecorded(UUID activityId, LocalDate madeOn, String documentRef, Instant at)
            implements ProcessingRegisterEvent {}
}

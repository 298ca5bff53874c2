package nl.waarborg.processoragreement.subprocessor.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import nl.waarborg.eventsourcing.Personal;
import org.jspecify.annotations.Nullable;

/** Stored forever, on the customer's streams: its consent to a third party that replaces the vendor's staff (PRA-043). */
public sealed interface ConsentEvent {

    UUID consentId();

    /**
     * @param thirdParty name of a firm, which is no personal data
     * @param through last day; null: until further notice
     * @param subprocessorId the supplier in the register; null: it is not said
     */
    record ReplacementConsentRequested(
            UUID consentId,
            @Nullable String thirdParty,
            @Personal @Nullable String task,
            LocalDate from,
            @Nullable LocalDate through,
            Instant at,
            @Nullable UUID subprocessorId)
            implements ConsentEvent {}

    record ReplacementConsentGiven(UUID consentId, @Nullable UUID givenBy, Instant at) implements ConsentEvent {}

    record ReplacementConsentRefused(
            UUID consentId, @Nullable UUID refusedBy, @Personal @Nullable String reasons, Instant at)
            implements ConsentEvent {}
}

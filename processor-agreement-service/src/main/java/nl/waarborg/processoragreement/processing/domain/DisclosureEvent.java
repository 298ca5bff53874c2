package nl.waarborg.processoragreement.processing.domain;

import java.time.Instant;
import java.util.UUID;
import nl.waarborg.eventsourcing.Personal;
import org.jspecify.annotations.Nullable;

/** Stored forever, on the customer's streams. */
public sealed interface DisclosureEvent {

    UUID disclosureId();

    /** @param mayInform the law allows to tell the customer */
    record DisclosureOrdered(
            UUID disclosureId,
            @Personal @Nullable String authority,
            DisclosureBasis legalBasis,
            @Personal @Nullable String scope,
            boolean mayInform,
            Instant at)
            implements DisclosureEvent {}

    record DisclosureReportedToController(UUID disclosureId, Instant at) implements DisclosureEvent {}

    record DisclosureConsented(
            UUID disclosureId,
            @Personal @Nullable String recipient,
            @Personal @Nullable String scope,
            @Nullable UUID consentedBy,
            Instant at)
            implements DisclosureEvent {}

    /** The data were given. */
    record DataDisclosed(UUID disclosureId, @Nullable UUID byEmployee, Instant at) implements DisclosureEvent {}
}

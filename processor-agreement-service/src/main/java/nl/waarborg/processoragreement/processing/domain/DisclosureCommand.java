package nl.waarborg.processoragreement.processing.domain;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What can be asked about giving a customer's data to a third party. */
public sealed interface DisclosureCommand {

    /**
     * @param privileged a legal privilege can be invoked against it
     * @param mayInform the law allows to tell the customer
     */
    record RecordDisclosureOrder(
            UUID disclosureId,
            String authority,
            DisclosureBasis legalBasis,
            String scope,
            boolean privileged,
            boolean mayInform,
            Instant at)
            implements DisclosureCommand {}

    /** @param allowedSince meanwhile the law allows it */
    record InformControllerOfDisclosure(boolean allowedSince, Instant at) implements DisclosureCommand {}

    record ConsentToDisclosure(
            UUID disclosureId, String recipient, String scope, @Nullable UUID consentedBy, Instant at)
            implements DisclosureCommand {}

    record RecordDisclosure(@Nullable UUID byEmployee, Instant at) implements DisclosureCommand {}
}

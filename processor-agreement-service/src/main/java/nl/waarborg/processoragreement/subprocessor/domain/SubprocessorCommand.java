package nl.waarborg.processoragreement.subprocessor.domain;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What can be asked about a supplier. */
public sealed interface SubprocessorCommand {

    record RegisterSubprocessor(
            UUID subprocessorId, String provider, Supplier supplier, SupplierTerms terms, Instant at)
            implements SubprocessorCommand {}

    /** @param publishedAt since when customers can read it: the notice runs from then at the earliest */
    record AnnounceSubprocessor(SupplierTerms terms, Instant at, Instant publishedAt) implements SubprocessorCommand {}

    /** @param asked customers that were asked to consent to it */
    record ActivateSubprocessor(SupplierTerms terms, List<AskedCustomer> asked, Instant startedAt)
            implements SubprocessorCommand {}

    record EndSubprocessor(Instant endedAt) implements SubprocessorCommand {}

    /** @param text ciphertext of the customer's own key */
    record ObjectToSubprocessor(UUID objectionId, UUID tenant, @Nullable UUID raisedBy, String text, Instant at)
            implements SubprocessorCommand {}

    /** @param reasons ciphertext of the objector's own key; null if that key is destroyed */
    record DecideObjection(
            UUID objectionId, BoardDecision decision, @Nullable UUID decidedBy, @Nullable String reasons, Instant at)
            implements SubprocessorCommand {}

    record RecordUpstreamChange(String change, Instant effectiveFrom, SupplierTerms terms, Instant receivedAt)
            implements SubprocessorCommand {}

    record AnnounceSupplierChange(String change, String consequences, Instant effectiveFrom, Instant at)
            implements SubprocessorCommand {}
}

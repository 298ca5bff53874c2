package nl.waarborg.processoragreement.agreement.domain;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import nl.waarborg.eventsourcing.Personal;
import nl.waarborg.terms.Preset;
import org.jspecify.annotations.Nullable;

/** Stored forever. Changing a component needs an upcaster and a new sample in stored-events. */
public sealed interface AgreementEvent {

    record AgreementConcluded(
            String provider,
            String reference,
            String name,
            Preset preset,
            LocalDate concludedOn,
            @Nullable LocalDate initialPeriodEnd,
            Licence licence,
            @Personal List<Contact> contacts)
            implements AgreementEvent {}

    /**
     * The complete terms from a moment on; in force is the highest version whose validity holds the moment.
     *
     * @param validTo first instant after it, if it ends by itself
     * @param statutory the change against the version before follows from a change of law
     * @param terms every term that holds
     * @param deviations what was agreed otherwise than the preset, the basis of the next version
     */
    record TenantTermsPublished(
            int termsVersion,
            Preset preset,
            Instant validFrom,
            @Nullable Instant validTo,
            boolean statutory,
            List<AgreedTerm> terms,
            List<AgreedTerm> deviations)
            implements AgreementEvent {}

    record FirstClassSubscribed(LocalDate registeredOn, LocalDate startsOn) implements AgreementEvent {}

    record FirstClassStarted(LocalDate startsOn) implements AgreementEvent {}

    record FirstClassCancelled(Instant receivedAt, LocalDate endsOn) implements AgreementEvent {}

    record FirstClassEnded(LocalDate endsOn) implements AgreementEvent {}

    record LicenceChangeRequested(Licence licence) implements AgreementEvent {}

    record LicenceChanged(Licence licence, LocalDate effectiveFrom) implements AgreementEvent {}

    record InvoiceRecorded(String invoiceId, YearMonth period, List<InvoiceLine> lines) implements AgreementEvent {}

    /** @param invoiceId the last invoice of the month, which shows it */
    record FirstClassMismatchDetected(String invoiceId, YearMonth period, FirstClassMismatch mismatch)
            implements AgreementEvent {}

    /** @param invoiceId the last invoice of the month, with which it is settled */
    record FirstClassMismatchWithdrawn(String invoiceId, YearMonth period) implements AgreementEvent {}

    /**
     * @param until last day, if the option ends by itself
     * @param users how many may work, where the option says so
     * @param monthlyAmount euros excluding VAT; null where the price is no share of the former one
     * @param basisAmount highest monthly amount of the months that count, euros excluding VAT
     * @param byDefault nobody chose; it follows from the end of another option
     */
    record ExitOptionChosen(
            ExitOption option,
            LocalDate effectiveFrom,
            @Nullable LocalDate until,
            @Nullable Integer users,
            @Nullable BigDecimal monthlyAmount,
            @Nullable BigDecimal basisAmount,
            boolean byDefault)
            implements AgreementEvent {}

    record ExitOptionExpired(ExitOption option, LocalDate expiredOn) implements AgreementEvent {}

    record AgreementExtended(LocalDate until) implements AgreementEvent {}

    /** @param contestedSlaVersion with {@link TerminationGround#SLA_CHANGE}: the version of the SLA that is not accepted */
    record AgreementTerminated(
            TerminationGround ground,
            TerminationScope scope,
            Instant noticeAt,
            LocalDate endsOn,
            @Nullable Integer contestedSlaVersion)
            implements AgreementEvent {}

    record TerminationRefused(TerminationRefusal reason, int contestedTermsVersion) implements AgreementEvent {}

    /** @param latestReceipt last day on which a cancellation for that period would have been in time */
    record LicenceCancelled(Instant receivedAt, LocalDate endsOn, @Nullable LocalDate latestReceipt)
            implements AgreementEvent {}

    /**
     * @param requestedEnd last day that the customer asked for
     * @param firstEnd the earliest last day that the minimum term leaves
     */
    record LicenceCancellationRefused(
            Instant receivedAt,
            LocalDate requestedEnd,
            @Nullable LocalDate latestReceipt,
            @Nullable LocalDate firstEnd,
            LicenceCancellation.Refusal reason)
            implements AgreementEvent {}

    /**
     * @param termsVersion the tenant's terms on its first day
     * @param keys of the terms that it changed
     */
    record SlaVersionAdopted(
            int slaVersion, int termsVersion, LocalDate effectiveFrom, boolean statutory, List<String> keys)
            implements AgreementEvent {}

    /** A title may name people, so it is kept as personal data. */
    record SeparateProcessorAgreementRegistered(
            @Personal @Nullable String title, @Nullable String model, LocalDate effectiveFrom)
            implements AgreementEvent {}

    record SpecificTermAgreed(String key, String value, String clause, LocalDate effectiveFrom)
            implements AgreementEvent {}

    record AgreementSigned(@Personal @Nullable String signedBy, @Nullable UUID personId, Instant signedAt)
            implements AgreementEvent {}

    /** A document may name people, so it is kept as personal data. */
    record AgreementDocumentAttached(
            UUID documentId,
            DocumentKind kind,
            @Personal @Nullable String title,
            String mediaType,
            @Personal @Nullable String content,
            String sha256)
            implements AgreementEvent {}

    /** @param survivingProvisions what stays valid afterwards (PRA-008) */
    record AgreementEnded(LocalDate endedOn, List<String> survivingProvisions) implements AgreementEvent {}
}

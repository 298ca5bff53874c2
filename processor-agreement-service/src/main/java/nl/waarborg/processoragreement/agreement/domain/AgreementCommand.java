package nl.waarborg.processoragreement.agreement.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.waarborg.terms.Deviation;
import nl.waarborg.terms.Preset;
import nl.waarborg.terms.TermKey;
import nl.waarborg.terms.Terms;
import nl.waarborg.terms.calendar.OpeningHours;
import org.jspecify.annotations.Nullable;

/** What can be asked of an agreement. Days are those of Europe/Amsterdam; the last day of a range belongs to it. */
public sealed interface AgreementCommand {

    /**
     * @param provider the vendor
     * @param reference the vendor's own number of the agreement
     * @param deviations from the preset, from the first day on
     * @param initialPeriodEnd last day of the initial period, if one was agreed
     */
    record ConcludeAgreement(
            String provider,
            String reference,
            String name,
            Preset preset,
            List<Deviation> deviations,
            LocalDate concludedOn,
            @Nullable LocalDate initialPeriodEnd,
            Licence licence,
            List<Contact> contacts)
            implements AgreementCommand {}

    /**
     * New terms from a day on: the vendor's document as it is today, with the deviations agreed before and these.
     *
     * @param restored keys whose earlier deviations no longer hold
     * @param statutory the change follows from a change of law
     * @param at when it was agreed
     */
    record ChangeTerms(
            List<Deviation> deviations, Set<TermKey> restored, LocalDate effectiveFrom, boolean statutory, Instant at)
            implements AgreementCommand {}

    /** @param at the moment of registration */
    record SubscribeFirstClass(Instant at) implements AgreementCommand {}

    record StartFirstClass(LocalDate startsOn) implements AgreementCommand {}

    record CancelFirstClass(Instant receivedAt) implements AgreementCommand {}

    record EndFirstClass(LocalDate endsOn) implements AgreementCommand {}

    /** @param at the moment of asking */
    record RequestLicenceChange(Licence licence, Instant at) implements AgreementCommand {}

    record ChangeLicence(Licence licence, LocalDate effectiveFrom) implements AgreementCommand {}

    record RecordInvoice(String invoiceId, YearMonth period, List<InvoiceLine> lines) implements AgreementCommand {}

    /** @param at the moment of the choice */
    record ChooseExitOption(ExitOption option, LocalDate effectiveFrom, Instant at) implements AgreementCommand {}

    record ExpireExitOption(LocalDate lastDay) implements AgreementCommand {}

    record ExtendAgreement(LocalDate until) implements AgreementCommand {}

    /**
     * @param contestedSlaVersion with {@link TerminationGround#SLA_CHANGE}: what the customer does not accept
     * @param unresolved a question of the customer about that version was answered, and no solution found
     * @param disregardedSince with {@link TerminationGround#SUBPROCESSOR}: since when it processes data although the customer
     *     objected; null if none does
     * @param endsOn last day of what is terminated
     */
    record TerminateAgreement(
            TerminationGround ground,
            TerminationScope scope,
            @Nullable Integer contestedSlaVersion,
            boolean unresolved,
            @Nullable Instant disregardedSince,
            LocalDate endsOn,
            Instant noticeAt)
            implements AgreementCommand {}

    /**
     * The licence stops; the agreement ends with it.
     *
     * @param statedDate last day that the customer asks for; null for the last before the next invoice period
     * @param terms those in force when the cancellation was received
     * @param hours working days are counted on these
     */
    record CancelLicence(Instant receivedAt, @Nullable LocalDate statedDate, Terms terms, OpeningHours hours)
            implements AgreementCommand {}

    /**
     * A later version of the vendor's standard agreement holds from its day on.
     *
     * @param changes what it says otherwise than the version before
     * @param statutory the change follows from a change of law
     */
    record AdoptSlaVersion(int slaVersion, List<Deviation> changes, LocalDate effectiveFrom, boolean statutory)
            implements AgreementCommand {}

    /**
     * An agreement drawn up apart from the standard one, term by term before it (PRA-002, OP-57).
     *
     * @param model code of the recognised model that it follows, if it follows one (PRA-003)
     */
    record RegisterSeparateAgreement(
            String title, @Nullable String model, List<Deviation> provisions, LocalDate effectiveFrom, Instant at)
            implements AgreementCommand {}

    /** What the assignment says under its specific provisions (PRA-005). */
    record AgreeSpecificTerms(List<Deviation> provisions, LocalDate effectiveFrom, Instant at)
            implements AgreementCommand {}

    /**
     * @param signedBy who signed, in the customer's name
     * @param takenNote the customer declares that it has taken note of the agreement and agrees with it
     */
    record SignAgreement(String signedBy, @Nullable UUID personId, boolean takenNote, Instant at)
            implements AgreementCommand {}

    /**
     * @param content the document, as Base64
     * @param sha256 of the document's bytes, hexadecimal
     */
    record AttachDocument(
            UUID documentId, DocumentKind kind, String title, String mediaType, String content, String sha256)
            implements AgreementCommand {}

    record EndAgreement(LocalDate lastDay) implements AgreementCommand {}
}

package nl.waarborg.processoragreement.agreement.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import nl.waarborg.terms.Deviation;
import nl.waarborg.terms.Preset;
import nl.waarborg.terms.TermKey;
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

    record RequestLicenceChange(Licence licence) implements AgreementCommand {}

    record ChangeLicence(Licence licence, LocalDate effectiveFrom) implements AgreementCommand {}

    record RecordInvoice(String invoiceId, YearMonth period, List<InvoiceLine> lines) implements AgreementCommand {}

    /** @param at the moment of the choice */
    record ChooseExitOption(ExitOption option, LocalDate effectiveFrom, Instant at) implements AgreementCommand {}

    record ExpireExitOption(LocalDate lastDay) implements AgreementCommand {}

    record ExtendAgreement(LocalDate until) implements AgreementCommand {}

    /**
     * @param contestedTermsVersion with {@link TerminationGround#SLA_CHANGE}: what the customer does not accept
     * @param endsOn last day of what is terminated
     */
    record TerminateAgreement(
            TerminationGround ground,
            TerminationScope scope,
            @Nullable Integer contestedTermsVersion,
            LocalDate endsOn,
            Instant noticeAt)
            implements AgreementCommand {}

    record EndAgreement(LocalDate lastDay) implements AgreementCommand {}
}

package nl.waarborg.processoragreement.agreement.publication;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.waarborg.eventsourcing.PublishedEvent;
import nl.waarborg.processoragreement.agreement.domain.AgreedTerm;
import nl.waarborg.processoragreement.agreement.domain.AgreementEvent;
import nl.waarborg.processoragreement.agreement.domain.AgreementEvent.AgreementConcluded;
import nl.waarborg.processoragreement.agreement.domain.AgreementEvent.AgreementDocumentAttached;
import nl.waarborg.processoragreement.agreement.domain.AgreementEvent.AgreementEnded;
import nl.waarborg.processoragreement.agreement.domain.AgreementEvent.AgreementExtended;
import nl.waarborg.processoragreement.agreement.domain.AgreementEvent.AgreementSigned;
import nl.waarborg.processoragreement.agreement.domain.AgreementEvent.AgreementTerminated;
import nl.waarborg.processoragreement.agreement.domain.AgreementEvent.ExitOptionChosen;
import nl.waarborg.processoragreement.agreement.domain.AgreementEvent.ExitOptionExpired;
import nl.waarborg.processoragreement.agreement.domain.AgreementEvent.FirstClassCancelled;
import nl.waarborg.processoragreement.agreement.domain.AgreementEvent.FirstClassEnded;
import nl.waarborg.processoragreement.agreement.domain.AgreementEvent.FirstClassMismatchDetected;
import nl.waarborg.processoragreement.agreement.domain.AgreementEvent.FirstClassMismatchWithdrawn;
import nl.waarborg.processoragreement.agreement.domain.AgreementEvent.FirstClassStarted;
import nl.waarborg.processoragreement.agreement.domain.AgreementEvent.FirstClassSubscribed;
import nl.waarborg.processoragreement.agreement.domain.AgreementEvent.InvoiceRecorded;
import nl.waarborg.processoragreement.agreement.domain.AgreementEvent.LicenceCancellationRefused;
import nl.waarborg.processoragreement.agreement.domain.AgreementEvent.LicenceCancelled;
import nl.waarborg.processoragreement.agreement.domain.AgreementEvent.LicenceChangeRequested;
import nl.waarborg.processoragreement.agreement.domain.AgreementEvent.LicenceChanged;
import nl.waarborg.processoragreement.agreement.domain.AgreementEvent.SeparateProcessorAgreementRegistered;
import nl.waarborg.processoragreement.agreement.domain.AgreementEvent.SlaVersionAdopted;
import nl.waarborg.processoragreement.agreement.domain.AgreementEvent.SpecificTermAgreed;
import nl.waarborg.processoragreement.agreement.domain.AgreementEvent.TenantTermsPublished;
import nl.waarborg.processoragreement.agreement.domain.AgreementEvent.TerminationRefused;
import nl.waarborg.processoragreement.agreement.domain.ExitOption;
import nl.waarborg.processoragreement.agreement.domain.Licence;
import nl.waarborg.processoragreement.agreement.domain.TerminationGround;
import nl.waarborg.processoragreement.agreement.domain.TerminationScope;
import nl.waarborg.terms.Preset;
import nl.waarborg.terms.Term.Origin;
import nl.waarborg.terms.TermKey;
import org.jspecify.annotations.Nullable;

/** What other services may know. The stored events stay private, so they can change; these change only as the contracts allow. */
public sealed interface PublishedAgreementEvent {

    String PREFIX = "nl.waarborg.processor-agreement.";

    record AgreementConcludedV1(
            UUID agreementId,
            String provider,
            String reference,
            String name,
            Preset preset,
            LocalDate concludedOn,
            @Nullable LocalDate initialPeriodEnd,
            LicenceV1 licence)
            implements PublishedAgreementEvent {}

    record LicenceV1(
            Licence.Type type, @Nullable String name, int users, int employees, int environments, int returns) {

        static LicenceV1 of(Licence licence) {
            return new LicenceV1(
                    licence.type(),
                    licence.name(),
                    licence.users(),
                    licence.employees(),
                    licence.environments(),
                    licence.returns());
        }
    }

    record TenantTermsPublishedV1(
            UUID agreementId,
            int termsVersion,
            Preset preset,
            Instant validFrom,
            @Nullable Instant validTo,
            boolean statutory,
            List<AgreedTerm> terms)
            implements PublishedAgreementEvent {}

    record FirstClassSubscribedV1(UUID agreementId, LocalDate registeredOn, LocalDate startsOn)
            implements PublishedAgreementEvent {}

    record FirstClassStartedV1(UUID agreementId, LocalDate startsOn) implements PublishedAgreementEvent {}

    record FirstClassCancelledV1(UUID agreementId, Instant receivedAt, LocalDate endsOn)
            implements PublishedAgreementEvent {}

    record FirstClassEndedV1(UUID agreementId, LocalDate endsOn) implements PublishedAgreementEvent {}

    record LicenceChangedV1(UUID agreementId, LicenceV1 licence, LocalDate effectiveFrom)
            implements PublishedAgreementEvent {}

    /** Amounts are texts with two decimals, in euros. */
    record ExitOptionChosenV1(
            UUID agreementId,
            ExitOption option,
            LocalDate effectiveFrom,
            @Nullable LocalDate until,
            @Nullable Integer users,
            @Nullable String monthlyAmount,
            @Nullable String basisAmount,
            boolean byDefault)
            implements PublishedAgreementEvent {}

    record ExitOptionExpiredV1(UUID agreementId, ExitOption option, LocalDate expiredOn)
            implements PublishedAgreementEvent {}

    record AgreementExtendedV1(UUID agreementId, LocalDate until) implements PublishedAgreementEvent {}

    record AgreementTerminatedV1(
            UUID agreementId, TerminationGround ground, TerminationScope scope, Instant noticeAt, LocalDate endsOn)
            implements PublishedAgreementEvent {}

    record AgreementEndedV1(UUID agreementId, LocalDate endedOn) implements PublishedAgreementEvent {}

    /** @param id of the agreement: its stream */
    public static Optional<PublishedEvent> from(UUID id, AgreementEvent event) {
        return switch (event) {
            case AgreementConcluded e ->
                published(
                        "agreement-concluded.v1",
                        new AgreementConcludedV1(
                                id,
                                e.provider(),
                                e.reference(),
                                e.name(),
                                e.preset(),
                                e.concludedOn(),
                                e.initialPeriodEnd(),
                                LicenceV1.of(e.licence())));
            case TenantTermsPublished e ->
                published(
                        "tenant-terms-published.v1",
                        new TenantTermsPublishedV1(
                                id,
                                e.termsVersion(),
                                e.preset(),
                                e.validFrom(),
                                e.validTo(),
                                e.statutory(),
                                e.terms().stream()
                                        .filter(PublishedAgreementEvent::forOthers)
                                        .map(PublishedAgreementEvent::published)
                                        .toList()));
            case FirstClassSubscribed e ->
                published("first-class-subscribed.v1", new FirstClassSubscribedV1(id, e.registeredOn(), e.startsOn()));
            case FirstClassStarted e -> published("first-class-started.v1", new FirstClassStartedV1(id, e.startsOn()));
            case FirstClassCancelled e ->
                published("first-class-cancelled.v1", new FirstClassCancelledV1(id, e.receivedAt(), e.endsOn()));
            case FirstClassEnded e -> published("first-class-ended.v1", new FirstClassEndedV1(id, e.endsOn()));
            case LicenceChangeRequested _ -> Optional.empty();
            case LicenceChanged e ->
                published("licence-changed.v1", new LicenceChangedV1(id, LicenceV1.of(e.licence()), e.effectiveFrom()));
            case InvoiceRecorded _ -> Optional.empty();
            case FirstClassMismatchDetected _, FirstClassMismatchWithdrawn _ -> Optional.empty();
            case ExitOptionChosen e ->
                published(
                        "exit-option-chosen.v1",
                        new ExitOptionChosenV1(
                                id,
                                e.option(),
                                e.effectiveFrom(),
                                e.until(),
                                e.users(),
                                text(e.monthlyAmount()),
                                text(e.basisAmount()),
                                e.byDefault()));
            case ExitOptionExpired e ->
                published("exit-option-expired.v1", new ExitOptionExpiredV1(id, e.option(), e.expiredOn()));
            case AgreementExtended e -> published("agreement-extended.v1", new AgreementExtendedV1(id, e.until()));
            case AgreementTerminated e ->
                published(
                        "agreement-terminated.v1",
                        new AgreementTerminatedV1(id, e.ground(), e.scope(), e.noticeAt(), e.endsOn()));
            case TerminationRefused _ -> Optional.empty();
            case LicenceCancelled _,
                    LicenceCancellationRefused _,
                    SlaVersionAdopted _,
                    SeparateProcessorAgreementRegistered _,
                    SpecificTermAgreed _,
                    AgreementSigned _,
                    AgreementDocumentAttached _ -> Optional.empty();
            case AgreementEnded e -> published("agreement-ended.v1", new AgreementEndedV1(id, e.endedOn()));
        };
    }

    /** What was agreed with one customer in free words may name people, and no service reckons with it. */
    private static boolean forOthers(AgreedTerm term) {
        var ownWords = term.origin() == Origin.SPECIFIC_PROVISION || term.origin() == Origin.SEPARATE_AGREEMENT;
        return !ownWords
                || TermKey.of(term.key())
                        .filter(key -> key.kind() == TermKey.Kind.TEXT)
                        .isEmpty();
    }

    /** Every version of the vendor's own document is the vendor's document to others. */
    private static AgreedTerm published(AgreedTerm term) {
        return term.origin() == Origin.SLA_VERSION
                ? new AgreedTerm(term.key(), term.value(), term.clause(), Origin.PRESET)
                : term;
    }

    private static Optional<PublishedEvent> published(String name, PublishedAgreementEvent data) {
        return Optional.of(new PublishedEvent(PREFIX + name, data));
    }

    private static @Nullable String text(@Nullable BigDecimal euros) {
        return euros == null ? null : euros.setScale(2).toPlainString();
    }
}

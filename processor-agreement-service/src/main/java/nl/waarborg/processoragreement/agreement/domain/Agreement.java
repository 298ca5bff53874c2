package nl.waarborg.processoragreement.agreement.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import nl.waarborg.eventsourcing.StreamId;
import nl.waarborg.processoragreement.agreement.domain.AgreementEvent.AgreementConcluded;
import nl.waarborg.processoragreement.agreement.domain.AgreementEvent.AgreementTerminated;
import nl.waarborg.processoragreement.agreement.domain.AgreementEvent.ExitOptionChosen;
import nl.waarborg.processoragreement.agreement.domain.AgreementEvent.LicenceChanged;
import nl.waarborg.processoragreement.agreement.domain.AgreementEvent.SeparateProcessorAgreementRegistered;
import nl.waarborg.processoragreement.agreement.domain.AgreementEvent.SlaVersionAdopted;
import nl.waarborg.processoragreement.agreement.domain.AgreementEvent.TenantTermsPublished;
import org.jspecify.annotations.Nullable;

/** What the rules must know about an agreement. */
public sealed interface Agreement {

    String CATEGORY = "agreement";

    /** The tenant of an agreement: the same vendor and reference give the same tenant, so concluding twice makes no second one. */
    static UUID tenant(String provider, String reference) {
        return StreamId.natural("tenant", StreamId.PLATFORM, provider + '/' + reference)
                .id();
    }

    /** A tenant has one agreement. */
    static StreamId stream(UUID tenant) {
        return StreamId.natural(CATEGORY, tenant, "");
    }

    record NotConcluded() implements Agreement {}

    /**
     * @param extendedUntil last day of the latest extension
     * @param terminations of parts of the agreement, and of the whole
     * @param endedOn its last day, once it is over
     * @param papers what was signed and adopted
     */
    record Concluded(
            AgreementConcluded conclusion,
            TermsVersions terms,
            Licence licence,
            @Nullable LocalDate licenceSince,
            List<FirstClassPeriod> firstClass,
            Invoices invoices,
            @Nullable LocalDate extendedUntil,
            List<AgreementTerminated> terminations,
            @Nullable ExitOptionChosen exit,
            @Nullable LocalDate endedOn,
            Papers papers)
            implements Agreement {

        static Concluded by(AgreementConcluded conclusion) {
            return new Concluded(
                    conclusion,
                    new TermsVersions(List.of()),
                    conclusion.licence(),
                    null,
                    List.of(),
                    Invoices.NONE,
                    conclusion.initialPeriodEnd(),
                    List.of(),
                    null,
                    null,
                    Papers.NONE);
        }

        boolean ended() {
            return endedOn != null;
        }

        /** Of the whole agreement. */
        @Nullable
        AgreementTerminated termination() {
            return terminations.stream()
                    .filter(terminated -> terminated.scope() == TerminationScope.WHOLE)
                    .findFirst()
                    .orElse(null);
        }

        Concluded with(TenantTermsPublished published) {
            return new Concluded(
                    conclusion,
                    terms.with(published),
                    licence,
                    licenceSince,
                    firstClass,
                    invoices,
                    extendedUntil,
                    terminations,
                    exit,
                    endedOn,
                    papers);
        }

        Concluded with(LicenceChanged changed) {
            return new Concluded(
                    conclusion,
                    terms,
                    changed.licence(),
                    changed.effectiveFrom(),
                    firstClass,
                    invoices,
                    extendedUntil,
                    terminations,
                    exit,
                    endedOn,
                    papers);
        }

        Concluded with(List<FirstClassPeriod> periods) {
            return new Concluded(
                    conclusion,
                    terms,
                    licence,
                    licenceSince,
                    List.copyOf(periods),
                    invoices,
                    extendedUntil,
                    terminations,
                    exit,
                    endedOn,
                    papers);
        }

        Concluded withLast(UnaryOperator<FirstClassPeriod> change) {
            var last = firstClass.getLast();
            return replacing(last::equals, change);
        }

        Concluded withRunning(UnaryOperator<FirstClassPeriod> change) {
            return replacing(FirstClassPeriod::running, change);
        }

        private Concluded replacing(Predicate<FirstClassPeriod> those, UnaryOperator<FirstClassPeriod> change) {
            return with(firstClass.stream()
                    .map(period -> those.test(period) ? change.apply(period) : period)
                    .toList());
        }

        Concluded with(Invoices invoiced) {
            return new Concluded(
                    conclusion,
                    terms,
                    licence,
                    licenceSince,
                    firstClass,
                    invoiced,
                    extendedUntil,
                    terminations,
                    exit,
                    endedOn,
                    papers);
        }

        Concluded extendedUntil(LocalDate until) {
            return new Concluded(
                    conclusion,
                    terms,
                    licence,
                    licenceSince,
                    firstClass,
                    invoices,
                    until,
                    terminations,
                    exit,
                    endedOn,
                    papers);
        }

        Concluded with(AgreementTerminated terminated) {
            var all = new ArrayList<>(terminations);
            all.add(terminated);
            return new Concluded(
                    conclusion,
                    terms,
                    licence,
                    licenceSince,
                    firstClass,
                    invoices,
                    extendedUntil,
                    List.copyOf(all),
                    exit,
                    endedOn,
                    papers);
        }

        Concluded with(ExitOptionChosen chosen) {
            return new Concluded(
                    conclusion,
                    terms,
                    licence,
                    licenceSince,
                    firstClass,
                    invoices,
                    extendedUntil,
                    terminations,
                    chosen,
                    endedOn,
                    papers);
        }

        Concluded endedOn(LocalDate lastDay) {
            return new Concluded(
                    conclusion,
                    terms,
                    licence,
                    licenceSince,
                    firstClass,
                    invoices,
                    extendedUntil,
                    terminations,
                    exit,
                    lastDay,
                    papers);
        }

        Concluded with(Papers changed) {
            return new Concluded(
                    conclusion,
                    terms,
                    licence,
                    licenceSince,
                    firstClass,
                    invoices,
                    extendedUntil,
                    terminations,
                    exit,
                    endedOn,
                    changed);
        }
    }

    /**
     * A version of the vendor's standard agreement as the customer adopted it.
     *
     * @param termsVersion in force on its first day
     * @param keys of the terms that it changed
     */
    record Adopted(int termsVersion, LocalDate effectiveFrom, boolean statutory, Set<String> keys) {}

    /**
     * @param documents by their ids, the hash of each
     * @param separate the agreements drawn up apart from the standard one
     */
    record Papers(
            boolean signed,
            Map<Integer, Adopted> slaVersions,
            Map<UUID, String> documents,
            Set<SeparateProcessorAgreementRegistered> separate) {

        static final Papers NONE = new Papers(false, Map.of(), Map.of(), Set.of());

        public Papers {
            slaVersions = Map.copyOf(slaVersions);
            documents = Map.copyOf(documents);
            separate = Set.copyOf(separate);
        }

        /** The latest version of the SLA that was adopted by a version of the terms. */
        public Optional<Integer> adoptedBy(int termsVersion) {
            return slaVersions.entrySet().stream()
                    .filter(entry -> entry.getValue().termsVersion() == termsVersion)
                    .map(Map.Entry::getKey)
                    .max(Comparator.naturalOrder());
        }

        /** Whether a later version of the SLA that holds on a day says something of the term, too (XSV-004). */
        boolean overruled(int slaVersion, String key, LocalDate day) {
            return slaVersions.entrySet().stream()
                    .anyMatch(entry -> entry.getKey() > slaVersion
                            && !entry.getValue().effectiveFrom().isAfter(day)
                            && entry.getValue().keys().contains(key));
        }

        Papers sign() {
            return new Papers(true, slaVersions, documents, separate);
        }

        Papers adopting(SlaVersionAdopted version) {
            var all = new HashMap<>(slaVersions);
            all.put(
                    version.slaVersion(),
                    new Adopted(
                            version.termsVersion(),
                            version.effectiveFrom(),
                            version.statutory(),
                            Set.copyOf(version.keys())));
            return new Papers(signed, all, documents, separate);
        }

        Papers holding(UUID document, String hash) {
            var all = new HashMap<>(documents);
            all.put(document, hash);
            return new Papers(signed, slaVersions, all, separate);
        }

        Papers registering(SeparateProcessorAgreementRegistered agreement) {
            var all = new HashSet<>(separate);
            all.add(agreement);
            return new Papers(signed, slaVersions, documents, all);
        }
    }
}

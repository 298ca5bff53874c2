package nl.waarborg.processoragreement.agreement.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
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
     * @param licences by the day from which each holds
     * @param extendedUntil last day of the latest extension
     * @param terminations of parts of the agreement, and of the whole
     * @param exits the options that were chosen and not replaced, by their first days
     * @param endedOn its last day, once it is over
     * @param papers what was signed and adopted
     */
    record Concluded(
            AgreementConcluded conclusion,
            TermsVersions terms,
            NavigableMap<LocalDate, Licence> licences,
            List<FirstClassPeriod> firstClass,
            Invoices invoices,
            @Nullable LocalDate extendedUntil,
            List<AgreementTerminated> terminations,
            List<ExitOptionChosen> exits,
            @Nullable LocalDate endedOn,
            Papers papers)
            implements Agreement {

        static Concluded by(AgreementConcluded conclusion) {
            return new Concluded(
                    conclusion,
                    new TermsVersions(List.of()),
                    new TreeMap<>(Map.of(conclusion.concludedOn(), conclusion.licence())),
                    List.of(),
                    Invoices.NONE,
                    conclusion.initialPeriodEnd(),
                    List.of(),
                    List.of(),
                    null,
                    Papers.NONE);
        }

        boolean ended() {
            return endedOn != null;
        }

        /** Whether nothing is left on a day but exit: it ended, and no licence goes on as the minimal one (XSV-014, XSV-015). */
        boolean overOn(LocalDate day) {
            return ended()
                    && exitOn(day)
                            .filter(exit -> exit.option() == ExitOption.MINIMAL)
                            .isEmpty();
        }

        /** Of the whole agreement: the earliest, since that is the one that ends it. */
        @Nullable
        AgreementTerminated termination() {
            return terminations.stream()
                    .filter(terminated -> terminated.scope() == TerminationScope.WHOLE)
                    .reduce((former, next) -> next.endsOn().isAfter(former.endsOn()) ? former : next)
                    .orElse(null);
        }

        /** The licence that holds on a day; before the first day the first one. */
        Licence licenceOn(LocalDate day) {
            var since = licences.floorEntry(day);
            return (since == null ? licences.firstEntry() : since).getValue();
        }

        /** The last one chosen; it may be still to come. */
        @Nullable
        ExitOptionChosen exit() {
            return exits.isEmpty() ? null : exits.getLast();
        }

        /** The option that holds on a day. */
        Optional<ExitOptionChosen> exitOn(LocalDate day) {
            return exits.reversed().stream()
                    .filter(exit -> !exit.effectiveFrom().isAfter(day))
                    .findFirst()
                    .filter(exit -> exit.until() == null || !day.isAfter(exit.until()));
        }

        Concluded with(TenantTermsPublished published) {
            return new Concluded(
                    conclusion,
                    terms.with(published),
                    licences,
                    firstClass,
                    invoices,
                    extendedUntil,
                    terminations,
                    exits,
                    endedOn,
                    papers);
        }

        Concluded with(LicenceChanged changed) {
            var all = new TreeMap<>(licences);
            all.put(changed.effectiveFrom(), changed.licence());
            return new Concluded(
                    conclusion, terms, all, firstClass, invoices, extendedUntil, terminations, exits, endedOn, papers);
        }

        Concluded with(List<FirstClassPeriod> periods) {
            return new Concluded(
                    conclusion,
                    terms,
                    licences,
                    List.copyOf(periods),
                    invoices,
                    extendedUntil,
                    terminations,
                    exits,
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
                    licences,
                    firstClass,
                    invoiced,
                    extendedUntil,
                    terminations,
                    exits,
                    endedOn,
                    papers);
        }

        Concluded extendedUntil(LocalDate until) {
            return new Concluded(
                    conclusion, terms, licences, firstClass, invoices, until, terminations, exits, endedOn, papers);
        }

        Concluded with(AgreementTerminated terminated) {
            var all = new ArrayList<>(terminations);
            all.add(terminated);
            return new Concluded(
                    conclusion,
                    terms,
                    licences,
                    firstClass,
                    invoices,
                    extendedUntil,
                    List.copyOf(all),
                    exits,
                    endedOn,
                    papers);
        }

        /** A choice for a day takes the place of those for that day and later ones. */
        Concluded with(ExitOptionChosen chosen) {
            var all = Stream.concat(
                            exits.stream().filter(exit -> exit.effectiveFrom().isBefore(chosen.effectiveFrom())),
                            Stream.of(chosen))
                    .toList();
            return new Concluded(
                    conclusion,
                    terms,
                    licences,
                    firstClass,
                    invoices,
                    extendedUntil,
                    terminations,
                    all,
                    endedOn,
                    papers);
        }

        /** First Class ends with it, also where it was subscribed and never began. */
        Concluded endedOn(LocalDate lastDay) {
            return new Concluded(
                    conclusion,
                    terms,
                    licences,
                    firstClass.stream().map(period -> period.endBy(lastDay)).toList(),
                    invoices,
                    extendedUntil,
                    terminations,
                    exits,
                    lastDay,
                    papers);
        }

        Concluded with(Papers changed) {
            return new Concluded(
                    conclusion,
                    terms,
                    licences,
                    firstClass,
                    invoices,
                    extendedUntil,
                    terminations,
                    exits,
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

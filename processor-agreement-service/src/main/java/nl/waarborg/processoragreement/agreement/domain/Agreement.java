package nl.waarborg.processoragreement.agreement.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import nl.waarborg.eventsourcing.StreamId;
import nl.waarborg.processoragreement.agreement.domain.AgreementEvent.AgreementConcluded;
import nl.waarborg.processoragreement.agreement.domain.AgreementEvent.AgreementTerminated;
import nl.waarborg.processoragreement.agreement.domain.AgreementEvent.ExitOptionChosen;
import nl.waarborg.processoragreement.agreement.domain.AgreementEvent.InvoiceRecorded;
import nl.waarborg.processoragreement.agreement.domain.AgreementEvent.LicenceChanged;
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
     * @param termination of the whole agreement
     * @param endedOn its last day, once it is over
     * @param papers what was signed and adopted
     */
    record Concluded(
            AgreementConcluded conclusion,
            TermsVersions terms,
            Licence licence,
            @Nullable LocalDate licenceSince,
            List<FirstClassPeriod> firstClass,
            Map<String, InvoiceRecorded> invoices,
            @Nullable LocalDate extendedUntil,
            @Nullable AgreementTerminated termination,
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
                    Map.of(),
                    conclusion.initialPeriodEnd(),
                    null,
                    null,
                    null,
                    Papers.NONE);
        }

        boolean ended() {
            return endedOn != null;
        }

        /** Highest licence amount of the months from first to last, credits deducted; zero without invoices. */
        BigDecimal highestMonthlyAmount(YearMonth first, YearMonth last) {
            var amounts = new HashMap<YearMonth, BigDecimal>();
            for (var invoice : invoices.values()) {
                if (!invoice.period().isBefore(first) && !invoice.period().isAfter(last)) {
                    for (var line : invoice.lines()) {
                        if (line.kind() == InvoiceLine.Kind.LICENCE) {
                            amounts.merge(invoice.period(), line.amount(), BigDecimal::add);
                        }
                    }
                }
            }
            return amounts.values().stream().reduce(BigDecimal.ZERO, BigDecimal::max);
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
                    termination,
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
                    termination,
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
                    termination,
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

        Concluded with(InvoiceRecorded invoice) {
            var all = new HashMap<>(invoices);
            all.put(invoice.invoiceId(), invoice);
            return new Concluded(
                    conclusion,
                    terms,
                    licence,
                    licenceSince,
                    firstClass,
                    Map.copyOf(all),
                    extendedUntil,
                    termination,
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
                    termination,
                    exit,
                    endedOn,
                    papers);
        }

        Concluded with(AgreementTerminated whole) {
            return new Concluded(
                    conclusion,
                    terms,
                    licence,
                    licenceSince,
                    firstClass,
                    invoices,
                    extendedUntil,
                    whole,
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
                    termination,
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
                    termination,
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
                    termination,
                    exit,
                    endedOn,
                    changed);
        }
    }

    /**
     * @param slaVersions the terms version by which each version of the vendor's standard agreement was adopted
     * @param documents by their ids, the hash of each
     */
    record Papers(boolean signed, Map<Integer, Integer> slaVersions, Map<UUID, String> documents) {

        static final Papers NONE = new Papers(false, Map.of(), Map.of());

        public Papers {
            slaVersions = Map.copyOf(slaVersions);
            documents = Map.copyOf(documents);
        }

        Papers sign() {
            return new Papers(true, slaVersions, documents);
        }

        Papers adopting(int slaVersion, int termsVersion) {
            var all = new HashMap<>(slaVersions);
            all.put(slaVersion, termsVersion);
            return new Papers(signed, all, documents);
        }

        Papers holding(UUID document, String hash) {
            var all = new HashMap<>(documents);
            all.put(document, hash);
            return new Papers(signed, slaVersions, all);
        }
    }
}

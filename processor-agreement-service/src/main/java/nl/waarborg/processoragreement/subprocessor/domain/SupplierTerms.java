package nl.waarborg.processoragreement.subprocessor.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.waarborg.terms.AgreedCalendars;
import nl.waarborg.terms.TermKey;
import nl.waarborg.terms.TermValue.Several;
import nl.waarborg.terms.TermValue.Span;
import nl.waarborg.terms.Terms;
import nl.waarborg.terms.clock.Deadlines;

/**
 * What a vendor promised its customers about suppliers: a supplier serves all of them, so it must answer what each was promised.
 *
 * @param notices time between announcement and first processing, each as it was promised (OP-51); none: no notice is promised
 * @param regions in the words of {@code processing.region}, as far as everyone allows them
 * @param dataCentres countries of the data centres, of each who was promised any
 * @param certificates each names what is asked, one of several standards perhaps
 * @param boardDecides objections are decided by the board before it goes on
 * @param replacementNeedsConsent who replaces staff starts with the consent of each customer (PRA-043)
 */
public record SupplierTerms(
        List<Notice> notices,
        Set<String> regions,
        List<Set<String>> dataCentres,
        List<String> certificates,
        boolean boardDecides,
        boolean replacementNeedsConsent) {

    /** A notice, counted as those terms count. */
    public record Notice(Terms terms, Span span) {

        Instant after(Instant start) {
            return counting().after(start, span);
        }

        Instant before(Instant end) {
            return counting().before(end, span);
        }

        private Deadlines counting() {
            return Deadlines.of(terms, AgreedCalendars.of(terms).support().hours());
        }
    }

    /**
     * @param standard speaks for customers to come, while there are none
     * @param customers terms of the vendor's customers that are in force
     */
    public static SupplierTerms of(Terms standard, Collection<Terms> customers) {
        var agreed = customers.isEmpty() ? List.of(standard) : List.copyOf(customers);
        return new SupplierTerms(
                agreed.stream()
                        .flatMap(terms ->
                                terms.span(TermKey.SUBPROCESSOR_NOTICE).stream().map(span -> new Notice(terms, span)))
                        .toList(),
                sets(agreed, TermKey.PROCESSING_REGION)
                        .reduce(SupplierTerms::common)
                        .orElse(Set.of()),
                sets(agreed, TermKey.PROCESSING_DATA_CENTRES).toList(),
                agreed.stream()
                        .flatMap(terms -> words(terms, TermKey.CERTIFICATES_SUBPROCESSOR))
                        .distinct()
                        .toList(),
                agreed.stream()
                        .flatMap(terms -> terms.find(TermKey.SUBPROCESSOR_OBJECTION).stream())
                        .anyMatch(term -> term.value().toString().equals("BOARD_DECIDES")),
                agreed.stream()
                        .flatMap(terms -> words(terms, TermKey.SUBPROCESSOR_NOTICE_KIND))
                        .anyMatch("STAFF_REPLACEMENT_NEEDS_CONSENT"::equals));
    }

    private static Stream<Set<String>> sets(List<Terms> agreed, TermKey key) {
        return agreed.stream()
                .map(terms -> words(terms, key).collect(Collectors.toUnmodifiableSet()))
                .filter(words -> !words.isEmpty())
                .distinct();
    }

    private static Set<String> common(Set<String> one, Set<String> other) {
        return one.stream().filter(other::contains).collect(Collectors.toUnmodifiableSet());
    }

    boolean allowsDataCentre(String country) {
        return dataCentres.stream().allMatch(countries -> countries.contains(country));
    }

    private static Stream<String> words(Terms terms, TermKey key) {
        return terms.value(key, Several.class).map(Several::values).orElse(List.of()).stream()
                .map(value -> value.toString().replace("\"", ""));
    }

    /** The notice that takes longest from then: every customer has had its own when it is over. */
    Optional<Notice> longest(Instant start) {
        return notices.stream().max(Comparator.comparing(notice -> notice.after(start)));
    }

    /** The last moment to announce what begins then, for every customer to have its notice. */
    Optional<Instant> announceBy(Instant start) {
        return notices.stream().map(notice -> notice.before(start)).min(Comparator.naturalOrder());
    }

    /** Whether what is held and valid on the day answers everything that is asked; where several standards are named, one is enough. */
    boolean certified(Supplier supplier, LocalDate day) {
        return certificates.stream().allMatch(asked -> supplier.certificates().stream()
                .filter(held -> held.validOn(day))
                .anyMatch(held -> answers(held.standard(), asked)));
    }

    private static boolean answers(String held, String asked) {
        var standards = Standards.in(asked);
        return standards.isEmpty()
                ? held.strip().equalsIgnoreCase(asked.strip())
                : Standards.in(held).stream().anyMatch(standards::contains);
    }
}

package nl.waarborg.processoragreement.subprocessor.domain;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.waarborg.terms.TermKey;
import nl.waarborg.terms.TermValue.Elapsed;
import nl.waarborg.terms.TermValue.Several;
import nl.waarborg.terms.Terms;

/**
 * What a vendor promises about suppliers: its standard agreement, and of the notices the longest that any customer was promised.
 *
 * @param notice elapsed time between announcement and first processing (OP-51); empty: none is promised
 * @param regions in the words of {@code processing.region}
 * @param dataCentres countries of the data centres; empty: any
 * @param certificates each names what is asked, one of several standards perhaps
 * @param boardDecides objections are decided by the board before it goes on
 */
public record SupplierTerms(
        Optional<Elapsed> notice,
        Set<String> regions,
        Set<String> dataCentres,
        List<String> certificates,
        boolean boardDecides) {

    /** @param customers terms of the vendor's customers that are in force */
    public static SupplierTerms of(Terms standard, Collection<Terms> customers) {
        var notices = customers.stream().flatMap(terms -> notice(terms).stream());
        return new SupplierTerms(
                Stream.concat(notice(standard).stream(), notices).max(Comparator.comparing(Elapsed::duration)),
                words(standard, TermKey.PROCESSING_REGION).collect(Collectors.toUnmodifiableSet()),
                words(standard, TermKey.PROCESSING_DATA_CENTRES).collect(Collectors.toUnmodifiableSet()),
                words(standard, TermKey.CERTIFICATES_SUBPROCESSOR).toList(),
                standard.find(TermKey.SUBPROCESSOR_OBJECTION)
                        .filter(term -> term.value().toString().equals("BOARD_DECIDES"))
                        .isPresent());
    }

    private static Optional<Elapsed> notice(Terms terms) {
        return terms.span(TermKey.SUBPROCESSOR_NOTICE)
                .filter(Elapsed.class::isInstance)
                .map(Elapsed.class::cast);
    }

    private static Stream<String> words(Terms terms, TermKey key) {
        return terms.value(key, Several.class).map(Several::values).orElse(List.of()).stream()
                .map(value -> value.toString().replace("\"", ""));
    }

    /** Whether what is held answers everything that is asked; where several standards are named, one is enough. */
    boolean certified(Supplier supplier) {
        return certificates.stream()
                .allMatch(asked -> supplier.certificates().stream().anyMatch(held -> asked.contains(held.standard())));
    }
}

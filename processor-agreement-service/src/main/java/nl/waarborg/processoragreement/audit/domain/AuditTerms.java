package nl.waarborg.processoragreement.audit.domain;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import nl.waarborg.terms.TermKey;
import nl.waarborg.terms.TermValue.Several;
import nl.waarborg.terms.Terms;

/**
 * What a customer's terms say about audits.
 *
 * @param by in the words of {@code audit.by}
 * @param costs in the word of {@code audit.cost}; empty: nothing was agreed
 */
public record AuditTerms(Set<String> by, String costs) {

    public static AuditTerms of(Terms terms) {
        return new AuditTerms(
                terms.value(TermKey.AUDIT_BY, Several.class).map(Several::values).orElse(List.of()).stream()
                        .map(Object::toString)
                        .collect(Collectors.toUnmodifiableSet()),
                terms.find(TermKey.AUDIT_COST)
                        .map(term -> term.value().toString())
                        .orElse(""));
    }

    /** The rule of the agreement that is about this audit. */
    String rule() {
        return by.contains("INDEPENDENT_THIRD_PARTY") ? "PRA-031" : "PRA-028";
    }
}

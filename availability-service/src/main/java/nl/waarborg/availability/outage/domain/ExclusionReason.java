package nl.waarborg.availability.outage.domain;

import java.util.Optional;
import nl.waarborg.terms.Term;
import nl.waarborg.terms.TermKey;
import nl.waarborg.terms.TermValue.Choice;
import nl.waarborg.terms.TermValue.Several;
import nl.waarborg.terms.Terms;

/** Why downtime does not count (AFAS §2.3.1). Which of them hold is a term of the agreement. */
public enum ExclusionReason {
    PREVENTIVE_MAINTENANCE("AVL-004", "PREVENTIVE_MAINTENANCE"),
    EMERGENCY_MAINTENANCE("AVL-005", "EMERGENCY_MAINTENANCE"),
    NEW_VERSION("AVL-006", "NEW_VERSION"),
    /** Counts in the figures of that customer alone (OP-25). */
    CUSTOMER_RESPONSIBILITY("AVL-007", "CUSTOMER_RESPONSIBILITY"),
    /** Natural disasters and other force majeure; not every calamity (OP-22). */
    FORCE_MAJEURE("AVL-008", "FORCE_MAJEURE_CALAMITY");

    private final String rule;
    private final String word;

    ExclusionReason(String rule, String word) {
        this.rule = rule;
        this.word = word;
    }

    /** The catalogue's rule. */
    public String rule() {
        return rule;
    }

    public boolean agreedIn(Terms terms) {
        return clauseIn(terms).isPresent();
    }

    /** The clause by which the agreement leaves such time out; empty where it counts. */
    public Optional<String> clauseIn(Terms terms) {
        return terms.find(TermKey.AVAILABILITY_EXCLUSIONS)
                .filter(term -> ((Several) term.value()).values().contains(new Choice(word)))
                .map(Term::clause);
    }
}

package nl.waarborg.availability.system.domain;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import nl.waarborg.terms.TermKey;
import nl.waarborg.terms.TermValue;
import nl.waarborg.terms.TermValue.Choice;
import nl.waarborg.terms.TermValue.Several;
import nl.waarborg.terms.Terms;

/** The parts of a platform whose availability is shown apart (AVL-002, AVL-044). */
public enum Component {
    PROFIT,
    INSITE,
    OUTSITE,
    POCKET,
    CONNECTORS,
    PAYROLL_SAAS;

    private static final String POCKET_IN_TERMS = "POCKET_APP";

    /** The components that an agreement promises together; none where it names none. */
    public static Set<Component> promisedBy(Terms terms) {
        var promised = EnumSet.noneOf(Component.class);
        terms.value(TermKey.AVAILABILITY_COMPONENTS, Several.class)
                .ifPresent(several -> several.values().forEach(value -> promised.add(of(value))));
        return Collections.unmodifiableSet(promised);
    }

    private static Component of(TermValue value) {
        var word = value instanceof Choice choice ? choice.word() : value.toString();
        return word.equals(POCKET_IN_TERMS) ? POCKET : valueOf(word);
    }
}

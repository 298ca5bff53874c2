package nl.waarborg.terms;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import nl.waarborg.terms.Term.Origin;

/**
 * What one tenant agreed otherwise than the preset.
 *
 * @param value empty when the tenant agreed that the term does not hold for it; then no clock runs on it
 */
public record Deviation(TermKey key, Optional<TermValue> value, String clause, Origin origin) {

    /** The form of a value that takes a term away. */
    public static final String ABSENT = "ABSENT";

    public Deviation {
        value = value.map(key::accept);
        if (origin == Origin.PRESET) {
            throw new IllegalArgumentException("a deviation is not part of the preset");
        }
    }

    /** A specific provision of the assignment. */
    public static Deviation of(TermKey key, TermValue value) {
        return new Deviation(key, Optional.of(value), "specific provisions", Origin.SPECIFIC_PROVISION);
    }

    /**
     * Reads specific provisions, by key, in the forms of {@link TermValue} or {@link #ABSENT}.
     *
     * @throws UnacceptableTerms naming every key that is unknown or whose value it does not take
     */
    public static List<Deviation> read(Map<String, String> forms) {
        var problems = new TreeMap<String, String>();
        var deviations = new ArrayList<Deviation>();
        new TreeMap<>(forms).forEach((name, form) -> {
            try {
                deviations.add(read(name, form, "specific provisions", Origin.SPECIFIC_PROVISION));
            } catch (UnacceptableTerms e) {
                problems.putAll(e.problems());
            }
        });
        if (!problems.isEmpty()) {
            throw new UnacceptableTerms(problems);
        }
        return deviations;
    }

    /**
     * Reads one deviation.
     *
     * @throws UnacceptableTerms when the key is unknown or does not take the value
     */
    public static Deviation read(String name, String form, String clause, Origin origin) {
        var key = TermKey.of(name).orElseThrow(() -> new UnacceptableTerms(name, "is no term of an agreement"));
        Optional<TermValue> value = form.equals(ABSENT) ? Optional.empty() : Optional.of(key.read(form));
        return new Deviation(key, value, clause, origin);
    }

    /** The value's form, or {@link #ABSENT}. */
    public String form() {
        return value.map(Object::toString).orElse(ABSENT);
    }
}

package nl.waarborg.terms.clock;

/** A rule of the agreement forbids what was asked. */
public final class RuleRefusal extends IllegalArgumentException {

    private static final long serialVersionUID = 1;

    private final String rule;

    RuleRefusal(String rule, String message) {
        super(message);
        this.rule = rule;
    }

    /** The catalogue's rule, such as {@code INC-031}. */
    public String rule() {
        return rule;
    }
}

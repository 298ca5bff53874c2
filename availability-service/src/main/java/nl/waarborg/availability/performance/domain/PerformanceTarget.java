package nl.waarborg.availability.performance.domain;

/** What is judged each month. */
public enum PerformanceTarget {
    SCREENS("AVL-020"),
    INSITE_HOME("AVL-021");

    private final String rule;

    PerformanceTarget(String rule) {
        this.rule = rule;
    }

    public String rule() {
        return rule;
    }
}

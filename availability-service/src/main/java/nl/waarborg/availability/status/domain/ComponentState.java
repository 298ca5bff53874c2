package nl.waarborg.availability.status.domain;

/** How a component does, from good to bad. */
public enum ComponentState {
    OPERATIONAL,
    MAINTENANCE,
    /** Some customers cannot reach it. */
    PARTIAL_OUTAGE,
    OUTAGE;

    ComponentState worse(ComponentState other) {
        return compareTo(other) >= 0 ? this : other;
    }
}

package nl.waarborg.incident.incident.domain;

/** From when a recalculated deadline runs (OP-09). */
public enum Basis {
    ORIGINAL_START,
    /** The original start with the new term lies in the past: the moment of acceptance counts. */
    REBASED
}

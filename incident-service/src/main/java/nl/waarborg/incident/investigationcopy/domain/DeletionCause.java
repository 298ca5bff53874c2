package nl.waarborg.incident.investigationcopy.domain;

/** Why an investigation copy must go. */
public enum DeletionCause {
    /** The incident was handled (INC-050). */
    HANDLED,
    /** The incident lapsed (INC-050). */
    LAPSED,
    /** The copy reached its maximum age while the incident was open (INC-051). */
    MAX_AGE
}

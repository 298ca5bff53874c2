package nl.waarborg.processoragreement.securityincident.domain;

/** The chain of clocks: each party tells the next within a term of its own. */
public enum BreachClock {
    /** Sub-processor to processor. */
    SUBPROCESSOR,
    /** Processor to controller (PRA-048, PRA-057). */
    CONTROLLER,
    /** Controller to authority (PRA-050). */
    AUTHORITY
}

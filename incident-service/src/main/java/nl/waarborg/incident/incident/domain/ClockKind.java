package nl.waarborg.incident.incident.domain;

/** The clocks that run against one incident. */
public enum ClockKind {
    /** Reactietijd (INC-032). */
    RESPONSE,
    /** Hersteltijd (INC-034). */
    RECOVERY,
    /** Contact after a calamity report (INC-026). */
    CALAMITY_CONTACT
}

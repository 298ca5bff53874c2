package nl.waarborg.incident.incident.domain;

/** What the customer needs support with. */
public enum Topic {
    GENERAL,
    /** Support with the export functions in an exit, free of charge (XSV-020). */
    EXIT_EXPORT,
    /** Support that Service Level 2 customers ask for on top, which may be charged (INC-060). */
    ADDITIONAL_SUPPORT
}

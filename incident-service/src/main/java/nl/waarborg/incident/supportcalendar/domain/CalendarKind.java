package nl.waarborg.incident.supportcalendar.domain;

/** What a calendar's hours are for. */
public enum CalendarKind {
    /** Reachability of the service desk (INC-015, INC-016, INC-018). */
    SUPPORT,
    /** Reachability in a calamity (INC-023 to INC-025). */
    CALAMITY,
    /** The work roster that was agreed with one customer for work at its site (INC-019). */
    ON_SITE
}

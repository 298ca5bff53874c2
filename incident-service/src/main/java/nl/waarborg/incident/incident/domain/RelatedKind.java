package nl.waarborg.incident.incident.domain;

/** What an incident can be linked with; the content stays with its owner (catalogue 6). */
public enum RelatedKind {
    OUTAGE,
    DISASTER,
    RESTORE,
    BREACH
}

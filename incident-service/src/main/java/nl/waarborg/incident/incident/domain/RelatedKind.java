package nl.waarborg.incident.incident.domain;

/** What an incident can be linked with; the content stays with its owner (catalogue 6). */
public enum RelatedKind {
    OUTAGE,
    DISASTER,
    RESTORE,
    /** Known to the vendor's people only: whom to inform is not the service desk's to decide. */
    BREACH
}

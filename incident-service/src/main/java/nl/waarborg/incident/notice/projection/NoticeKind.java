package nl.waarborg.incident.notice.projection;

/** What is said of the platform. */
public enum NoticeKind {
    OUTAGE,
    MAINTENANCE,
    /** The customer's environment moves to a new version. */
    MIGRATION,
    PATCH,
    DISASTER
}

package nl.waarborg.incident.mail.domain;

/** The change that a mail tells. */
public enum MailCause {
    RECEIVED,
    REACTION,
    STATUS_CHANGED,
    PRIORITY_CHANGED,
    WORKAROUND,
    HANDLED,
    LAPSED,
    REOPENED,
    /** It belongs to a known outage or disaster; a person with several such reports is told once. */
    OUTAGE_KNOWN,
    OUTAGE_OVER,
    /** Its end was told and is not true; the next end is told again. */
    OUTAGE_NOT_OVER,
    /** The customer's migration to a new version has a date. */
    MIGRATION_PLANNED,
    MIGRATION_MOVED,
    MIGRATION_DATE_FINAL
}

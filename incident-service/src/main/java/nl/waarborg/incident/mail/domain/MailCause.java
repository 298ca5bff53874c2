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
    REOPENED
}

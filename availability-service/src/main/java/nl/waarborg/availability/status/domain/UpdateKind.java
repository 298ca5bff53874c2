package nl.waarborg.availability.status.domain;

/** What an entry in a notice's timeline tells. */
public enum UpdateKind {
    ANNOUNCED,
    RESCHEDULED,
    CANCELLED,
    STARTED,
    UPDATED,
    OVERRUN,
    ENDED,
    CORRECTED,
    WITHDRAWN
}

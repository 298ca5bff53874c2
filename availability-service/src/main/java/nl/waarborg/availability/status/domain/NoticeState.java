package nl.waarborg.availability.status.domain;

/** Where a notice stands. */
public enum NoticeState {
    PLANNED,
    ACTIVE,
    ENDED,
    CANCELLED,
    /** It was none. */
    WITHDRAWN
}

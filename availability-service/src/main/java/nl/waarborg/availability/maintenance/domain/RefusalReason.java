package nl.waarborg.availability.maintenance.domain;

/** Why maintenance may not be announced like this. */
public enum RefusalReason {
    NOTICE_TOO_SHORT,
    OUTSIDE_WINDOW
}

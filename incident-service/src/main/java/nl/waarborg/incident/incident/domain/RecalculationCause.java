package nl.waarborg.incident.incident.domain;

/** Why open clocks were set anew; finished clocks never are. */
public enum RecalculationCause {
    PRIORITY_CHANGED,
    CALENDAR_CHANGED
}

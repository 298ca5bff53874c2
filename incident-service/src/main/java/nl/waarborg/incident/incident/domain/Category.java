package nl.waarborg.incident.incident.domain;

/** What part of the service an incident touches. */
public enum Category {
    AVAILABILITY,
    PERFORMANCE,
    FUNCTIONALITY,
    DATA,
    ACCESS,
    OTHER
}

package nl.waarborg.incident.incident.domain;

/** Who handles an incident; all incidents of a First Class customer go to First Class (INC-045). */
public enum Team {
    SUPPORT,
    FIRST_CLASS
}

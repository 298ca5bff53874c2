package nl.waarborg.incident.incident.domain;

/** How a report came in (INC-002, INC-014, INC-058). */
public enum Channel {
    PORTAL,
    PHONE,
    MAIL
}

package nl.waarborg.incident.incident.domain;

/** Whether the tenant has customer contact and support, as of the business time (INC-061, XSV-014). */
public enum SupportRight {
    SUPPORTED,
    /** Exit licence VIEW, ARCHIVE or STOP. */
    NOT_IN_LICENCE,
    AGREEMENT_ENDED
}

package nl.waarborg.processoragreement.service.domain;

/** What a customer can order after go-live (AFAS §2 tab. 5). */
public enum ServiceKind {
    /** A small configuration question or standard change, remote, at a fixed price. */
    SERVICE_MANAGEMENT,
    CONSULTANCY,
    /** For organisations that have worked with the vendor for longer; whether one does is assessed. */
    SUCCESS_MANAGEMENT
}

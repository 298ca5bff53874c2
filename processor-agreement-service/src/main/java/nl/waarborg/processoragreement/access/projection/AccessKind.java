package nl.waarborg.processoragreement.access.projection;

/** By which way somebody of the vendor came to a customer's data. */
public enum AccessKind {
    PRIVILEGED,
    TEMPORARY,
    DATA,
    INVESTIGATION_COPY,
    SYSTEM_USER,
    REMOTE_CONTROL
}

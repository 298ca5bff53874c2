package nl.waarborg.processoragreement.audit.domain;

/** Who wants the audit. */
public enum AuditOrigin {
    CUSTOMER,
    SUPERVISOR
}

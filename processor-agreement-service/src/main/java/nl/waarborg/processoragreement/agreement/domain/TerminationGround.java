package nl.waarborg.processoragreement.agreement.domain;

/** Why an agreement is terminated. */
public enum TerminationGround {
    NOTICE,
    /** The customer does not accept changed terms (XSV-005, XSV-008). */
    SLA_CHANGE,
    /** A sub-processor processes data although the customer objected to it (PRA-041). */
    SUBPROCESSOR
}

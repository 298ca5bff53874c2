package nl.waarborg.processoragreement.agreement.domain;

/** Why a termination on the ground of changed terms was refused (XSV-008). */
public enum TerminationRefusal {
    /** The change originates in law. */
    STATUTORY_CHANGE
}

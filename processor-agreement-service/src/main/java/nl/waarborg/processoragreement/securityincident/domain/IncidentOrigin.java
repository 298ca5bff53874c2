package nl.waarborg.processoragreement.securityincident.domain;

/** Where it happened (PRA-049). */
public enum IncidentOrigin {
    OWN,
    SUBPROCESSOR
}

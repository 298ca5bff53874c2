package nl.waarborg.processoragreement.securityincident.domain;

/** Why a controller hears more (PRA-053). */
public enum SupplementCause {
    SITUATION_CHANGED,
    EXTRA_INFORMATION,
    MEASURES
}

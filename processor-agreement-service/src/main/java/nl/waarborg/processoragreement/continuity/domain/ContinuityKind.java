package nl.waarborg.processoragreement.continuity.domain;

/** Who went bankrupt. */
public enum ContinuityKind {
    /** It goes on with its services until a continuity plan is agreed. */
    DATACENTRE_BANKRUPTCY,
    /** The data centre goes on for the time that the terms promise, and consults the trustee before services stop. */
    VENDOR_BANKRUPTCY
}

package nl.waarborg.processoragreement.partner.domain;

/** What a partner does for customers. */
public enum PartnerKind {
    SERVICE_PARTNER,
    IMPLEMENTATION_PARTNER,
    /** Certified, tested regularly, with references of customers every year. */
    EXPERT,
    /** Offers a coupling that was tested and passed a security check. */
    CERTIFIED_COUPLING
}

package nl.waarborg.availability.system.domain;

/** Who answers for a system, or for an outage (AVL-045, AVL-046). */
public enum ResponsibleParty {
    VENDOR,
    /** The supplier of the software as a service; application management is placed with it (AVL-045). */
    SAAS_SUPPLIER,
    DATA_CENTRE,
    /** Also its own way to the internet (AVL-046). */
    CUSTOMER,
    THIRD_PARTY
}

package nl.waarborg.processoragreement.processing.domain;

/** Why the vendor does not follow an instruction. */
public enum InstructionRefusal {
    /** It conflicts with the GDPR or another law (PRA-011). */
    UNLAWFUL,
    /** The vendor has no access to the data within the assignment (PRA-026). */
    NO_ACCESS
}

package nl.waarborg.processoragreement.processing.domain;

/** How an instruction came; all are in writing, and nothing else is an instruction (PRA-010). */
public enum InstructionChannel {
    PORTAL,
    /** The customer's own use of the software. */
    SOFTWARE,
    /** The assignment, the SLA or another document of both parties. */
    DOCUMENT
}

package nl.waarborg.processoragreement.subprocessor.domain;

/** What the board makes of an objection (PRA-040). */
public enum BoardDecision {
    /** The sub-processor may start; the customer who objected may terminate at once (PRA-041). */
    GO_ON,
    REFRAIN
}

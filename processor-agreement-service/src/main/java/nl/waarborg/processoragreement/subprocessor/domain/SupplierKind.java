package nl.waarborg.processoragreement.subprocessor.domain;

/** What a supplier does for the vendor; the notice of four weeks is for sub-processors alone (OP-52). */
public enum SupplierKind {
    SUBPROCESSOR,
    /** Agreed in the assignment (PRA-042). */
    SAAS_SUPPLIER,
    /** Replaces own staff, with each customer's prior consent (PRA-043). */
    STAFF_REPLACEMENT,
    /** Of external AI functions (XSV-042). */
    AI_SUPPLIER;

    boolean certified() {
        return this == SUBPROCESSOR || this == SAAS_SUPPLIER;
    }
}

package nl.waarborg.processoragreement.agreement.domain;

/** The documents of an agreement (PRA-006, PRA-062). Clauses are kept as text; nothing is computed from them. */
public enum DocumentKind {
    /** 'Onderliggende Opdracht': subject and arrangements of the processing. */
    ASSIGNMENT,
    SLA_ANNEX,
    SEPARATE_AGREEMENT,
    /** Annex of a recognised model (PRA-003). */
    MODEL_ANNEX,
    GENERAL_TERMS,
    ADDENDUM,
    /** Who is liable for what, and to which limit. */
    LIABILITY_CLAUSES,
    /** Governing law and court. */
    LAW_AND_COURT
}

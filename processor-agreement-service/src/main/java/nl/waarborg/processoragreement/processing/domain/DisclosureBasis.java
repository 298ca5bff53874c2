package nl.waarborg.processoragreement.processing.domain;

/** What obliges the vendor to give data to others (PRA-017). */
public enum DisclosureBasis {
    LAW,
    COURT_DECISION,
    COMPETENT_AUTHORITY
}

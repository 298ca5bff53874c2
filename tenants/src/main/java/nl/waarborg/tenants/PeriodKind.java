package nl.waarborg.tenants;

/** What holds for a tenant from one moment to another. */
public enum PeriodKind {
    AGREEMENT,
    FIRST_CLASS,
    /** An exit option (AFAS §4 tab. 14). */
    EXIT
}

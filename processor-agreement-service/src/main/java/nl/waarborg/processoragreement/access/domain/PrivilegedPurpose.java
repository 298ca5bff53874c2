package nl.waarborg.processoragreement.access.domain;

/** The four purposes for which system administrators have full access (PRA-020); there is no fifth. */
public enum PrivilegedPurpose {
    NEW_VERSION,
    PATCH,
    BACKUP_MANAGEMENT,
    DATA_MOVE
}

package nl.waarborg.availability.backgroundjob.domain;

/** Which large task (AVL-023). */
public enum JobKind {
    PAYROLL_RUN,
    INVOICING,
    REMINDERS,
    ANALYSIS
}

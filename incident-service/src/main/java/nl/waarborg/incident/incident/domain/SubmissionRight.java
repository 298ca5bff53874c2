package nl.waarborg.incident.incident.domain;

/** Whether the person of a report may submit on behalf of the tenant, as of the business time (INC-012, INC-013, INC-014). */
public enum SubmissionRight {
    MAY_SUBMIT,
    /** Sees incidents, submits none. */
    VIEW_ONLY,
    NONE
}

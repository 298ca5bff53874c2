package nl.waarborg.availability.release.domain;

/** What is unusual about the plan of a release; it warns, it refuses nothing. */
public enum PlanWarning {
    /** Another month than the delivery calendar names (AVL-034), and no statutory date that explains it (AVL-040). */
    OFF_CALENDAR,
    /** Less than the migration of all customers takes (AVL-037). */
    ROLLOUT_TOO_SHORT,
    /** More than the migration of all customers takes (AVL-037). */
    ROLLOUT_TOO_LONG
}

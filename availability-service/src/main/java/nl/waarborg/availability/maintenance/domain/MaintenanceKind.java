package nl.waarborg.availability.maintenance.domain;

/** Each kind has rules of its own for notice and window. */
public enum MaintenanceKind {
    /** Preventive: notice (AVL-013) and window (AVL-014). */
    PLANNED,
    /** Patches and hotfixes: a window of their own, no notice (AVL-016, OP-31). */
    PATCH,
    /** An urgent patch or an actual threat: neither notice nor window (AVL-015). */
    EMERGENCY,
    /** Bringing a new version: notice of the date (AVL-038), office hours avoided as much as possible (AVL-042). */
    NEW_VERSION
}

package nl.waarborg.availability.maintenance.domain;

import nl.waarborg.availability.outage.domain.ExclusionReason;

/** Each kind has rules of its own for notice and window. */
public enum MaintenanceKind {
    /** Preventive: notice (AVL-013) and window (AVL-014). */
    PLANNED(ExclusionReason.PREVENTIVE_MAINTENANCE),
    /** Patches and hotfixes: a window of their own, no notice (AVL-016, OP-31). */
    PATCH(ExclusionReason.PREVENTIVE_MAINTENANCE),
    /** An urgent patch or an actual threat: neither notice nor window (AVL-015). */
    EMERGENCY(ExclusionReason.EMERGENCY_MAINTENANCE),
    /** Bringing a new version: notice of the date (AVL-038), office hours avoided as much as possible (AVL-042). */
    NEW_VERSION(ExclusionReason.NEW_VERSION);

    private final ExclusionReason reason;

    MaintenanceKind(ExclusionReason reason) {
        this.reason = reason;
    }

    /** For which reason availability may leave it out (AVL-004 to AVL-006, OP-31). */
    public ExclusionReason reason() {
        return reason;
    }
}

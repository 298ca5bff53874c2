package nl.waarborg.availability.status.domain;

/** What a notice is about. The last two are maintenance that the notice period does not hold for (AVL-015, AVL-016). */
public enum NoticeKind {
    OUTAGE,
    MAINTENANCE,
    EMERGENCY_MAINTENANCE,
    PATCH;

    public boolean outage() {
        return this == OUTAGE;
    }
}

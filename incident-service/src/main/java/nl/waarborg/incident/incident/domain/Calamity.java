package nl.waarborg.incident.incident.domain;

/** How far a calamity is handled; beside the status of the incident (INC-022, INC-026, INC-027). */
public enum Calamity {
    NONE,
    REPORTED,
    CONTACTED,
    FOLLOW_UP_AGREED,
    DOWNGRADED;

    public boolean isOpen() {
        return switch (this) {
            case REPORTED, CONTACTED, FOLLOW_UP_AGREED -> true;
            case NONE, DOWNGRADED -> false;
        };
    }
}

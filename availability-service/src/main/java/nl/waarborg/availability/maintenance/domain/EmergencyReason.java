package nl.waarborg.availability.maintenance.domain;

/** What endangers the safety of the systems (AVL-015). */
public enum EmergencyReason {
    URGENT_PATCH,
    ACTUAL_THREAT
}

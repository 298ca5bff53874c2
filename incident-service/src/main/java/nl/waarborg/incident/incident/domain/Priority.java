package nl.waarborg.incident.incident.domain;

/** From the most to the least urgent (AFAS §2.2.3 tab. 10); P1 is reserved for First Class (INC-031). */
public enum Priority {
    P1,
    P2,
    P3;

    public boolean isHigherThan(Priority other) {
        return compareTo(other) < 0;
    }
}

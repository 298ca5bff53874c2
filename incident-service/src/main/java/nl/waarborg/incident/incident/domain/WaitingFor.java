package nl.waarborg.incident.incident.domain;

/** Whom the vendor waits for (INC-042). */
public enum WaitingFor {
    CUSTOMER,
    THIRD_PARTY
}

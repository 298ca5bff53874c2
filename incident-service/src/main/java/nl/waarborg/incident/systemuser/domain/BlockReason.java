package nl.waarborg.incident.systemuser.domain;

/** Why a system user was blocked by itself; blocked is not deleted (OP-18). */
public enum BlockReason {
    INCIDENT_HANDLED,
    INCIDENT_LAPSED,
    SERVICE_REQUEST_CLOSED,
    PROJECT_CLOSED,
    SUPPORT_PLUS_DEACTIVATED
}

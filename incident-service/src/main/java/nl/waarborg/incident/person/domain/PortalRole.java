package nl.waarborg.incident.person.domain;

/** What a customer's Administrator lets a person do on the portal (AFAS §2.2.1, table 7). Roles combine: the union counts (OP-15). */
public enum PortalRole {
    /** Gives colleagues access and views all incidents; does not submit (INC-011). */
    ADMINISTRATOR,
    /** Submits incidents and views its own (INC-012). */
    INCIDENT_SUBMITTER,
    /** Views all incidents, submits none and reacts to none (INC-013). */
    INCIDENT_VIEWER
}

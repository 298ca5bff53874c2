package nl.waarborg.incident.person.domain;

/** On whose authority portal roles are given or taken (INC-010). */
public enum Authority {
    /** A person who holds the role Administrator of the same customer at the time of the command. */
    ADMINISTRATOR,
    /** The vendor, at the start of an agreement, while the customer has no Administrator yet. */
    VENDOR_FOR_FIRST_ADMINISTRATOR,
    /** The customer's own system, granted to post role assignments for that customer. */
    CUSTOMER_SYSTEM,
    NONE
}

package nl.waarborg.incident.systemuser.domain;

/** Whether a tenant's Support+ is on. */
public sealed interface SupportPlus {

    record Inactive() implements SupportPlus {}

    record Active() implements SupportPlus {}
}

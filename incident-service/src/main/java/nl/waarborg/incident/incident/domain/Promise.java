package nl.waarborg.incident.incident.domain;

/** What the vendor promised a tenant, as of the business time of a command. */
public record Promise(boolean firstClass, SupportRight support) {}

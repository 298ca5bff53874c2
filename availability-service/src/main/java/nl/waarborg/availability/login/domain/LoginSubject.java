package nl.waarborg.availability.login.domain;

/** Whose login attempts were counted together. */
public enum LoginSubject {
    /** All of a customer's. */
    TENANT,
    ACCOUNT,
    /** The network address that they came from. */
    ADDRESS
}

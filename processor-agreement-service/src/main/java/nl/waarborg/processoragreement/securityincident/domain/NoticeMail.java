package nl.waarborg.processoragreement.securityincident.domain;

/** To whom a mail about an event goes. */
public enum NoticeMail {
    CONTROLLER,
    /** An alert: the customer has nobody who can be told (OP-54). */
    VENDOR
}

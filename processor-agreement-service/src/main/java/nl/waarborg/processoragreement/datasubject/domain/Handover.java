package nl.waarborg.processoragreement.datasubject.domain;

/** How a request reaches the controller, in the words of the term {@code dataSubject.request}. */
public enum Handover {
    REFERRED_TO_CONTROLLER,
    FORWARDED_TO_CONTROLLER
}

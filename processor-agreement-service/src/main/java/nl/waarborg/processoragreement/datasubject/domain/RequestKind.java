package nl.waarborg.processoragreement.datasubject.domain;

/** What a data subject asks. */
public enum RequestKind {
    ACCESS,
    CHANGE,
    CORRECTION,
    OTHER
}

package nl.waarborg.incident.person.domain;

/** The language in which a person gets mail. */
public enum Language {
    NL,
    EN
}

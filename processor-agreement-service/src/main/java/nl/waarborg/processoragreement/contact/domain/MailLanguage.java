package nl.waarborg.processoragreement.contact.domain;

/** In which a person reads mail. */
public enum MailLanguage {
    NL,
    EN
}

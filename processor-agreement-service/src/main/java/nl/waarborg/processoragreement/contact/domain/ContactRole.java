package nl.waarborg.processoragreement.contact.domain;

/** Why a person is addressed; the words of the term {@code breach.recipients}, and two roles to fall back to (OP-54). */
public enum ContactRole {
    /** Contact of the subscription. */
    AGREEMENT_CONTACT,
    /** Has 'Privacy nieuws' ticked. */
    PRIVACY_CONTACT,
    /** Speaks for the controller where the agreement names nobody else. */
    CONTROLLER,
    ADMINISTRATOR,
    AUTHORISED_CONTACT
}

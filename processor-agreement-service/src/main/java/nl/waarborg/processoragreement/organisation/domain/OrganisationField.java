package nl.waarborg.processoragreement.organisation.domain;

/** What can change of an organisation. */
public enum OrganisationField {
    LEGAL_NAME,
    REGISTRATION_NUMBER,
    VISITING_ADDRESS,
    POSTAL_ADDRESS,
    PHONE,
    EMAIL,
    WEBSITE
}

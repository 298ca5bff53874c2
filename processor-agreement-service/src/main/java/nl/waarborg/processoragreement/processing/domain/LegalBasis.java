package nl.waarborg.processoragreement.processing.domain;

/** On what ground the customer has personal data processed, as the GDPR names them. */
public enum LegalBasis {
    CONSENT,
    CONTRACT,
    LEGAL_OBLIGATION,
    VITAL_INTERESTS,
    PUBLIC_TASK,
    LEGITIMATE_INTERESTS
}

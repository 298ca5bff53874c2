package nl.waarborg.processoragreement.processing.domain;

/** How sensitive a category of personal data is (PRA-014); all but the first are of a sensitive nature. */
public enum Sensitivity {
    ORDINARY,
    /** Origin, views, beliefs, union membership, genetic, biometric and health data, sexual life, convictions. */
    SPECIAL_CATEGORY,
    FINANCIAL_OR_ECONOMIC,
    STIGMATISING,
    /** User names, passwords and other data to log in with. */
    LOGIN_DATA,
    /** Usable for fraud, with an identity or otherwise. */
    USABLE_FOR_FRAUD;

    /** Whether loss or unlawful processing can lead to exclusion, damage or fraud. */
    public boolean sensitive() {
        return this != ORDINARY;
    }
}

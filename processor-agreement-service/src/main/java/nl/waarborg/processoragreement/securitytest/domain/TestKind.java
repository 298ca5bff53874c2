package nl.waarborg.processoragreement.securitytest.domain;

/** How the software was attacked. */
public enum TestKind {
    /** Automated attacks, and a check of known vulnerabilities. */
    AUTOMATED,
    /** Manual attack and penetration tests by an external party. */
    PENETRATION
}

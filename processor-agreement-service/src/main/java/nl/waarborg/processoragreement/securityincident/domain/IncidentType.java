package nl.waarborg.processoragreement.securityincident.domain;

/** What a security incident is (PRA-048, PRA-055). */
public enum IncidentType {
    /** A complaint or request of a data subject about the processing. */
    A,
    /** An investigation of the personal data by officials, or a suspicion of one. */
    B,
    /** A breach of confidentiality or security, or an indication that there will be or was one. */
    C,
    /** A security incident (beveiligingsincident) that its vendor does not divide further: a breach of security. */
    SECURITY;

    boolean breachOfSecurity() {
        return this == C || this == SECURITY;
    }
}

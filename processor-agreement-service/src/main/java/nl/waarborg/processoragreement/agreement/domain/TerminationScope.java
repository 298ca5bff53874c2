package nl.waarborg.processoragreement.agreement.domain;

/** How much of the agreement is terminated: 'de overeenkomst (deels) opzeggen' (AFAS §1.2). */
public enum TerminationScope {
    WHOLE,
    /** The rest stays in force. */
    PART
}

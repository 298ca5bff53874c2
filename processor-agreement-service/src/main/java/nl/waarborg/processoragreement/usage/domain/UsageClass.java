package nl.waarborg.processoragreement.usage.domain;

/** How far a statistic leads back to a customer (OP-86). */
public enum UsageClass {
    /** Names no customer. */
    ANONYMOUS,
    /** Names the customer, no person; for the vendor's own service departments alone. */
    SUBSCRIPTION_TRACEABLE
}

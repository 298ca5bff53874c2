package nl.waarborg.terms;

/** Whose waiting moves a deadline (OP-06). Waiting is recorded and shown in net figures under every policy. */
public enum PausePolicy {
    NONE,
    CUSTOMER,
    CUSTOMER_AND_THIRD_PARTY
}

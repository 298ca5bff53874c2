package nl.waarborg.terms.clock;

/** What a clock measures. */
public enum ClockKind {
    /** Until a person's reaction (INC-032). */
    RESPONSE,
    /** Until a workaround or solution (INC-034, OP-07). */
    RECOVERY,
    /** Until the vendor has contacted who reported a calamity (INC-026). */
    CALAMITY_CONTACT
}

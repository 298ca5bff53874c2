package nl.waarborg.terms;

/** Which clocks of a calamity follow the calamity hours; the others follow the support hours (OP-05). */
public enum CalamityHours {
    NO_CLOCK,
    CONTACT,
    ALL_CLOCKS
}

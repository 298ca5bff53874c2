package nl.waarborg.processoragreement.measure.domain;

/** The eleven kinds of measures, in the order of the agreement: a to k (PRA-032). */
public enum MeasureCategory {
    ORGANISATION("a"),
    STAFF("b"),
    EQUIPMENT("c"),
    ACCESS_CONTROL("d"),
    CRYPTOGRAPHY("e"),
    PHYSICAL("f"),
    OPERATIONS("g"),
    NETWORK("h"),
    THIRD_PARTIES("i"),
    INCIDENT_MANAGEMENT("j"),
    CALAMITY_MANAGEMENT("k");

    private final String letter;

    MeasureCategory(String letter) {
        this.letter = letter;
    }

    /** The letter of the agreement. */
    public String letter() {
        return letter;
    }
}

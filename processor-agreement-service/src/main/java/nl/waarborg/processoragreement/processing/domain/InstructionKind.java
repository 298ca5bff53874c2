package nl.waarborg.processoragreement.processing.domain;

/** What the customer has done to its data. */
public enum InstructionKind {
    ADD,
    CHANGE,
    DELETE,
    SEARCH,
    IMPROVE,
    /** Anything else that is within the purpose. */
    OTHER;

    /** What the vendor does where it has access to the data within the assignment (PRA-026). */
    boolean needsAccess() {
        return switch (this) {
            case SEARCH, CHANGE, IMPROVE -> true;
            case ADD, DELETE, OTHER -> false;
        };
    }
}

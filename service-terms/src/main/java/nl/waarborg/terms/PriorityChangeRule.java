package nl.waarborg.terms;

/** From when the deadlines run after a change of priority (INC-041, OP-09). */
public enum PriorityChangeRule {
    /** Always from the original start (OP-09 a). */
    ORIGINAL_START,
    /** Always from the change (OP-09 b). */
    RESTART,
    /** From the original start, unless that deadline has already passed at the change; then from the change (OP-09 c). */
    REBASE_IF_PASSED
}

package nl.waarborg.terms;

/** The priority of an incident (AFAS §2.2.3). */
public enum Priority {
    P1(TermKey.PRIORITY_P1_RESPONSE, TermKey.PRIORITY_P1_RECOVERY),
    P2(TermKey.PRIORITY_P2_RESPONSE, TermKey.PRIORITY_P2_RECOVERY),
    P3(TermKey.PRIORITY_P3_RESPONSE, TermKey.PRIORITY_P3_RECOVERY);

    private final TermKey response;
    private final TermKey recovery;

    Priority(TermKey response, TermKey recovery) {
        this.response = response;
        this.recovery = recovery;
    }

    public TermKey response() {
        return response;
    }

    public TermKey recovery() {
        return recovery;
    }
}

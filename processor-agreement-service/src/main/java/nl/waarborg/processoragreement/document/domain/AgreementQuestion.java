package nl.waarborg.processoragreement.document.domain;

import nl.waarborg.eventsourcing.StreamId;

/** A question about the standard agreement or the general terms ('AV/SLA vraag'). */
public sealed interface AgreementQuestion {

    String CATEGORY = "agreement-question";

    static StreamId stream(java.util.UUID question) {
        return new StreamId(CATEGORY, question);
    }

    record NotAsked() implements AgreementQuestion {}

    record Asked() implements AgreementQuestion {}

    record Answered(Outcome outcome) implements AgreementQuestion {}

    /** What the vendor found (XSV-004). */
    enum Outcome {
        /** No adjustment is needed. */
        NO_CHANGE,
        ADJUSTED,
        /** No solution was found; the customer may terminate in the last resort (XSV-005). */
        NOT_RESOLVED
    }
}

package nl.waarborg.processoragreement.processing.domain;

import java.util.UUID;
import nl.waarborg.eventsourcing.StreamId;

/** What the rules must know about giving a customer's data to a third party. */
public sealed interface Disclosure {

    String CATEGORY = "disclosure";

    static StreamId stream(UUID disclosure) {
        return new StreamId(CATEGORY, disclosure);
    }

    record NotAllowed() implements Disclosure {}

    /** Because somebody with the power to do so ordered it. */
    record Ordered(UUID disclosureId, boolean mayInform, boolean reported, boolean made) implements Disclosure {}

    /** Because the customer permits it. */
    record Consented(UUID disclosureId, boolean made) implements Disclosure {}
}

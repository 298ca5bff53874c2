package nl.waarborg.processoragreement.subprocessor.domain;

import java.util.UUID;
import nl.waarborg.eventsourcing.StreamId;

/** What the rules must know about a consent. */
public enum Consent {
    NOT_REQUESTED,
    REQUESTED,
    GIVEN,
    REFUSED;

    public static final String CATEGORY = "replacement-consent";

    public static StreamId stream(UUID consent) {
        return new StreamId(CATEGORY, consent);
    }
}

package nl.waarborg.processoragreement.continuity.domain;

import java.time.LocalDate;
import nl.waarborg.eventsourcing.StreamId;
import nl.waarborg.processoragreement.continuity.domain.ContinuityEvent.ContinuityArranged;
import nl.waarborg.processoragreement.continuity.domain.ContinuityEvent.ContinuityEventRecorded;
import org.jspecify.annotations.Nullable;

/** What the rules must know about one bankruptcy. */
public sealed interface Continuity {

    String CATEGORY = "continuity";

    /** A party goes bankrupt once a day, so recording it twice is recording it once. */
    static StreamId stream(String provider, ContinuityKind kind, String party, LocalDate occurredOn) {
        return StreamId.natural(CATEGORY, StreamId.PLATFORM, provider + '/' + kind + '/' + occurredOn + '/' + party);
    }

    record Unknown() implements Continuity {}

    /** @param reminded of the last day */
    record Known(ContinuityEventRecorded event, boolean reminded, @Nullable ContinuityArranged arranged)
            implements Continuity {}
}

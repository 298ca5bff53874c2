package nl.waarborg.processoragreement.measure.domain;

import java.time.LocalDate;
import java.util.UUID;
import nl.waarborg.eventsourcing.StreamId;
import org.jspecify.annotations.Nullable;

/** What the rules must know about a measure or a certificate. */
public sealed interface Measure {

    String CATEGORY = "measure";

    static StreamId stream(UUID measure) {
        return new StreamId(CATEGORY, measure);
    }

    /** A holder has one certificate of a standard; registering it again renews it. */
    static StreamId certificate(String provider, String standard, String holder) {
        return StreamId.natural(CATEGORY, StreamId.PLATFORM, provider + '/' + standard + '/' + holder);
    }

    record Unknown() implements Measure {}

    record Taken(UUID measureId, String provider, String description) implements Measure {}

    record Certified(
            UUID certificateId,
            String provider,
            @Nullable LocalDate validTo,
            @Nullable String document,
            boolean expiring)
            implements Measure {}
}

package nl.waarborg.availability.outage.domain;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A possible outage. */
public sealed interface Candidate {

    record Unnoticed() implements Candidate {}

    /** @param until when what made it likely was over; null while it is not */
    record Waiting(@Nullable Instant until) implements Candidate {}

    record Confirmed(UUID outageId) implements Candidate {}

    record Dismissed() implements Candidate {}
}

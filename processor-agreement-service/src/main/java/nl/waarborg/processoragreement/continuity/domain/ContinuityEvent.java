package nl.waarborg.processoragreement.continuity.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Stored forever, on the platform's streams; nothing of it is personal. */
public sealed interface ContinuityEvent {

    UUID eventId();

    /**
     * @param party the organisation that went bankrupt
     * @param continuesThrough last day of the promised services; null: until something is arranged, or nothing was promised
     */
    record ContinuityEventRecorded(
            UUID eventId,
            String provider,
            ContinuityKind kind,
            String party,
            LocalDate occurredOn,
            @Nullable LocalDate continuesThrough,
            Instant at)
            implements ContinuityEvent {}

    /** A reminder; nothing stops by itself (OP-90). */
    record ContinuityPeriodEnding(UUID eventId, LocalDate endsOn) implements ContinuityEvent {}

    record ContinuityArranged(UUID eventId, String arrangement, LocalDate arrangedOn, Instant at)
            implements ContinuityEvent {}
}

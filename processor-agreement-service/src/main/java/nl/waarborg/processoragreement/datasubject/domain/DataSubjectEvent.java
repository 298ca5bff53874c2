package nl.waarborg.processoragreement.datasubject.domain;

import java.time.Instant;
import java.util.UUID;
import nl.waarborg.eventsourcing.Personal;
import org.jspecify.annotations.Nullable;

/** Stored forever, on the customer's streams. There is no event of an answer: the vendor never gives one. */
public sealed interface DataSubjectEvent {

    UUID requestId();

    /** @param dataSubject who asks, as far as the vendor knows */
    record DataSubjectRequestReceived(
            UUID requestId,
            RequestKind kind,
            @Personal @Nullable String dataSubject,
            @Personal @Nullable String text,
            Instant receivedAt,
            @Nullable UUID receivedBy)
            implements DataSubjectEvent {}

    record DataSubjectRequestForwarded(UUID requestId, Handover handover, @Nullable UUID forwardedBy, Instant at)
            implements DataSubjectEvent {}

    record DataSubjectAssistanceRequested(
            UUID requestId, boolean written, @Personal @Nullable String text, @Nullable UUID requestedBy, Instant at)
            implements DataSubjectEvent {}

    record DataSubjectAssistanceGiven(
            UUID requestId, @Personal @Nullable String result, @Nullable UUID givenBy, Instant at)
            implements DataSubjectEvent {}
}

package nl.waarborg.availability.outage.domain;

import java.time.Instant;
import java.util.UUID;
import nl.waarborg.availability.outage.domain.CandidateEvent.Cause;
import org.jspecify.annotations.Nullable;

/** A possible outage, which an operator confirms or dismisses; nothing becomes an outage by itself. */
public sealed interface CandidateCommand {

    UUID candidateId();

    record NoticeOutageCandidate(
            UUID candidateId,
            String provider,
            Cause cause,
            UUID source,
            @Nullable UUID tenantId,
            Instant since,
            Instant at)
            implements CandidateCommand {}

    record EndOutageCandidate(UUID candidateId, Instant until, Instant at) implements CandidateCommand {}

    record ConfirmOutageCandidate(UUID candidateId, UUID outageId, @Nullable UUID by, Instant at)
            implements CandidateCommand {}

    record DismissOutageCandidate(UUID candidateId, String reason, @Nullable UUID by, Instant at)
            implements CandidateCommand {}
}

package nl.waarborg.availability.outage.domain;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Stored forever. Changing a component needs an upcaster and a new sample in stored-events. */
public sealed interface CandidateEvent {

    UUID candidateId();

    /** What made it likely that there is an outage. */
    enum Cause {
        CALAMITY_REPORTED,
        INCIDENT_CLASSIFIED,
        DISASTER_DECLARED,
        RESTORE_STARTED
    }

    /**
     * @param source the incident, recovery operation or restore that it comes of
     * @param tenantId the customer whose it is; null where it is the platform's
     * @param since when it may have begun, UTC
     */
    record OutageCandidateNoticed(
            UUID candidateId,
            String provider,
            Cause cause,
            UUID source,
            @Nullable UUID tenantId,
            Instant since,
            Instant at)
            implements CandidateEvent {}

    /** What made it likely is over; whether it was an outage is still to say. */
    record OutageCandidateOver(UUID candidateId, Instant until, Instant at) implements CandidateEvent {}

    record OutageCandidateConfirmed(UUID candidateId, UUID outageId, @Nullable UUID by, Instant at)
            implements CandidateEvent {}

    /** @param by null where it was over before anybody looked */
    record OutageCandidateDismissed(UUID candidateId, String reason, @Nullable UUID by, Instant at)
            implements CandidateEvent {}
}

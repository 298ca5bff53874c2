package nl.waarborg.availability.login.domain;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import nl.waarborg.availability.login.domain.UsualLogins.Direction;
import nl.waarborg.eventsourcing.Personal;
import org.jspecify.annotations.Nullable;

/** Stored forever. Changing a component needs an upcaster and a new sample in stored-events. */
public sealed interface LoginAnomalyEvent {

    UUID anomalyId();

    /**
     * @param hour its start, UTC
     * @param pseudonym of the account or address; null for the customer as a whole
     * @param usual median of the same hour of earlier weeks
     * @param weeks that it was compared with
     */
    record LoginAnomalyDetected(
            UUID anomalyId,
            Instant hour,
            Direction direction,
            LoginSubject subject,
            @Personal @Nullable String pseudonym,
            long attempts,
            BigDecimal usual,
            int weeks,
            Instant at)
            implements LoginAnomalyEvent {}

    /** @param securityIncidentId if it turned out to be one */
    record LoginAnomalyInvestigated(
            UUID anomalyId,
            Instant hour,
            Direction direction,
            LoginSubject subject,
            @Personal @Nullable String conclusion,
            @Nullable UUID securityIncidentId,
            @Nullable UUID by,
            Instant at)
            implements LoginAnomalyEvent {}
}

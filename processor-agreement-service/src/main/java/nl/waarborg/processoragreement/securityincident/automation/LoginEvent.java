package nl.waarborg.processoragreement.securityincident.automation;

import java.time.Instant;
import java.util.UUID;
import nl.waarborg.eventsourcing.EventTypes;
import org.jspecify.annotations.Nullable;

/** What this service reads of availability-service's events about logins. */
public sealed interface LoginEvent {

    EventTypes<LoginEvent> TYPES = new EventTypes<>("availability", LoginEvent.class)
            .type("nl.waarborg.availability.login-anomaly-investigated.v1", LoginAnomalyInvestigated.class);

    /**
     * @param hour its start
     * @param securityIncidentId null: it turned out to be none
     */
    record LoginAnomalyInvestigated(
            UUID anomalyId, Instant hour, String subject, @Nullable UUID securityIncidentId, Instant investigatedAt)
            implements LoginEvent {}
}

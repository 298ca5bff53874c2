package nl.waarborg.processoragreement.access.projection;

import java.time.Instant;
import java.util.UUID;
import nl.waarborg.eventsourcing.EventTypes;
import org.jspecify.annotations.Nullable;

/** What this service reads of incident-service's events about access to customers' data. */
public sealed interface SupportAccessEvent {

    EventTypes<SupportAccessEvent> TYPES = new EventTypes<>("incident", SupportAccessEvent.class)
            .type("nl.waarborg.incident.investigation-copy-accessed.v1", InvestigationCopyAccessed.class)
            .type("nl.waarborg.incident.system-user-access-granted.v1", SystemUserAccessGranted.class)
            .type("nl.waarborg.incident.system-user-access-blocked.v1", SystemUserAccessBlocked.class)
            .type("nl.waarborg.incident.remote-control-consented.v1", RemoteControlConsented.class);

    record InvestigationCopyAccessed(UUID copyId, UUID incidentId, UUID employeeId, Instant at)
            implements SupportAccessEvent {}

    record SystemUserAccessGranted(
            UUID accessId,
            String causeType,
            UUID causeId,
            UUID employeeId,
            @Nullable UUID environmentId,
            Instant grantedAt,
            @Nullable Instant until)
            implements SupportAccessEvent {}

    record SystemUserAccessBlocked(UUID accessId, Instant blockedAt) implements SupportAccessEvent {}

    record RemoteControlConsented(UUID sessionId, UUID incidentId, UUID agentId, UUID byPersonId, Instant at)
            implements SupportAccessEvent {}
}

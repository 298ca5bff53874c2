package nl.waarborg.incident.remoteviewing.domain;

import java.time.Instant;
import java.util.UUID;

/** Stored forever. Changing a component needs an upcaster and a new sample in stored-events. */
public sealed interface RemoteViewEvent {

    UUID sessionId();

    UUID incidentId();

    record RemoteViewCodeIssued(
            UUID sessionId, UUID incidentId, UUID agentId, String codeHash, Instant expiresAt, int attempts, Instant at)
            implements RemoteViewEvent {}

    record RemoteViewCodeRefused(UUID sessionId, UUID incidentId, CodeRefusal reason, UUID personId, Instant at)
            implements RemoteViewEvent {}

    record RemoteViewStarted(UUID sessionId, UUID incidentId, UUID agentId, UUID personId, Instant at)
            implements RemoteViewEvent {}

    record RemoteControlConsented(UUID sessionId, UUID incidentId, UUID agentId, UUID byPersonId, Instant at)
            implements RemoteViewEvent {}

    record RemoteViewEnded(UUID sessionId, UUID incidentId, Instant at) implements RemoteViewEvent {}

    enum CodeRefusal {
        WRONG_CODE,
        EXPIRED,
        TOO_MANY_ATTEMPTS
    }
}

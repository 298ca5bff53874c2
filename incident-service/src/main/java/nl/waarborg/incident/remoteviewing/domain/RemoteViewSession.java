package nl.waarborg.incident.remoteviewing.domain;

import java.time.Instant;
import java.util.UUID;

/** A session as the rules need it. */
public sealed interface RemoteViewSession {

    record NoSession() implements RemoteViewSession {}

    /** @param attemptsLeft how many wrong entries it still bears */
    record CodeIssued(UUID incidentId, UUID agentId, String codeHash, Instant expiresAt, int attemptsLeft)
            implements RemoteViewSession {}

    record Viewing(UUID incidentId, UUID agentId, boolean controlConsented) implements RemoteViewSession {}

    record Ended() implements RemoteViewSession {}
}

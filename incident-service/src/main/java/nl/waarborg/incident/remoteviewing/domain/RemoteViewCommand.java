package nl.waarborg.incident.remoteviewing.domain;

import java.time.Instant;
import java.util.UUID;

/** What can be asked of a remote viewing session. Times are business times, UTC. */
public sealed interface RemoteViewCommand {

    UUID sessionId();

    /**
     * @param codeHash of the personal code; the code itself is kept nowhere
     * @param incidentOpen a fact: the incident exists with this tenant and is neither handled nor lapsed
     * @param attempts how many wrong entries the session bears
     */
    record IssueRemoteViewCode(
            UUID sessionId,
            UUID incidentId,
            UUID agentId,
            String codeHash,
            Instant expiresAt,
            int attempts,
            boolean incidentOpen,
            Instant at)
            implements RemoteViewCommand {}

    record EnterRemoteViewCode(UUID sessionId, String codeHash, UUID personId, Instant at)
            implements RemoteViewCommand {}

    record ConsentRemoteControl(UUID sessionId, UUID personId, Instant at) implements RemoteViewCommand {}

    record EndRemoteView(UUID sessionId, Instant at) implements RemoteViewCommand {}
}

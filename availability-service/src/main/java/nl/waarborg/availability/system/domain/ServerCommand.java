package nl.waarborg.availability.system.domain;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What monitors and operators say of a server (AVL-029). */
public sealed interface ServerCommand {

    String provider();

    String serverId();

    record RegisterServer(String provider, String serverId, @Nullable String systemId, boolean standby, Instant at)
            implements ServerCommand {}

    record RecordServerFailure(
            String provider, String serverId, @Nullable String systemId, @Nullable String cause, Instant failedAt)
            implements ServerCommand {}

    /** @param standsBy a fact: the other server is registered as standing by, works and replaces none */
    record ActivateStandbyServer(
            String provider,
            String serverId,
            String standbyId,
            boolean standsBy,
            @Nullable UUID by,
            Instant activatedAt)
            implements ServerCommand {}

    record RestoreServer(String provider, String serverId, Instant restoredAt) implements ServerCommand {}
}

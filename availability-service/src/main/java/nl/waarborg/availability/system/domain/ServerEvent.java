package nl.waarborg.availability.system.domain;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Stored forever. Changing a component needs an upcaster and a new sample in stored-events. */
public sealed interface ServerEvent {

    String provider();

    /** The vendor's own name of it, unique within the vendor. */
    String serverId();

    /** @param standby it stands by for another that fails (AVL-029) */
    record ServerRegistered(String provider, String serverId, @Nullable String systemId, boolean standby, Instant at)
            implements ServerEvent {}

    record ServerFailed(
            String provider, String serverId, @Nullable String systemId, @Nullable String cause, Instant failedAt)
            implements ServerEvent {}

    /** @param by the person; null where a monitor did it */
    record StandbyServerActivated(
            String provider, String serverId, String standbyId, @Nullable UUID by, Instant activatedAt)
            implements ServerEvent {}

    record ServerRestored(String provider, String serverId, Instant restoredAt) implements ServerEvent {}
}

package nl.waarborg.availability.system.publication;

import java.time.Instant;
import java.util.Optional;
import nl.waarborg.availability.system.domain.ServerEvent;
import nl.waarborg.availability.system.domain.ServerEvent.ServerFailed;
import nl.waarborg.availability.system.domain.ServerEvent.ServerRegistered;
import nl.waarborg.availability.system.domain.ServerEvent.ServerRestored;
import nl.waarborg.availability.system.domain.ServerEvent.StandbyServerActivated;
import nl.waarborg.eventsourcing.PublishedEvent;
import org.jspecify.annotations.Nullable;

/** backup-service proposes a disaster on a failed server; it never declares one by itself (BAK-023). */
public final class PublishedServerEvent {

    private PublishedServerEvent() {}

    record FailedV1(
            String provider, String serverId, @Nullable String systemId, @Nullable String cause, Instant failedAt) {}

    public static Optional<PublishedEvent> from(ServerEvent event) {
        return switch (event) {
            case ServerFailed e ->
                Optional.of(new PublishedEvent(
                        "nl.waarborg.availability.server-failed.v1",
                        new FailedV1(e.provider(), e.serverId(), e.systemId(), e.cause(), e.failedAt())));
            case ServerRegistered _, StandbyServerActivated _, ServerRestored _ -> Optional.empty();
        };
    }
}

package nl.waarborg.availability.system.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import nl.waarborg.availability.system.domain.Server;
import nl.waarborg.availability.system.domain.ServerCommand;
import nl.waarborg.availability.system.domain.ServerCommand.ActivateStandbyServer;
import nl.waarborg.availability.system.domain.ServerCommand.RecordServerFailure;
import nl.waarborg.availability.system.domain.ServerEvent;
import nl.waarborg.availability.system.projection.StandbyServers;
import nl.waarborg.availability.system.storage.SystemEventTypes;
import nl.waarborg.eventsourcing.CommandHandler;
import nl.waarborg.eventsourcing.inbound.OfPlatform;
import nl.waarborg.eventsourcing.inbound.PostedType;
import org.jspecify.annotations.Nullable;

/** What monitors post about servers (AVL-029); the contracts say what each field means. */
@ApplicationScoped
public class PostedServers {

    private final CommandHandler<ServerCommand, Server, ServerEvent> servers;
    private final StandbyServers standby;

    public PostedServers(CommandHandler<ServerCommand, Server, ServerEvent> servers, StandbyServers standby) {
        this.servers = servers;
        this.standby = standby;
    }

    public record RecordServerFailureV1(
            @NotBlank @Size(max = 50) String provider,
            @NotBlank @Size(max = 200) String serverId,
            @Nullable @Size(max = 200) String systemId,
            @Nullable @Size(max = 2000) String cause,
            @Nullable Instant failedAt)
            implements OfPlatform {}

    public record ActivateStandbyV1(
            @NotBlank @Size(max = 50) String provider,
            @NotBlank @Size(max = 200) String serverId,
            @NotBlank @Size(max = 200) String standbyId,
            @Nullable Instant activatedAt)
            implements OfPlatform {}

    public List<PostedType<?>> types() {
        return List.of(
                PostedType.of(
                        "nl.waarborg.availability.record-server-failure.v1",
                        RecordServerFailureV1.class,
                        (tenant, posted) -> SystemEventTypes.server(posted.provider(), posted.serverId()),
                        (stream, context, posted) -> servers.handle(
                                stream,
                                context,
                                new RecordServerFailure(
                                        posted.provider(),
                                        posted.serverId(),
                                        posted.systemId(),
                                        posted.cause(),
                                        Objects.requireNonNullElse(posted.failedAt(), context.occurredAt())))),
                PostedType.of(
                        "nl.waarborg.availability.activate-standby.v1",
                        ActivateStandbyV1.class,
                        (tenant, posted) -> SystemEventTypes.server(posted.provider(), posted.serverId()),
                        (stream, context, posted) -> servers.handle(
                                stream,
                                context,
                                new ActivateStandbyServer(
                                        posted.provider(),
                                        posted.serverId(),
                                        posted.standbyId(),
                                        standby.standsBy(posted.provider(), posted.standbyId()),
                                        context.actor().id(),
                                        Objects.requireNonNullElse(posted.activatedAt(), context.occurredAt())))));
    }
}

package nl.waarborg.availability.outage.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import nl.waarborg.availability.outage.api.Outages.Report;
import nl.waarborg.availability.outage.domain.OutageCommand.UpdateOutage;
import nl.waarborg.availability.outage.storage.OutageEventTypes;
import nl.waarborg.availability.system.domain.Component;
import nl.waarborg.eventsourcing.inbound.OfPlatform;
import nl.waarborg.eventsourcing.inbound.PostedType;
import org.jspecify.annotations.Nullable;

/** What monitors post about outages; the contracts say what each field means. */
@ApplicationScoped
public class PostedOutages {

    private final Outages outages;

    public PostedOutages(Outages outages) {
        this.outages = outages;
    }

    public record StartOutageV1(
            @NotBlank @Size(max = 50) String provider,
            @NotBlank @Size(max = 200) String reference,
            @Nullable Set<Component> components,
            @Nullable @Size(max = 100) List<@NotBlank String> systems,
            @Nullable UUID ofTenant,
            @Nullable @Size(max = 1000) Set<UUID> affectedTenants,
            @Nullable Instant startedAt,
            @Nullable @Size(max = 2000) String errorMessage,
            @Nullable Instant expectedRecoveryAt,
            @Nullable Instant nextUpdateAt,
            @Nullable @Size(max = 1000) Set<UUID> incidents)
            implements OfPlatform {}

    public record UpdateOutageV1(
            @NotBlank @Size(max = 50) String provider,
            @NotBlank @Size(max = 200) String reference,
            @Nullable @Size(max = 2000) String message,
            @Nullable Instant expectedRecoveryAt,
            @Nullable Instant nextUpdateAt,
            @Nullable @Size(max = 1000) Set<UUID> incidents)
            implements OfPlatform {}

    public record EndOutageV1(
            @NotBlank @Size(max = 50) String provider,
            @NotBlank @Size(max = 200) String reference,
            @Nullable Instant endedAt,
            @Nullable @Size(max = 2000) String message)
            implements OfPlatform {}

    public List<PostedType<?>> types() {
        return List.of(
                type(
                        "start-outage",
                        StartOutageV1.class,
                        StartOutageV1::reference,
                        (stream, context, posted) -> outages.start(
                                stream,
                                context,
                                posted.provider(),
                                posted.reference(),
                                new Report(
                                        posted.components(),
                                        posted.systems(),
                                        posted.ofTenant(),
                                        posted.affectedTenants(),
                                        posted.startedAt(),
                                        posted.errorMessage(),
                                        posted.expectedRecoveryAt(),
                                        posted.nextUpdateAt(),
                                        posted.incidents()))),
                type(
                        "update-outage",
                        UpdateOutageV1.class,
                        UpdateOutageV1::reference,
                        (stream, context, posted) -> outages.handle(
                                context,
                                new UpdateOutage(
                                        stream.id(),
                                        posted.message(),
                                        posted.expectedRecoveryAt(),
                                        posted.nextUpdateAt(),
                                        Objects.requireNonNullElse(posted.incidents(), Set.of()),
                                        context.actor().id(),
                                        context.occurredAt()))),
                type(
                        "end-outage",
                        EndOutageV1.class,
                        EndOutageV1::reference,
                        (stream, context, posted) -> outages.end(
                                context, stream.id(), stream.id(), posted.endedAt(), posted.message(), null)));
    }

    private static <D extends Record & OfPlatform> PostedType<D> type(
            String name, Class<D> data, Function<D, String> reference, PostedType.Handler<D> handler) {
        return PostedType.of(
                "nl.waarborg.availability." + name + ".v1",
                data,
                (tenant, posted) -> OutageEventTypes.outage(posted.provider(), reference.apply(posted)),
                handler);
    }
}

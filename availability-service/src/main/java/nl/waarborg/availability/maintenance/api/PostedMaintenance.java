package nl.waarborg.availability.maintenance.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.waarborg.availability.maintenance.api.Maintenances.Matter;
import nl.waarborg.availability.maintenance.domain.EmergencyReason;
import nl.waarborg.availability.maintenance.domain.MaintenanceKind;
import nl.waarborg.availability.maintenance.storage.MaintenanceEventTypes;
import nl.waarborg.availability.system.domain.Component;
import nl.waarborg.eventsourcing.CommandContext;
import nl.waarborg.eventsourcing.CommandResult;
import nl.waarborg.eventsourcing.inbound.OfPlatform;
import nl.waarborg.eventsourcing.inbound.PostedType;
import org.jspecify.annotations.Nullable;

/** What planning tools post about maintenance; the event's time is when it was announced, started or ended. */
@ApplicationScoped
public class PostedMaintenance {

    private static final String PREFIX = "nl.waarborg.availability.";

    private final Maintenances maintenances;

    public PostedMaintenance(Maintenances maintenances) {
        this.maintenances = maintenances;
    }

    private interface OfMaintenance extends OfPlatform {
        UUID maintenanceId();
    }

    public record AnnounceMaintenanceV1(
            @NotBlank String provider,
            UUID maintenanceId,
            MaintenanceKind kind,
            @NotEmpty Set<Component> components,
            @Nullable Set<UUID> affectedTenants,
            Instant startsAt,
            Instant endsAt,
            @NotBlank @Size(max = 2000) String message,
            @Nullable @Size(max = 2000) String override)
            implements OfMaintenance {}

    public record DeclareEmergencyMaintenanceV1(
            @NotBlank String provider,
            UUID maintenanceId,
            EmergencyReason reason,
            @NotEmpty Set<Component> components,
            @Nullable Set<UUID> affectedTenants,
            Instant startsAt,
            Instant endsAt,
            @NotBlank @Size(max = 2000) String message)
            implements OfMaintenance {}

    public record RescheduleMaintenanceV1(
            @NotBlank String provider,
            UUID maintenanceId,
            Instant startsAt,
            Instant endsAt,
            @NotBlank @Size(max = 2000) String reason,
            @Nullable Boolean override)
            implements OfMaintenance {}

    public record CancelMaintenanceV1(
            @NotBlank String provider, UUID maintenanceId, @NotBlank @Size(max = 2000) String reason)
            implements OfMaintenance {}

    public record StartMaintenanceV1(@NotBlank String provider, UUID maintenanceId) implements OfMaintenance {}

    public record EndMaintenanceV1(@NotBlank String provider, UUID maintenanceId) implements OfMaintenance {}

    @FunctionalInterface
    private interface Run<D> {
        CommandResult<?> run(CommandContext context, D data);
    }

    public List<PostedType<?>> types() {
        return List.of(
                type(
                        "announce-maintenance.v1",
                        AnnounceMaintenanceV1.class,
                        (context, d) -> maintenances.announce(
                                context,
                                new Matter(
                                        d.provider(),
                                        d.maintenanceId(),
                                        d.components(),
                                        d.affectedTenants(),
                                        d.startsAt(),
                                        d.endsAt(),
                                        d.message()),
                                d.kind(),
                                d.override())),
                type(
                        "declare-emergency-maintenance.v1",
                        DeclareEmergencyMaintenanceV1.class,
                        (context, d) -> maintenances.declare(
                                context,
                                new Matter(
                                        d.provider(),
                                        d.maintenanceId(),
                                        d.components(),
                                        d.affectedTenants(),
                                        d.startsAt(),
                                        d.endsAt(),
                                        d.message()),
                                d.reason())),
                type(
                        "reschedule-maintenance.v1",
                        RescheduleMaintenanceV1.class,
                        (context, d) -> maintenances.reschedule(
                                context,
                                d.provider(),
                                d.maintenanceId(),
                                d.startsAt(),
                                d.endsAt(),
                                d.reason(),
                                Boolean.TRUE.equals(d.override()))),
                type(
                        "cancel-maintenance.v1",
                        CancelMaintenanceV1.class,
                        (context, d) -> maintenances.cancel(context, d.provider(), d.maintenanceId(), d.reason())),
                type(
                        "start-maintenance.v1",
                        StartMaintenanceV1.class,
                        (context, d) -> maintenances.start(context, d.provider(), d.maintenanceId())),
                type(
                        "end-maintenance.v1",
                        EndMaintenanceV1.class,
                        (context, d) -> maintenances.end(context, d.provider(), d.maintenanceId())));
    }

    private static <D extends Record & OfMaintenance> PostedType<D> type(String name, Class<D> data, Run<D> run) {
        return PostedType.of(
                PREFIX + name,
                data,
                (platform, posted) -> MaintenanceEventTypes.stream(posted.provider(), posted.maintenanceId()),
                (stream, context, posted) -> run.run(context, posted));
    }
}

package nl.waarborg.availability.maintenance.api;

import static nl.waarborg.availability.platform.Vendors.endingAfter;
import static nl.waarborg.availability.platform.Vendors.whole;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import nl.waarborg.availability.maintenance.domain.EmergencyReason;
import nl.waarborg.availability.maintenance.domain.Maintenance;
import nl.waarborg.availability.maintenance.domain.MaintenanceCommand;
import nl.waarborg.availability.maintenance.domain.MaintenanceCommand.AnnounceMaintenance;
import nl.waarborg.availability.maintenance.domain.MaintenanceCommand.CancelMaintenance;
import nl.waarborg.availability.maintenance.domain.MaintenanceCommand.DeclareEmergencyMaintenance;
import nl.waarborg.availability.maintenance.domain.MaintenanceCommand.EndMaintenance;
import nl.waarborg.availability.maintenance.domain.MaintenanceCommand.RescheduleMaintenance;
import nl.waarborg.availability.maintenance.domain.MaintenanceCommand.StartMaintenance;
import nl.waarborg.availability.maintenance.domain.MaintenanceEvent;
import nl.waarborg.availability.maintenance.domain.MaintenanceKind;
import nl.waarborg.availability.maintenance.domain.MaintenanceTerms;
import nl.waarborg.availability.maintenance.storage.MaintenanceEventTypes;
import nl.waarborg.availability.platform.Vendors;
import nl.waarborg.availability.system.domain.Component;
import nl.waarborg.eventsourcing.CommandContext;
import nl.waarborg.eventsourcing.CommandHandler;
import nl.waarborg.eventsourcing.CommandResult;
import org.jspecify.annotations.Nullable;

/** Makes and runs the commands, whoever brings them; times in whole seconds, with the vendor's terms as facts. */
@ApplicationScoped
public class Maintenances {

    private final CommandHandler<MaintenanceCommand, Maintenance, MaintenanceEvent> commands;
    private final Vendors vendors;

    public Maintenances(CommandHandler<MaintenanceCommand, Maintenance, MaintenanceEvent> commands, Vendors vendors) {
        this.commands = commands;
        this.vendors = vendors;
    }

    /** What is to be done, and to whom. */
    public record Matter(
            String provider,
            UUID maintenanceId,
            Set<Component> components,
            @Nullable Set<UUID> affectedTenants,
            Instant startsAt,
            Instant endsAt,
            String message) {}

    public CommandResult<MaintenanceEvent> announce(
            CommandContext context, Matter matter, MaintenanceKind kind, @Nullable String override) {
        return run(
                matter.provider(),
                context,
                new AnnounceMaintenance(
                        matter.maintenanceId(),
                        matter.provider(),
                        kind,
                        matter.components(),
                        vendors.customers(matter.provider(), matter.affectedTenants()),
                        whole(matter.startsAt()),
                        endingAfter(matter.startsAt(), matter.endsAt(), "/endsAt"),
                        matter.message(),
                        override,
                        terms(matter.provider()),
                        context.occurredAt()));
    }

    public CommandResult<MaintenanceEvent> declare(CommandContext context, Matter matter, EmergencyReason reason) {
        return run(
                matter.provider(),
                context,
                new DeclareEmergencyMaintenance(
                        matter.maintenanceId(),
                        matter.provider(),
                        matter.components(),
                        vendors.customers(matter.provider(), matter.affectedTenants()),
                        reason,
                        whole(matter.startsAt()),
                        endingAfter(matter.startsAt(), matter.endsAt(), "/endsAt"),
                        matter.message(),
                        context.occurredAt()));
    }

    public CommandResult<MaintenanceEvent> reschedule(
            CommandContext context,
            String provider,
            UUID maintenance,
            Instant startsAt,
            Instant endsAt,
            String reason,
            boolean override) {
        return run(
                provider,
                context,
                new RescheduleMaintenance(
                        maintenance,
                        whole(startsAt),
                        endingAfter(startsAt, endsAt, "/endsAt"),
                        reason,
                        override,
                        terms(provider),
                        context.occurredAt()));
    }

    public CommandResult<MaintenanceEvent> cancel(
            CommandContext context, String provider, UUID maintenance, String reason) {
        return run(provider, context, new CancelMaintenance(maintenance, reason, context.occurredAt()));
    }

    public CommandResult<MaintenanceEvent> start(CommandContext context, String provider, UUID maintenance) {
        return run(provider, context, new StartMaintenance(maintenance, whole(context.occurredAt())));
    }

    public CommandResult<MaintenanceEvent> end(CommandContext context, String provider, UUID maintenance) {
        return run(provider, context, new EndMaintenance(maintenance, whole(context.occurredAt())));
    }

    private MaintenanceTerms terms(String provider) {
        return new MaintenanceTerms(vendors.terms(provider));
    }

    private CommandResult<MaintenanceEvent> run(String provider, CommandContext context, MaintenanceCommand command) {
        return commands.handle(MaintenanceEventTypes.stream(provider, command.maintenanceId()), context, command);
    }
}

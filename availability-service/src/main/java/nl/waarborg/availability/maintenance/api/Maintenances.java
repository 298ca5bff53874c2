package nl.waarborg.availability.maintenance.api;

import static nl.waarborg.availability.platform.Vendors.endingAfter;
import static nl.waarborg.availability.platform.Vendors.whole;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import nl.waarborg.availability.maintenance.domain.EmergencyReason;
import nl.waarborg.availability.maintenance.domain.Maintenance;
import nl.waarborg.availability.maintenance.domain.Maintenance.Announced;
import nl.waarborg.availability.maintenance.domain.Maintenance.Cancelled;
import nl.waarborg.availability.maintenance.domain.Maintenance.Ended;
import nl.waarborg.availability.maintenance.domain.Maintenance.NotAnnounced;
import nl.waarborg.availability.maintenance.domain.Maintenance.Running;
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
import nl.waarborg.availability.maintenance.domain.Plan;
import nl.waarborg.availability.maintenance.storage.MaintenanceEventTypes;
import nl.waarborg.availability.month.domain.FrozenDowntime;
import nl.waarborg.availability.month.domain.Interval;
import nl.waarborg.availability.month.projection.ClosedMonths;
import nl.waarborg.availability.platform.Vendors;
import nl.waarborg.availability.system.domain.Component;
import nl.waarborg.eventsourcing.CommandContext;
import nl.waarborg.eventsourcing.CommandHandler;
import nl.waarborg.eventsourcing.CommandResult;
import nl.waarborg.publishedcalendars.PublishedCalendars;
import org.jspecify.annotations.Nullable;

/** Makes and runs the commands, whoever brings them; times in whole seconds, with the vendor's terms as facts. */
@ApplicationScoped
public class Maintenances {

    private final CommandHandler<MaintenanceCommand, Maintenance, MaintenanceEvent> commands;
    private final Vendors vendors;
    private final PublishedCalendars calendars;
    private final ClosedMonths closedMonths;

    public Maintenances(
            CommandHandler<MaintenanceCommand, Maintenance, MaintenanceEvent> commands,
            Vendors vendors,
            PublishedCalendars calendars,
            ClosedMonths closedMonths) {
        this.commands = commands;
        this.vendors = vendors;
        this.calendars = calendars;
        this.closedMonths = closedMonths;
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
                        terms(matter.provider(), context.occurredAt()),
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
        var ends = endingAfter(startsAt, endsAt, "/endsAt");
        return run(
                provider,
                context,
                maintenance,
                state -> new RescheduleMaintenance(
                        maintenance,
                        whole(startsAt),
                        ends,
                        reason,
                        override,
                        terms(provider, context.occurredAt()),
                        frozen(state, ends),
                        context.occurredAt()));
    }

    public CommandResult<MaintenanceEvent> cancel(
            CommandContext context, String provider, UUID maintenance, String reason) {
        return run(provider, context, new CancelMaintenance(maintenance, reason, context.occurredAt()));
    }

    public CommandResult<MaintenanceEvent> start(CommandContext context, String provider, UUID maintenance) {
        return run(
                provider,
                context,
                maintenance,
                state -> new StartMaintenance(maintenance, frozen(state, null), whole(context.occurredAt())));
    }

    public CommandResult<MaintenanceEvent> end(CommandContext context, String provider, UUID maintenance) {
        return run(
                provider,
                context,
                maintenance,
                state -> new EndMaintenance(maintenance, frozen(state, null), whole(context.occurredAt())));
    }

    /** @param newEnd of its plan; null: it stays */
    private FrozenDowntime frozen(Maintenance state, @Nullable Instant newEnd) {
        return switch (state) {
            case Announced a -> frozen(a.matter(), a.plan(), newEnd);
            case Running r -> frozen(r.matter(), r.plan(), newEnd);
            case NotAnnounced _, Cancelled _, Ended _ -> FrozenDowntime.NONE;
        };
    }

    private FrozenDowntime frozen(Maintenance.Matter matter, Plan plan, @Nullable Instant newEnd) {
        var ends = newEnd != null && newEnd.isAfter(plan.endsAt()) ? newEnd : plan.endsAt();
        return closedMonths.downtime(
                matter.provider(), matter.components(), matter.affectedTenants(), new Interval(plan.startsAt(), ends));
    }

    private MaintenanceTerms terms(String provider, Instant at) {
        var terms = vendors.terms(provider);
        return new MaintenanceTerms(terms, calendars.supportHours(terms, at));
    }

    private CommandResult<MaintenanceEvent> run(
            String provider,
            CommandContext context,
            UUID maintenance,
            Function<Maintenance, MaintenanceCommand> command) {
        return commands.handle(MaintenanceEventTypes.stream(provider, maintenance), context, command);
    }

    private CommandResult<MaintenanceEvent> run(String provider, CommandContext context, MaintenanceCommand command) {
        return commands.handle(MaintenanceEventTypes.stream(provider, command.maintenanceId()), context, command);
    }
}

package nl.waarborg.availability.maintenance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.waarborg.availability.maintenance.api.PostedMaintenance;
import nl.waarborg.availability.maintenance.domain.Maintenance;
import nl.waarborg.availability.maintenance.domain.MaintenanceCommand;
import nl.waarborg.availability.maintenance.domain.MaintenanceCommand.NoticeOverrun;
import nl.waarborg.availability.maintenance.domain.MaintenanceDecider;
import nl.waarborg.availability.maintenance.domain.MaintenanceEvent;
import nl.waarborg.availability.maintenance.projection.MaintenanceProjection;
import nl.waarborg.availability.maintenance.publication.PublishedMaintenance;
import nl.waarborg.availability.maintenance.storage.MaintenanceEventTypes;
import nl.waarborg.eventsourcing.Actor;
import nl.waarborg.eventsourcing.CommandContext;
import nl.waarborg.eventsourcing.CommandHandler;
import nl.waarborg.eventsourcing.DeadlineHandler;
import nl.waarborg.eventsourcing.EventTypes;
import nl.waarborg.eventsourcing.PersonalData;
import nl.waarborg.eventsourcing.Projection;
import nl.waarborg.eventsourcing.PublishedEvent;
import nl.waarborg.eventsourcing.Reaction;
import nl.waarborg.eventsourcing.RecordedEvent;
import nl.waarborg.eventsourcing.inbound.PostedType;
import nl.waarborg.eventsourcing.service.Aggregate;
import nl.waarborg.eventsourcing.service.CommandHandlers;

/** Maintenance (AVL-013 to AVL-015, OP-28 to OP-30). */
@ApplicationScoped
class MaintenanceAggregate implements Aggregate {

    private final CommandHandler<MaintenanceCommand, Maintenance, MaintenanceEvent> commands;
    private final PostedMaintenance posted;
    private final PersonalData personal;

    MaintenanceAggregate(
            CommandHandler<MaintenanceCommand, Maintenance, MaintenanceEvent> commands,
            PostedMaintenance posted,
            PersonalData personal) {
        this.commands = commands;
        this.posted = posted;
        this.personal = personal;
    }

    @Produces
    @ApplicationScoped
    static CommandHandler<MaintenanceCommand, Maintenance, MaintenanceEvent> maintenance(CommandHandlers handlers) {
        return handlers.of(new MaintenanceDecider(), MaintenanceEventTypes.MAINTENANCE_EVENTS);
    }

    @Override
    public List<EventTypes<?>> eventTypes() {
        return List.of(MaintenanceEventTypes.MAINTENANCE_EVENTS);
    }

    @Override
    public List<Projection<?>> projections() {
        return List.of(new MaintenanceProjection(personal));
    }

    @Override
    public Optional<PublishedEvent> publish(RecordedEvent<?> recorded) {
        return recorded.event() instanceof MaintenanceEvent event ? PublishedMaintenance.from(event) : Optional.empty();
    }

    @Override
    public List<PostedType<?>> postedTypes() {
        return posted.types();
    }

    @Override
    public List<DeadlineHandler> deadlineHandlers() {
        return List.of(new Reaction(
                MaintenanceProjection.OVERRUN,
                due -> commands.handle(
                        due.stream(),
                        CommandContext.of(due.tenant(), Actor.SCHEDULER, due.due()),
                        new NoticeOverrun(UUID.fromString(due.key()), due.due()))));
    }
}

package nl.waarborg.availability.release;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.util.List;
import java.util.Optional;
import nl.waarborg.availability.release.domain.Migration;
import nl.waarborg.availability.release.domain.MigrationCommand;
import nl.waarborg.availability.release.domain.MigrationCommand.FixMigrationDate;
import nl.waarborg.availability.release.domain.MigrationDecider;
import nl.waarborg.availability.release.domain.MigrationEvent;
import nl.waarborg.availability.release.domain.Release;
import nl.waarborg.availability.release.domain.ReleaseCommand;
import nl.waarborg.availability.release.domain.ReleaseDecider;
import nl.waarborg.availability.release.domain.ReleaseEvent;
import nl.waarborg.availability.release.projection.MigrationsProjection;
import nl.waarborg.availability.release.projection.ReleasesProjection;
import nl.waarborg.availability.release.publication.PublishedRelease;
import nl.waarborg.availability.release.storage.ReleaseEventTypes;
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
import nl.waarborg.eventsourcing.service.Aggregate;
import nl.waarborg.eventsourcing.service.CommandHandlers;

/** Releases and migrations (AVL-034 to AVL-043, OP-32 to OP-34). */
@ApplicationScoped
class ReleaseAggregate implements Aggregate {

    private final CommandHandler<MigrationCommand, Migration, MigrationEvent> migrations;
    private final PersonalData personal;

    ReleaseAggregate(CommandHandler<MigrationCommand, Migration, MigrationEvent> migrations, PersonalData personal) {
        this.migrations = migrations;
        this.personal = personal;
    }

    @Produces
    @ApplicationScoped
    static CommandHandler<ReleaseCommand, Release, ReleaseEvent> releases(CommandHandlers handlers) {
        return handlers.of(new ReleaseDecider(), ReleaseEventTypes.RELEASE_EVENTS);
    }

    @Produces
    @ApplicationScoped
    static CommandHandler<MigrationCommand, Migration, MigrationEvent> migrations(CommandHandlers handlers) {
        return handlers.of(new MigrationDecider(), ReleaseEventTypes.MIGRATION_EVENTS);
    }

    @Override
    public List<EventTypes<?>> eventTypes() {
        return List.of(ReleaseEventTypes.RELEASE_EVENTS, ReleaseEventTypes.MIGRATION_EVENTS);
    }

    @Override
    public List<Projection<?>> projections() {
        return List.of(new ReleasesProjection(personal), new MigrationsProjection(personal));
    }

    @Override
    public Optional<PublishedEvent> publish(RecordedEvent<?> recorded) {
        return switch (recorded.event()) {
            case ReleaseEvent event -> PublishedRelease.from(event);
            case MigrationEvent event -> PublishedRelease.from(event);
            default -> Optional.empty();
        };
    }

    @Override
    public List<DeadlineHandler> deadlineHandlers() {
        return List.of(new Reaction(
                MigrationsProjection.FIX_DATE,
                due -> migrations.handle(
                        due.stream(),
                        CommandContext.of(due.tenant(), Actor.SCHEDULER, due.due()),
                        new FixMigrationDate(due.stream().id(), due.due()))));
    }
}

package nl.waarborg.availability.status;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.waarborg.availability.maintenance.domain.MaintenanceEvent;
import nl.waarborg.availability.maintenance.storage.MaintenanceEventTypes;
import nl.waarborg.availability.outage.domain.OutageEvent;
import nl.waarborg.availability.outage.domain.OutageEvent.OutageStarted;
import nl.waarborg.availability.outage.storage.OutageEventTypes;
import nl.waarborg.availability.system.domain.Component;
import nl.waarborg.availability.system.domain.EnvironmentKind;
import nl.waarborg.eventsourcing.Actor;
import nl.waarborg.eventsourcing.CommandContext;
import nl.waarborg.eventsourcing.CommandHandler;
import nl.waarborg.eventsourcing.Decider;
import nl.waarborg.eventsourcing.Decision;
import nl.waarborg.eventsourcing.StreamId;
import nl.waarborg.eventsourcing.service.CommandHandlers;
import org.jspecify.annotations.Nullable;

/** Puts events of outages and maintenance into the real store, whatever their own rules say: the page shows what was stored. */
@ApplicationScoped
class Told {

    private final CommandHandler<OutageEvent, Integer, OutageEvent> outages;
    private final CommandHandler<MaintenanceEvent, Integer, MaintenanceEvent> maintenance;

    Told(CommandHandlers handlers) {
        outages = handlers.of(new AsTold<>(), OutageEventTypes.OUTAGE_EVENTS);
        maintenance = handlers.of(new AsTold<>(), MaintenanceEventTypes.MAINTENANCE_EVENTS);
    }

    private record AsTold<E>() implements Decider<E, Integer, E> {

        @Override
        public Integer initialState() {
            return 0;
        }

        @Override
        public Decision<E> decide(E event, Integer count) {
            return Decision.of(List.of(event));
        }

        @Override
        public Integer evolve(Integer count, E event) {
            return count + 1;
        }
    }

    void outage(OutageEvent event, Instant at) {
        outages.handle(
                OutageEventTypes.outage(event.outageId()),
                CommandContext.of(StreamId.PLATFORM, Actor.SCHEDULER, at),
                event);
    }

    void maintenance(MaintenanceEvent event, Instant at) {
        maintenance.handle(
                new StreamId(MaintenanceEventTypes.MAINTENANCE_EVENTS.category(), event.maintenanceId()),
                CommandContext.of(StreamId.PLATFORM, Actor.SCHEDULER, at),
                event);
    }

    static OutageStarted started(
            UUID outage,
            String provider,
            Instant at,
            String error,
            @Nullable Instant expected,
            Component... components) {
        return started(outage, provider, at, error, expected, EnvironmentKind.PRODUCTION, null, Set.of(), components);
    }

    static OutageStarted started(
            UUID outage,
            String provider,
            Instant at,
            String error,
            @Nullable Instant expected,
            EnvironmentKind environment,
            @Nullable UUID ofTenant,
            Set<UUID> affected,
            Component... components) {
        return new OutageStarted(
                outage,
                provider,
                null,
                Set.of(components),
                Set.of(),
                environment,
                ofTenant,
                affected,
                at,
                error,
                expected,
                null,
                Set.of(),
                null,
                at);
    }
}

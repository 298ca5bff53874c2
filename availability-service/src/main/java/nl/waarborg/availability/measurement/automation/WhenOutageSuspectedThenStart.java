package nl.waarborg.availability.measurement.automation;

import jakarta.inject.Singleton;
import java.util.Set;
import java.util.UUID;
import nl.waarborg.availability.measurement.projection.SuspectedOutages;
import nl.waarborg.availability.measurement.projection.SuspectedOutages.Suspicion;
import nl.waarborg.availability.measurement.projection.SuspectedOutagesProjection;
import nl.waarborg.availability.outage.domain.Outage;
import nl.waarborg.availability.outage.domain.OutageCommand;
import nl.waarborg.availability.outage.domain.OutageCommand.StartOutage;
import nl.waarborg.availability.outage.domain.OutageEvent;
import nl.waarborg.availability.outage.storage.OutageEventTypes;
import nl.waarborg.availability.system.domain.EnvironmentKind;
import nl.waarborg.eventsourcing.Actor;
import nl.waarborg.eventsourcing.CommandContext;
import nl.waarborg.eventsourcing.CommandHandler;
import nl.waarborg.eventsourcing.Deadline;
import nl.waarborg.eventsourcing.DeadlineHandler;
import nl.waarborg.eventsourcing.StreamId;

/** Starts the outage that a suspicion turned out to be, or that the monitor may start by itself (AVL-027), from its first second on. */
@Singleton
public class WhenOutageSuspectedThenStart implements DeadlineHandler {

    private final SuspectedOutages suspicions;
    private final CommandHandler<OutageCommand, Outage, OutageEvent> outages;
    private final WhenSuspicionEndedThenEndOutage end;

    public WhenOutageSuspectedThenStart(
            SuspectedOutages suspicions,
            CommandHandler<OutageCommand, Outage, OutageEvent> outages,
            WhenSuspicionEndedThenEndOutage end) {
        this.suspicions = suspicions;
        this.outages = outages;
        this.end = end;
    }

    @Override
    public String kind() {
        return SuspectedOutagesProjection.START;
    }

    @Override
    public void due(Deadline deadline) {
        var id = UUID.fromString(deadline.key());
        var suspicion = suspicions.find(id).orElseThrow();
        var stream = outage(suspicion, id);
        // The probes' clocks may run a little ahead of the event's.
        var at = deadline.due().isBefore(suspicion.since()) ? suspicion.since() : deadline.due();
        outages.handle(
                stream,
                CommandContext.of(StreamId.PLATFORM, Actor.SCHEDULER, at),
                new StartOutage(
                        stream.id(),
                        suspicion.provider(),
                        reference(id),
                        Set.of(suspicion.component()),
                        Set.of(suspicion.systemId()),
                        EnvironmentKind.PRODUCTION,
                        null,
                        Set.of(),
                        suspicion.since(),
                        suspicion.error(),
                        null,
                        null,
                        Set.of(),
                        null,
                        at));
        var endedAt = suspicion.endedAt();
        if (endedAt != null) {
            end.end(suspicion, id, endedAt, at);
        }
    }

    static StreamId outage(Suspicion suspicion, UUID id) {
        return OutageEventTypes.outage(suspicion.provider(), reference(id));
    }

    /** The monitor's own name of the outage. */
    private static String reference(UUID suspicion) {
        return "suspicion/" + suspicion;
    }
}

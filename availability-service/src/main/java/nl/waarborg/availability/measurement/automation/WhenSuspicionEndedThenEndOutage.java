package nl.waarborg.availability.measurement.automation;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.UUID;
import nl.waarborg.availability.measurement.projection.SuspectedOutages;
import nl.waarborg.availability.measurement.projection.SuspectedOutages.Suspicion;
import nl.waarborg.availability.measurement.projection.SuspectedOutagesProjection;
import nl.waarborg.availability.month.projection.ClosedMonths;
import nl.waarborg.availability.outage.domain.Outage;
import nl.waarborg.availability.outage.domain.OutageCommand;
import nl.waarborg.availability.outage.domain.OutageCommand.EndOutage;
import nl.waarborg.availability.outage.domain.OutageEvent;
import nl.waarborg.eventsourcing.Actor;
import nl.waarborg.eventsourcing.CommandContext;
import nl.waarborg.eventsourcing.CommandHandler;
import nl.waarborg.eventsourcing.Deadline;
import nl.waarborg.eventsourcing.DeadlineHandler;
import nl.waarborg.eventsourcing.StreamId;

/** Ends the outage that was started for a suspicion when a probe says up again; of one that was not started nothing ends. */
@Singleton
public class WhenSuspicionEndedThenEndOutage implements DeadlineHandler {

    private final SuspectedOutages suspicions;
    private final CommandHandler<OutageCommand, Outage, OutageEvent> outages;
    private final ClosedMonths closedMonths;

    public WhenSuspicionEndedThenEndOutage(
            SuspectedOutages suspicions,
            CommandHandler<OutageCommand, Outage, OutageEvent> outages,
            ClosedMonths closedMonths) {
        this.suspicions = suspicions;
        this.outages = outages;
        this.closedMonths = closedMonths;
    }

    @Override
    public String kind() {
        return SuspectedOutagesProjection.END;
    }

    @Override
    public void due(Deadline deadline) {
        var id = UUID.fromString(deadline.key());
        var suspicion = suspicions.find(id).orElseThrow();
        var endedAt = suspicion.endedAt();
        if (endedAt != null) {
            end(suspicion, id, endedAt, deadline.due());
        }
    }

    void end(Suspicion suspicion, UUID id, Instant endedAt, Instant due) {
        var stream = WhenOutageSuspectedThenStart.outage(suspicion, id);
        var at = due.isBefore(endedAt) ? endedAt : due;
        outages.handle(
                stream,
                CommandContext.of(StreamId.PLATFORM, Actor.SCHEDULER, at),
                // What a closed month counts of it a person corrects.
                new EndOutage(
                        stream.id(), endedAt, null, null, stream.id(), closedMonths.downtime(stream.id()), null, at));
    }
}

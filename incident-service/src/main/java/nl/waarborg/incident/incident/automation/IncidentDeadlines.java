package nl.waarborg.incident.incident.automation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Consumer;
import nl.waarborg.eventsourcing.Actor;
import nl.waarborg.eventsourcing.CommandContext;
import nl.waarborg.eventsourcing.Deadline;
import nl.waarborg.eventsourcing.DeadlineHandler;
import nl.waarborg.incident.incident.Incidents;
import nl.waarborg.incident.incident.domain.IncidentCommand.NoticeMissedDeadline;
import nl.waarborg.incident.incident.domain.IncidentCommand.RecalculateDeadlines;
import nl.waarborg.incident.incident.domain.IncidentCommand.WarnOfDeadline;
import nl.waarborg.incident.incident.projection.IncidentDeadlinesProjection;
import nl.waarborg.incident.incident.projection.OpenClocks;
import nl.waarborg.terms.clock.ClockKind;

/** What the clock does to incidents when a moment comes; the decider decides whether anything is left to do. */
@ApplicationScoped
public class IncidentDeadlines {

    private final Incidents incidents;
    private final OpenClocks clocks;
    private final RecalculationSettings settings;

    public IncidentDeadlines(Incidents incidents, OpenClocks clocks, RecalculationSettings settings) {
        this.incidents = incidents;
        this.clocks = clocks;
        this.settings = settings;
    }

    public List<DeadlineHandler> handlers() {
        return List.of(
                handler(IncidentDeadlinesProjection.DEADLINE, this::missed),
                handler(IncidentDeadlinesProjection.WARNING, this::warn),
                handler(OpenClocks.RECALCULATION, this::recalculate),
                handler(OpenClocks.WALK, walk -> clocks.next(walk, settings.batch())));
    }

    private void missed(Deadline deadline) {
        incidents.handle(
                deadline.stream(),
                context(deadline),
                new NoticeMissedDeadline(ClockKind.valueOf(deadline.key()), deadline.due()));
    }

    private void warn(Deadline deadline) {
        incidents.handle(
                deadline.stream(),
                context(deadline),
                promise -> new WarnOfDeadline(ClockKind.valueOf(deadline.key()), promise, deadline.due()));
    }

    private void recalculate(Deadline deadline) {
        incidents.handle(
                deadline.stream(), context(deadline), promise -> new RecalculateDeadlines(promise, deadline.due()));
    }

    private static CommandContext context(Deadline deadline) {
        return CommandContext.of(deadline.tenant(), Actor.SCHEDULER, deadline.due());
    }

    private static DeadlineHandler handler(String kind, Consumer<Deadline> due) {
        return new DeadlineHandler() {
            @Override
            public String kind() {
                return kind;
            }

            @Override
            public void due(Deadline deadline) {
                due.accept(deadline);
            }
        };
    }
}

package nl.waarborg.availability.performance.automation;

import nl.waarborg.availability.performance.domain.PerformanceMonth;
import nl.waarborg.availability.performance.domain.PerformanceMonth.Closed;
import nl.waarborg.availability.performance.domain.PerformanceMonthCommand;
import nl.waarborg.availability.performance.domain.PerformanceMonthCommand.CorrectPerformanceMonth;
import nl.waarborg.availability.performance.domain.PerformanceMonthEvent;
import nl.waarborg.availability.performance.projection.PerformanceMonths;
import nl.waarborg.availability.performance.projection.ResponseTimeFacts;
import nl.waarborg.eventsourcing.Actor;
import nl.waarborg.eventsourcing.CommandContext;
import nl.waarborg.eventsourcing.CommandHandler;
import nl.waarborg.eventsourcing.Deadline;
import nl.waarborg.eventsourcing.DeadlineHandler;
import nl.waarborg.eventsourcing.StreamId;

/** Response times that come after their month was closed are a correction beside it, by the targets that it was closed with. */
public final class WhenClosedMonthChangedThenCorrect implements DeadlineHandler {

    private final CommandHandler<PerformanceMonthCommand, PerformanceMonth, PerformanceMonthEvent> handler;
    private final ResponseTimeFacts facts;

    public WhenClosedMonthChangedThenCorrect(
            CommandHandler<PerformanceMonthCommand, PerformanceMonth, PerformanceMonthEvent> handler,
            ResponseTimeFacts facts) {
        this.handler = handler;
        this.facts = facts;
    }

    @Override
    public String kind() {
        return PerformanceMonths.CORRECT;
    }

    @Override
    public void due(Deadline deadline) {
        if (handler.state(deadline.stream()) instanceof Closed closed) {
            handler.handle(
                    deadline.stream(),
                    CommandContext.of(StreamId.PLATFORM, Actor.SCHEDULER, deadline.due()),
                    new CorrectPerformanceMonth(
                            facts.of(closed.provider(), closed.month(), closed.targets()), deadline.due()));
        }
    }
}

package nl.waarborg.availability.performance.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import nl.waarborg.availability.performance.domain.PerformanceMonth.Closed;
import nl.waarborg.availability.performance.domain.PerformanceMonth.Running;
import nl.waarborg.availability.performance.domain.PerformanceMonthCommand.ClosePerformanceMonth;
import nl.waarborg.availability.performance.domain.PerformanceMonthCommand.CorrectPerformanceMonth;
import nl.waarborg.availability.performance.domain.PerformanceMonthEvent.PerformanceMonthClosed;
import nl.waarborg.availability.performance.domain.PerformanceMonthEvent.PerformanceMonthCorrected;
import nl.waarborg.availability.performance.domain.PerformanceMonthEvent.PerformanceTargetMissWithdrawn;
import nl.waarborg.availability.performance.domain.PerformanceMonthEvent.PerformanceTargetMissed;
import nl.waarborg.eventsourcing.Decider;
import nl.waarborg.eventsourcing.Decision;

/** AVL-020, AVL-021, OP-35: a month is closed once; what comes later is a correction beside it. */
public final class PerformanceMonthDecider
        implements Decider<PerformanceMonthCommand, PerformanceMonth, PerformanceMonthEvent> {

    @Override
    public PerformanceMonth initialState() {
        return new Running();
    }

    @Override
    public Decision<PerformanceMonthEvent> decide(PerformanceMonthCommand command, PerformanceMonth month) {
        return switch (command) {
            case ClosePerformanceMonth c ->
                switch (month) {
                    case Running _ when c.at().isBefore(c.closesAt()) -> Decision.nothing();
                    case Running _ -> close(c);
                    case Closed _ -> Decision.nothing();
                };
            case CorrectPerformanceMonth c ->
                switch (month) {
                    case Running _ -> Decision.nothing();
                    case Closed closed when closed.latest().equals(c.figures()) -> Decision.nothing();
                    case Closed closed -> correct(c, closed);
                };
        };
    }

    private static Decision<PerformanceMonthEvent> close(ClosePerformanceMonth c) {
        var closed = new Closed(c.provider(), c.month(), c.figures(), c.targets(), Set.of());
        return Decision.<PerformanceMonthEvent>of(
                        new PerformanceMonthClosed(c.provider(), c.month(), c.figures(), c.targets(), c.at()))
                .and(verdicts(closed, c.figures(), c.at()));
    }

    private static Decision<PerformanceMonthEvent> correct(CorrectPerformanceMonth c, Closed closed) {
        return Decision.<PerformanceMonthEvent>of(
                        new PerformanceMonthCorrected(closed.provider(), closed.month(), c.figures(), c.at()))
                .and(verdicts(closed, c.figures(), c.at()));
    }

    /** What is missed by these figures and was not by those before, and the other way round. */
    private static List<PerformanceMonthEvent> verdicts(Closed before, PerformanceFigures figures, Instant at) {
        var missed = figures.missed(before.targets());
        var verdicts = new ArrayList<PerformanceMonthEvent>();
        for (var target : PerformanceTarget.values()) {
            if (missed.contains(target) && !before.missed().contains(target)) {
                verdicts.add(new PerformanceTargetMissed(before.provider(), before.month(), target, at));
            }
            if (!missed.contains(target) && before.missed().contains(target)) {
                verdicts.add(new PerformanceTargetMissWithdrawn(before.provider(), before.month(), target, at));
            }
        }
        return verdicts;
    }

    @Override
    public PerformanceMonth evolve(PerformanceMonth month, PerformanceMonthEvent event) {
        return switch (event) {
            case PerformanceMonthClosed e -> new Closed(e.provider(), e.month(), e.figures(), e.targets(), Set.of());
            case PerformanceMonthCorrected e ->
                month instanceof Closed closed
                        ? new Closed(closed.provider(), closed.month(), e.figures(), closed.targets(), closed.missed())
                        : month;
            case PerformanceTargetMissed e -> withMissed(month, e.target(), true);
            case PerformanceTargetMissWithdrawn e -> withMissed(month, e.target(), false);
        };
    }

    private static PerformanceMonth withMissed(PerformanceMonth month, PerformanceTarget target, boolean isMissed) {
        if (!(month instanceof Closed closed)) {
            return month;
        }
        var missed = EnumSet.noneOf(PerformanceTarget.class);
        missed.addAll(closed.missed());
        if (isMissed) {
            missed.add(target);
        } else {
            missed.remove(target);
        }
        return new Closed(closed.provider(), closed.month(), closed.latest(), closed.targets(), missed);
    }
}

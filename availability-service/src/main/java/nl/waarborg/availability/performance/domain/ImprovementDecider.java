package nl.waarborg.availability.performance.domain;

import nl.waarborg.availability.performance.domain.ImprovementCommand.RecordPerformanceImprovement;
import nl.waarborg.availability.performance.domain.ImprovementEvent.PerformanceImprovementRecorded;
import nl.waarborg.eventsourcing.Decider;
import nl.waarborg.eventsourcing.Decision;

/** AVL-032. */
public final class ImprovementDecider implements Decider<ImprovementCommand, Improvement, ImprovementEvent> {

    @Override
    public Improvement initialState() {
        return new Improvement(false);
    }

    @Override
    public Decision<ImprovementEvent> decide(ImprovementCommand command, Improvement improvement) {
        return switch (command) {
            case RecordPerformanceImprovement c ->
                improvement.recorded()
                        ? Decision.nothing()
                        : Decision.of(new PerformanceImprovementRecorded(
                                c.improvementId(),
                                c.provider(),
                                c.functions(),
                                c.description(),
                                c.since(),
                                c.by(),
                                c.at()));
        };
    }

    @Override
    public Improvement evolve(Improvement improvement, ImprovementEvent event) {
        return switch (event) {
            case PerformanceImprovementRecorded _ -> new Improvement(true);
        };
    }
}

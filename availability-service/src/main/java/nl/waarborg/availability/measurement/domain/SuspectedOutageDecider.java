package nl.waarborg.availability.measurement.domain;

import java.util.Optional;
import java.util.Set;
import nl.waarborg.availability.measurement.domain.SuspectedOutageCommand.AssessSuspectedOutage;
import nl.waarborg.availability.measurement.domain.SuspectedOutageCommand.NoticeSystemDown;
import nl.waarborg.availability.measurement.domain.SuspectedOutageCommand.NoticeSystemUp;
import nl.waarborg.availability.measurement.domain.SuspectedOutageEvent.SuspectedOutageAssessed;
import nl.waarborg.availability.measurement.domain.SuspectedOutageEvent.SuspectedOutageDetected;
import nl.waarborg.availability.measurement.domain.SuspectedOutageEvent.SuspectedOutageEnded;
import nl.waarborg.eventsourcing.Decider;
import nl.waarborg.eventsourcing.Decision;

/** AVL-027: one suspicion at a time per system; a person may judge it once. */
public final class SuspectedOutageDecider
        implements Decider<SuspectedOutageCommand, SuspectedOutage, SuspectedOutageEvent> {

    @Override
    public SuspectedOutage initialState() {
        return new SuspectedOutage(Optional.empty(), Set.of());
    }

    @Override
    public Decision<SuspectedOutageEvent> decide(SuspectedOutageCommand command, SuspectedOutage suspicion) {
        return switch (command) {
            case NoticeSystemDown c ->
                suspicion.open().isPresent()
                        ? Decision.nothing()
                        : Decision.of(new SuspectedOutageDetected(
                                c.suspicionId(),
                                c.provider(),
                                c.systemId(),
                                c.component(),
                                c.run().since(),
                                c.run().samples(),
                                c.run().probes(),
                                c.run().error(),
                                c.at()));
            case NoticeSystemUp c ->
                suspicion
                        .open()
                        .map(open ->
                                Decision.<SuspectedOutageEvent>of(new SuspectedOutageEnded(open, c.upAt(), c.at())))
                        .orElseGet(Decision::nothing);
            case AssessSuspectedOutage c ->
                suspicion.unassessed().contains(c.suspicionId())
                        ? Decision.of(
                                new SuspectedOutageAssessed(c.suspicionId(), c.outage(), c.reason(), c.by(), c.at()))
                        : Decision.reject("AVL-027", "suspicion-assessed", "This suspicion was judged before.");
        };
    }

    @Override
    public SuspectedOutage evolve(SuspectedOutage suspicion, SuspectedOutageEvent event) {
        return switch (event) {
            case SuspectedOutageDetected e -> suspicion.opened(e.suspicionId());
            case SuspectedOutageEnded _ -> suspicion.ended();
            case SuspectedOutageAssessed e -> suspicion.assessed(e.suspicionId());
        };
    }
}

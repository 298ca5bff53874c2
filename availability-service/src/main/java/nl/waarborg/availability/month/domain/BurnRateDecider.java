package nl.waarborg.availability.month.domain;

import java.util.List;
import nl.waarborg.availability.month.domain.BurnRateCommand.EvaluateBurnRate;
import nl.waarborg.availability.month.domain.BurnRateEvent.BurnRateAlertChanged;
import nl.waarborg.availability.month.domain.BurnRateEvent.BurnRateAlertEnded;
import nl.waarborg.availability.month.domain.BurnRateEvent.BurnRateAlertStarted;
import nl.waarborg.eventsourcing.Decider;
import nl.waarborg.eventsourcing.Decision;

/** An alert begins and ends once, however often it is looked. */
public final class BurnRateDecider implements Decider<BurnRateCommand, BurnRateAlert, BurnRateEvent> {

    @Override
    public BurnRateAlert initialState() {
        return new BurnRateAlert(List.of());
    }

    @Override
    public Decision<BurnRateEvent> decide(BurnRateCommand command, BurnRateAlert alert) {
        return switch (command) {
            case EvaluateBurnRate c when c.burning().equals(alert.burning()) -> Decision.nothing();
            case EvaluateBurnRate c
            when c.burning().isEmpty() -> Decision.of(new BurnRateAlertEnded(c.provider(), c.at()));
            case EvaluateBurnRate c
            when alert.burning().isEmpty() -> Decision.of(new BurnRateAlertStarted(c.provider(), c.burning(), c.at()));
            case EvaluateBurnRate c -> Decision.of(new BurnRateAlertChanged(c.provider(), c.burning(), c.at()));
        };
    }

    @Override
    public BurnRateAlert evolve(BurnRateAlert alert, BurnRateEvent event) {
        return switch (event) {
            case BurnRateAlertStarted e -> new BurnRateAlert(e.burning());
            case BurnRateAlertChanged e -> new BurnRateAlert(e.burning());
            case BurnRateAlertEnded _ -> new BurnRateAlert(List.of());
        };
    }
}

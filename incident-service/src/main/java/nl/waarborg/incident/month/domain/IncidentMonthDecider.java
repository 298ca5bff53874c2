package nl.waarborg.incident.month.domain;

import nl.waarborg.eventsourcing.Decider;
import nl.waarborg.eventsourcing.Decision;
import nl.waarborg.incident.month.domain.IncidentMonth.Closed;
import nl.waarborg.incident.month.domain.IncidentMonth.Running;
import nl.waarborg.incident.month.domain.IncidentMonthCommand.CloseIncidentMonth;
import nl.waarborg.incident.month.domain.IncidentMonthCommand.CorrectIncidentMonth;
import nl.waarborg.incident.month.domain.IncidentMonthEvent.IncidentMonthClosed;
import nl.waarborg.incident.month.domain.IncidentMonthEvent.IncidentMonthCorrected;

/** A month is closed once; what comes later is a correction beside it. */
public final class IncidentMonthDecider implements Decider<IncidentMonthCommand, IncidentMonth, IncidentMonthEvent> {

    @Override
    public IncidentMonth initialState() {
        return new Running();
    }

    @Override
    public Decision<IncidentMonthEvent> decide(IncidentMonthCommand command, IncidentMonth month) {
        return switch (command) {
            case CloseIncidentMonth c ->
                switch (month) {
                    case Running _
                    when c.at().isBefore(c.closesAt()) || c.month().isBefore(c.firstMonth()) -> Decision.nothing();
                    case Running _ -> Decision.of(new IncidentMonthClosed(c.month(), c.figures(), c.at()));
                    case Closed _ -> Decision.nothing();
                };
            case CorrectIncidentMonth c ->
                switch (month) {
                    case Running _ -> Decision.nothing();
                    case Closed closed when closed.latest().equals(c.figures()) -> Decision.nothing();
                    case Closed _ -> Decision.of(new IncidentMonthCorrected(c.month(), c.figures(), c.at()));
                };
        };
    }

    @Override
    public IncidentMonth evolve(IncidentMonth month, IncidentMonthEvent event) {
        return switch (event) {
            case IncidentMonthClosed e -> new Closed(e.figures());
            case IncidentMonthCorrected e -> new Closed(e.figures());
        };
    }
}

package nl.waarborg.incident.systemuser.domain;

import nl.waarborg.eventsourcing.Decider;
import nl.waarborg.eventsourcing.Decision;
import nl.waarborg.incident.systemuser.domain.SupportPlus.Active;
import nl.waarborg.incident.systemuser.domain.SupportPlus.Inactive;
import nl.waarborg.incident.systemuser.domain.SupportPlusCommand.ActivateSupportPlus;
import nl.waarborg.incident.systemuser.domain.SupportPlusCommand.DeactivateSupportPlus;
import nl.waarborg.incident.systemuser.domain.SupportPlusEvent.SupportPlusActivated;
import nl.waarborg.incident.systemuser.domain.SupportPlusEvent.SupportPlusDeactivated;

/** INC-055. */
public final class SupportPlusDecider implements Decider<SupportPlusCommand, SupportPlus, SupportPlusEvent> {

    @Override
    public SupportPlus initialState() {
        return new Inactive();
    }

    @Override
    public Decision<SupportPlusEvent> decide(SupportPlusCommand command, SupportPlus supportPlus) {
        return switch (command) {
            case ActivateSupportPlus c
            when !c.available() ->
                Decision.reject("INC-055", "not-in-agreement", "The agreement does not offer Support+.");
            case ActivateSupportPlus c ->
                supportPlus instanceof Active
                        ? Decision.nothing()
                        : Decision.of(new SupportPlusActivated(c.byPersonId(), c.at()));
            case DeactivateSupportPlus c ->
                supportPlus instanceof Inactive
                        ? Decision.nothing()
                        : Decision.of(new SupportPlusDeactivated(c.byPersonId(), c.at()));
        };
    }

    @Override
    public SupportPlus evolve(SupportPlus supportPlus, SupportPlusEvent event) {
        return switch (event) {
            case SupportPlusActivated _ -> new Active();
            case SupportPlusDeactivated _ -> new Inactive();
        };
    }
}

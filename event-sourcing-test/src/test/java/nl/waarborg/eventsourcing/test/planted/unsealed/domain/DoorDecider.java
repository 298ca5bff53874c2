package nl.waarborg.eventsourcing.test.planted.unsealed.domain;

import nl.waarborg.eventsourcing.Decider;
import nl.waarborg.eventsourcing.Decision;

final class DoorDecider implements Decider<DoorCommand, Boolean, DoorEvent> {

    @Override
    public Boolean initialState() {
        return false;
    }

    @Override
    public Decision<DoorEvent> decide(DoorCommand command, Boolean open) {
        return Decision.nothing();
    }

    @Override
    public Boolean evolve(Boolean open, DoorEvent event) {
        return true;
    }
}

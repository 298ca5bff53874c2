package nl.waarborg.benchmarks;

import java.util.List;
import nl.waarborg.eventsourcing.Decider;
import nl.waarborg.eventsourcing.Decision;

/** Stores what it is told: measured are the store and the way to it, not the rules of a service. */
record Filing<E>() implements Decider<E, Integer, E> {

    @Override
    public Integer initialState() {
        return 0;
    }

    @Override
    public Decision<E> decide(E event, Integer events) {
        return new Decision<>(List.of(event), null);
    }

    @Override
    public Integer evolve(Integer events, E event) {
        return events + 1;
    }
}

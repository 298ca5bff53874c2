package nl.waarborg.eventsourcing;

/** The business rules of one stream: what a command does, and what an event means. All methods are pure functions. */
public interface Decider<C, S, E> {

    S initialState();

    /** Returns the new events (none if there is nothing left to do), a rejection with its rule, or both. */
    Decision<E> decide(C command, S state);

    /** Applies a fact. Never rejects: what happened, happened. */
    S evolve(S state, E event);

    default S replay(Iterable<? extends E> history) {
        var state = initialState();
        for (var event : history) {
            state = evolve(state, event);
        }
        return state;
    }
}

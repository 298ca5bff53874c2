package nl.waarborg.eventsourcing;

/** The append alone, below the command handler: it lies in the store's package because nobody else may skip reading and deciding. */
public final class MeasuredAppend<E> {

    private final EventStore store;
    private final EventTypes<E> types;

    public MeasuredAppend(EventStore store, EventTypes<E> types) {
        this.store = store;
        this.types = types;
    }

    /** Appends one event to a new stream; returns when it is committed. */
    public void append(StreamId stream, CommandContext context, E event) {
        var outcome = store.append(store.prepare(types, stream, 0, context, Decision.of(event)));
        if (!(outcome instanceof Outcome.Appended)) {
            throw new IllegalStateException("not appended: " + outcome);
        }
    }
}

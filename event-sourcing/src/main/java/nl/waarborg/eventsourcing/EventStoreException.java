package nl.waarborg.eventsourcing;

/** The database could not be reached, or a projection failed; nothing is known to have changed. */
public final class EventStoreException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public EventStoreException(Exception cause) {
        super(cause);
    }
}

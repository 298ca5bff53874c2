package nl.waarborg.eventsourcing;

/** The same (source, id) or idempotency key was seen before with other content. */
public final class OriginClash extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public OriginClash(String what) {
        super(what);
    }
}

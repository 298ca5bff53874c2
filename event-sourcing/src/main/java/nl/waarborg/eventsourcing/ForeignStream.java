package nl.waarborg.eventsourcing;

/** The stream belongs to another tenant: to the caller it looks as if it were missing (404). */
public final class ForeignStream extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ForeignStream(StreamId stream) {
        super(stream + " belongs to another tenant");
    }
}

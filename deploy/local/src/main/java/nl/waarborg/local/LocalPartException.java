package nl.waarborg.local;

/** A part could not be started or prepared; the message says which one and what to do. */
public final class LocalPartException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public LocalPartException(String message) {
        super(message);
    }

    public LocalPartException(String message, Throwable cause) {
        super(message, cause);
    }
}

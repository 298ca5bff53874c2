package nl.waarborg.local.demo;

/** A log of incidents, or a table of the demo, cannot be read; the message names the line, the column and what is expected. */
final class IncidentLogException extends RuntimeException {

    private static final long serialVersionUID = 1;

    IncidentLogException(String message) {
        super(message);
    }

    static IncidentLogException at(String file, long line, int position, String column, String fault) {
        return new IncidentLogException(
                "%s, line %d, column %d (%s): %s".formatted(file, line, position, column, fault));
    }
}

package nl.waarborg.eventsourcing.inbound;

import nl.waarborg.eventsourcing.CommandContext;
import nl.waarborg.eventsourcing.RowWriter;
import nl.waarborg.eventsourcing.web.ProblemException;

/**
 * A type of event that other systems post by the million, whose data become rows, not events. All that come together, in a batch over HTTP or
 * from the topic, are written in one transaction, each once; they are written after the commands that came with them, in no order of their
 * own, so what is written must not depend on one.
 *
 * @param type imperative CloudEvents type with version
 * @param data a record, read as strictly as that of a {@link PostedType}
 * @param reading what the rows are made of
 */
public record PostedRows<D extends Record, T>(String type, Class<D> data, Reading<D, T> reading, RowWriter<T> rows) {

    /** Turns posted data into what the rows need. */
    @FunctionalInterface
    public interface Reading<D, T> {

        /**
         * @param context tenant, poster, the event's time as business time, its origin; {@code historic} if so marked
         * @throws ProblemException if the data cannot be taken: nothing of this event is
         */
        T read(CommandContext context, D data);
    }

    public static <D extends Record, T> PostedRows<D, T> of(
            String type, Class<D> data, Reading<D, T> reading, RowWriter<T> rows) {
        return new PostedRows<>(type, data, reading, rows);
    }
}

package nl.waarborg.eventsourcing;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * Writes bulk data as rows instead of events, set-based, on the caller's transaction.
 *
 * @param <T> what one posted event brings
 */
@FunctionalInterface
public interface RowWriter<T> {

    /** Called again, with part of the batch, if the whole could not be written. */
    void write(List<T> fresh, Connection connection) throws SQLException;
}

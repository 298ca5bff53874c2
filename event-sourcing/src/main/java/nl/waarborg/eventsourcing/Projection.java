package nl.waarborg.eventsourcing;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * A view kept from events. One interface serves all three callers: the append (in its transaction), others' events from
 * Kafka, and the rebuild.
 *
 * @param <E> the sealed family of events that it reads
 */
public interface Projection<E> {

    /** Stable name, for offsets and rebuilds. */
    String name();

    /** The family; events of other families are not handed over. */
    Class<E> events();

    /** The tables that it alone writes, named without a schema: a rebuild fills copies of them beside the live ones. */
    List<String> tables();

    /**
     * Applies events in order, set-based where many come at once, on the caller's transaction. Applying an event that was
     * applied before must change nothing only for events from Kafka; appends and rebuilds hand over each event once.
     */
    void apply(List<RecordedEvent<E>> events, Connection connection) throws SQLException;
}

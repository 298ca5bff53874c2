package nl.waarborg.eventsourcing.inbound;

import java.util.UUID;
import java.util.function.BiFunction;
import nl.waarborg.eventsourcing.CommandContext;
import nl.waarborg.eventsourcing.CommandResult;
import nl.waarborg.eventsourcing.StreamId;
import nl.waarborg.eventsourcing.web.ProblemException;

/**
 * A type of event that other systems post, and the command that it becomes. The same types come over HTTP and Kafka.
 *
 * @param type imperative CloudEvents type with version, such as {@code nl.waarborg.incident.raise.v1}
 * @param data a record; components that are not {@code @Nullable} are required, unknown fields are refused, bean validation applies
 * @param stream where the command goes: events of one stream are handled in the order in which they were posted
 */
public record PostedType<D extends Record>(String type, Class<D> data, Naming<D> stream, Handler<D> handler) {

    /** Where the command goes. What other systems number themselves is told apart by its source. */
    @FunctionalInterface
    public interface Naming<D> {

        StreamId stream(UUID tenant, String source, D data);
    }

    /** Makes the command and runs it. */
    @FunctionalInterface
    public interface Handler<D> {

        /**
         * @param context tenant, poster, the event's time as business time, its origin; {@code historic} if so marked
         * @throws ProblemException if the data make no command
         */
        CommandResult<?> handle(StreamId stream, CommandContext context, D data);
    }

    public static <D extends Record> PostedType<D> of(
            String type, Class<D> data, BiFunction<UUID, D, StreamId> stream, Handler<D> handler) {
        return new PostedType<>(type, data, (tenant, source, posted) -> stream.apply(tenant, posted), handler);
    }

    /** The same for things that each source names in its own way. */
    public static <D extends Record> PostedType<D> ofSource(
            String type, Class<D> data, Naming<D> stream, Handler<D> handler) {
        return new PostedType<>(type, data, stream, handler);
    }
}

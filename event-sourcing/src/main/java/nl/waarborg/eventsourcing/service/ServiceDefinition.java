package nl.waarborg.eventsourcing.service;

import java.util.List;
import nl.waarborg.eventsourcing.DeadlineHandler;
import nl.waarborg.eventsourcing.EventTypes;
import nl.waarborg.eventsourcing.Projection;
import nl.waarborg.eventsourcing.Publication;
import nl.waarborg.eventsourcing.inbound.PostedRows;
import nl.waarborg.eventsourcing.inbound.PostedType;
import nl.waarborg.eventsourcing.inbound.Subscription;

/**
 * What a service is made of; the one place to read first. Each service has exactly one bean of this type, {@code @ApplicationScoped}, so
 * that it may inject the command handlers which are themselves made from it.
 */
public interface ServiceDefinition {

    /** Short name, such as {@code incident}: topics are {@code incident.events} and {@code incident.inbound}. */
    String name();

    /** The stored families, one per category of streams. */
    List<EventTypes<?>> eventTypes();

    /** Updated in the transaction of the append. */
    List<Projection<?>> projections();

    /** What leaves the service. */
    Publication publication();

    /** Types that other systems post, over HTTP or to {@code <name>.inbound}. */
    default List<PostedType<?>> postedTypes() {
        return List.of();
    }

    /** Types that other systems post by the million, whose data become rows. */
    default List<PostedRows<?, ?>> postedRows() {
        return List.of();
    }

    /** What the service takes from other services' topics. */
    default List<Subscription<?>> subscriptions() {
        return List.of();
    }

    default List<DeadlineHandler> deadlineHandlers() {
        return List.of();
    }
}

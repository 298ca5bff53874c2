package nl.waarborg.eventsourcing.service;

import java.util.List;
import java.util.Optional;
import nl.waarborg.eventsourcing.DeadlineHandler;
import nl.waarborg.eventsourcing.EventTypes;
import nl.waarborg.eventsourcing.Projection;
import nl.waarborg.eventsourcing.PublishedEvent;
import nl.waarborg.eventsourcing.RecordedEvent;
import nl.waarborg.eventsourcing.inbound.PostedRows;
import nl.waarborg.eventsourcing.inbound.PostedType;
import nl.waarborg.eventsourcing.inbound.Subscription;

/** One aggregate, vertically: what it adds to its service. An {@code @ApplicationScoped} bean of each is found by itself. */
public interface Aggregate {

    /** The families that it stores. */
    List<EventTypes<?>> eventTypes();

    /** Updated in the transaction of the append; they may read other aggregates' families. */
    default List<Projection<?>> projections() {
        return List.of();
    }

    /** What others may know of its events; empty for another aggregate's event and for what stays inside. */
    default Optional<PublishedEvent> publish(RecordedEvent<?> recorded) {
        return Optional.empty();
    }

    default List<PostedType<?>> postedTypes() {
        return List.of();
    }

    default List<PostedRows<?, ?>> postedRows() {
        return List.of();
    }

    default List<Subscription<?>> subscriptions() {
        return List.of();
    }

    default List<DeadlineHandler> deadlineHandlers() {
        return List.of();
    }
}

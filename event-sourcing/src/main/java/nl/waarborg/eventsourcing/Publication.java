package nl.waarborg.eventsourcing;

import java.util.Optional;

/** What other services may know of a stored event: the pure and exhaustive mapping that the relay applies. */
public interface Publication {

    /** The published form, or empty if the event stays inside. */
    Optional<PublishedEvent> of(RecordedEvent<?> recorded);
}

package nl.waarborg.eventsourcing.inbound;

import nl.waarborg.eventsourcing.CommandContext;
import nl.waarborg.eventsourcing.RecordedEvent;

/**
 * Reacts to another service's event with a command, named {@code When…Then…}. It has an offset of its own, which moves after its
 * command has committed, and sees an event only after every projection of the same topic in this service has applied it.
 *
 * @param <E> the consumer's own family of what it reads
 */
public interface Automation<E> {

    /** Stable name, for its offset. */
    String name();

    /**
     * Issues its commands with the given context, whose origin makes a redelivery do nothing. An automation that issues several commands
     * for one event distinguishes their origins ({@link CommandContext#distinguishedBy}). A failure is retried, then parked as a dead letter.
     */
    void react(RecordedEvent<E> event, CommandContext context);
}

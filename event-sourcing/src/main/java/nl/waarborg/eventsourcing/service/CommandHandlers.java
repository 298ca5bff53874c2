package nl.waarborg.eventsourcing.service;

import nl.waarborg.eventsourcing.CommandHandler;
import nl.waarborg.eventsourcing.Decider;
import nl.waarborg.eventsourcing.EventTypes;

/** Makes the command handler of an aggregate; a service offers the result as a bean with {@code @Produces @ApplicationScoped}. */
public interface CommandHandlers {

    /** @param types as registered in {@link ServiceDefinition#eventTypes()} */
    <C, S, E> CommandHandler<C, S, E> of(Decider<C, S, E> decider, EventTypes<E> types);
}

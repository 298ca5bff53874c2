package nl.waarborg.eventsourcing;

import java.util.function.Function;

/**
 * Runs commands on the streams of one decider: read, evolve, decide, append. A clash of versions is decided again, ten times at most,
 * unless the caller named the version that it saw.
 *
 * @param <C> commands
 * @param <S> state
 * @param <E> events
 */
public interface CommandHandler<C, S, E> {

    /**
     * @throws VersionConflict if {@link CommandContext#expectedVersion()} is not the stream's version, or after ten clashes
     * @throws OriginClash if the origin or idempotency key was seen before with other content
     */
    CommandResult<E> handle(StreamId stream, CommandContext context, C command);

    /** The same, for commands whose facts (terms, calendar, entitlement) depend on what the stream already holds. */
    CommandResult<E> handle(StreamId stream, CommandContext context, Function<S, C> command);

    /** The state as of now; for reads that must see the rules' own view. */
    default S state(StreamId stream) {
        return current(stream).state();
    }

    /** The same with the stream's version, which {@code If-Match} may name. */
    Current<S> current(StreamId stream);

    /** @param version 0 if nothing happened yet */
    record Current<S>(S state, int version) {}
}

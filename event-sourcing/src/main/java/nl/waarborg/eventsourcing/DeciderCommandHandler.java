package nl.waarborg.eventsourcing;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import nl.waarborg.eventsourcing.Outcome.Appended;
import nl.waarborg.eventsourcing.Outcome.Clash;
import nl.waarborg.eventsourcing.Outcome.Conflict;
import nl.waarborg.eventsourcing.Outcome.Duplicate;
import nl.waarborg.eventsourcing.Outcome.Failed;
import nl.waarborg.eventsourcing.Outcome.HandledBefore;

final class DeciderCommandHandler<C, S, E> implements CommandHandler<C, S, E> {

    private static final int ATTEMPTS = 10;

    private final EventStore store;
    private final Decider<C, S, E> decider;
    private final EventTypes<E> types;

    DeciderCommandHandler(EventStore store, Decider<C, S, E> decider, EventTypes<E> types) {
        this.store = store;
        this.decider = decider;
        this.types = types;
    }

    @Override
    public CommandResult<E> handle(StreamId stream, CommandContext context, C command) {
        return handle(stream, context, state -> command);
    }

    @Override
    public CommandResult<E> handle(StreamId stream, CommandContext context, Function<S, C> command) {
        if (!stream.category().equals(types.category())) {
            throw new IllegalArgumentException(stream + " is no stream of " + types.category());
        }
        // Before deciding: what a repeated command did may make the rules refuse it now.
        var before = store.handledBefore(context);
        if (before.isPresent()) {
            return repeated(before.get());
        }
        for (var attempt = 0; attempt < ATTEMPTS; attempt++) {
            var append = decide(stream, context, command);
            if (leavesNoTrace(append)) {
                return new CommandResult<>(stream, append.version(), List.of(), append.rejection(), false);
            }
            switch (store.append(append)) {
                case Appended(var recordedAt) -> {
                    return result(append, recordedAt);
                }
                case Conflict _ -> {
                    if (context.expectedVersion() != null) {
                        history(stream, context);
                        throw new VersionConflict(stream, true);
                    }
                }
                case HandledBefore earlier -> {
                    return repeated(earlier);
                }
                case Failed(var cause) -> throw new EventStoreException(cause);
            }
        }
        throw new VersionConflict(stream, false);
    }

    @Override
    public Current<S> current(StreamId stream) {
        var history = store.read(types, stream);
        return new Current<>(replay(history), history.size());
    }

    private Append<E> decide(StreamId stream, CommandContext context, Function<S, C> command) {
        if (Objects.equals(context.expectedVersion(), 0)) {
            // What must not be there need not be read: the append finds out.
            var first = decide(stream, context, command, List.of());
            if (!first.events().isEmpty()) {
                return first;
            }
        }
        return decide(stream, context, command, history(stream, context));
    }

    private Append<E> decide(
            StreamId stream, CommandContext context, Function<S, C> command, List<RecordedEvent<E>> history) {
        var state = replay(history);
        return store.prepare(types, stream, history.size(), context, decider.decide(command.apply(state), state));
    }

    /** Of this tenant, and of the version that the caller named. */
    private List<RecordedEvent<E>> history(StreamId stream, CommandContext context) {
        var history = store.read(types, stream);
        var expected = context.expectedVersion();
        if (history.stream().anyMatch(recorded -> !recorded.tenant().equals(context.tenant()))) {
            throw new ForeignStream(stream);
        }
        if (expected != null && expected != history.size()) {
            throw new VersionConflict(stream, true);
        }
        return history;
    }

    private S replay(List<RecordedEvent<E>> history) {
        return decider.replay(history.stream().map(RecordedEvent::event).toList());
    }

    /** Nothing to store: no events, and no name to remember; a refusal without events may be tried again. */
    private static boolean leavesNoTrace(Append<?> append) {
        return append.events().isEmpty()
                && (append.rejection() != null
                        || HandledCommands.keys(append.context()).isEmpty());
    }

    private static <E> CommandResult<E> result(Append<E> append, Instant recordedAt) {
        var events = append.events().stream()
                .map(event -> event.recorded(recordedAt))
                .toList();
        return new CommandResult<>(append.stream(), append.newVersion(), events, append.rejection(), false);
    }

    private static <E> CommandResult<E> repeated(HandledBefore earlier) {
        return switch (earlier) {
            case Duplicate(var stream, var version, var rejection) ->
                new CommandResult<>(stream, version, List.of(), rejection, true);
            case Clash(var what) -> throw new OriginClash(what);
        };
    }
}

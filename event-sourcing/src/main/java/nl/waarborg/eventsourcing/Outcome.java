package nl.waarborg.eventsourcing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What became of an append. */
sealed interface Outcome {

    /** The command had a name (origin or idempotency key) that is known. */
    sealed interface HandledBefore extends Outcome {}

    record Appended(Instant recordedAt) implements Outcome {}

    /** Another change of the stream came first. */
    record Conflict() implements Outcome {}

    /** The same origin or idempotency key was handled before, with this result. */
    record Duplicate(StreamId stream, int version, @Nullable Rejection rejection) implements HandledBefore {}

    /** The same origin or idempotency key came before with other content. */
    record Clash(String what) implements HandledBefore {}

    record Failed(Exception cause) implements Outcome {}
}

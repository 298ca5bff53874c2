package nl.waarborg.eventsourcing;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of a command.
 *
 * @param version of the stream afterwards; the {@code ETag} of a REST answer
 * @param events what it recorded; empty if there was nothing left to do, or on a duplicate
 * @param rejection the rule that refused it; events may have been recorded all the same
 * @param duplicate true if the same origin or idempotency key had been handled before
 */
public record CommandResult<E>(
        StreamId stream,
        int version,
        List<RecordedEvent<E>> events,
        @Nullable Rejection rejection,
        boolean duplicate) {}

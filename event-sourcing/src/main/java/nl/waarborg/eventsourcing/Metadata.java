package nl.waarborg.eventsourcing;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How an event came to be. */
public record Metadata(
        Actor actor,
        boolean historic,
        @Nullable UUID correlation,
        @Nullable UUID causation,
        @Nullable String traceparent,
        @Nullable Origin origin) {}

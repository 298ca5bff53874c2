package nl.waarborg.eventsourcing;

import org.jspecify.annotations.Nullable;

/**
 * The event from another system, or another service, that caused a command. Stored in the transaction of the append, so that a
 * redelivery does nothing.
 *
 * @param source CloudEvents {@code source}
 * @param id CloudEvents {@code id}, unique within the source
 * @param contentHash hash of the content (hex), to tell a duplicate from a clash; null where the sender is one of our own topics
 */
public record Origin(String source, String id, @Nullable String contentHash) {}

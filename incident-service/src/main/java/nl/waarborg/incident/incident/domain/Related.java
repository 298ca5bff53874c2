package nl.waarborg.incident.incident.domain;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a matter that incidents can be linked with. Instants are UTC.
 *
 * @param expectedAt when recovery is expected, or null
 * @param endedAt when it was over; null while it lasts
 */
public record Related(RelatedKind kind, UUID id, @Nullable Instant expectedAt, @Nullable Instant endedAt) {}

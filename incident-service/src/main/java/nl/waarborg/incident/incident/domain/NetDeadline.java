package nl.waarborg.incident.incident.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The deadline of a running clock, moved by the open time that was waited for (OP-06).
 *
 * @param deadline UTC; null while paused
 */
public record NetDeadline(ClockKind kind, @Nullable Instant deadline) {}

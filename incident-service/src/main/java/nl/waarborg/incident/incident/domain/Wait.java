package nl.waarborg.incident.incident.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of waiting, recorded whether or not the terms pause a clock for it (OP-06).
 *
 * @param to UTC, exclusive; null while it lasts
 */
public record Wait(WaitingFor party, Instant from, @Nullable Instant to) {}

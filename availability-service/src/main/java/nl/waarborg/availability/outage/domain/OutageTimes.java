package nl.waarborg.availability.outage.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** @param endedAt exclusive; null while it lasts. Whole seconds, UTC */
public record OutageTimes(Instant startedAt, @Nullable Instant endedAt) {}

package nl.waarborg.availability.outage.domain;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** @param endedAt exclusive; null while it lasts. Whole seconds, UTC */
public record OutageTimes(Instant startedAt, @Nullable Instant endedAt) {

    /** Outages count in whole seconds. */
    public static Instant second(Instant moment) {
        return moment.truncatedTo(ChronoUnit.SECONDS);
    }
}

package nl.waarborg.local.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A made outage of the demo's platform.
 *
 * @param reference what the monitor calls it
 * @param from inclusive, UTC
 * @param to exclusive, UTC
 * @param update what is told a quarter of the way
 * @param cause what it turned out to be
 * @param party who answers for it
 * @param excluded of its beginning; null where all of it counts
 */
record MadeOutage(
        String provider,
        String reference,
        List<String> components,
        Instant from,
        Instant to,
        String error,
        String update,
        String cause,
        String party,
        boolean calamity,
        @Nullable Exclusion excluded) {

    record Exclusion(Duration time, String reason) {}

    boolean isDown(String component, Instant at) {
        return components.contains(component) && !at.isBefore(from) && at.isBefore(to);
    }
}

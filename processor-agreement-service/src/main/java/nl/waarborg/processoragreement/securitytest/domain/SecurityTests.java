package nl.waarborg.processoragreement.securitytest.domain;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.waarborg.eventsourcing.StreamId;
import org.jspecify.annotations.Nullable;

/**
 * What the rules must know about the tests of a vendor.
 *
 * @param results where each result was published, by test
 * @param dueOn last day on which an external party must have tested again; null: never yet, or nothing was promised
 * @param missed that day, if it passed without a test
 */
public record SecurityTests(
        Map<UUID, Optional<String>> results, @Nullable LocalDate dueOn, @Nullable LocalDate missed) {

    public static final String CATEGORY = "security-test";

    /** A vendor has one, so that its tests are seen together. */
    public static StreamId stream(String provider) {
        return StreamId.natural(CATEGORY, StreamId.PLATFORM, provider);
    }

    SecurityTests with(UUID test, @Nullable String result) {
        var all = new HashMap<>(results);
        all.put(test, Optional.ofNullable(result));
        return new SecurityTests(Map.copyOf(all), dueOn, missed);
    }

    SecurityTests due(LocalDate day) {
        return new SecurityTests(results, day, null);
    }

    SecurityTests missed(@Nullable LocalDate day) {
        return new SecurityTests(results, dueOn, day);
    }
}

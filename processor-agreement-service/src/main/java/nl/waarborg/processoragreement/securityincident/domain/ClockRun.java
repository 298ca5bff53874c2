package nl.waarborg.processoragreement.securityincident.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A clock with the term that set it; there is none where the terms say nothing.
 *
 * @param rule of the catalogue
 * @param term as written, such as {@code PT48H}
 * @param outerLimit how Regulation 1182/71 would count, as information
 * @param calendar id and version of the calendar that was counted on; null for elapsed time
 */
public record ClockRun(
        BreachClock clock,
        String rule,
        String termKey,
        String term,
        String clause,
        Instant startsAt,
        Instant deadline,
        @Nullable Instant outerLimit,
        @Nullable String calendar) {}

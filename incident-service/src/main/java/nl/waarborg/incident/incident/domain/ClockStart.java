package nl.waarborg.incident.incident.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A clock as it was set: everything that is needed to explain its deadline years later, whatever terms and calendars became
 * (catalogue 5). Instants are UTC.
 *
 * @param deadline gross, as if nothing was ever waited for
 * @param target an earlier moment that is aimed at but not promised (OP-13), or null
 * @param term the term's value as written, such as {@code 1 WORKING_DAY}
 * @param rule the catalogue's rule that sets it, such as {@code INC-036}
 */
public record ClockStart(
        ClockKind kind,
        Instant startsAt,
        Instant deadline,
        @Nullable Instant target,
        String termKey,
        String term,
        String rule,
        String calendar,
        int calendarVersion,
        int termsVersion) {}

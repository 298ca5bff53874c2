package nl.waarborg.incident.incident.domain;

import java.time.Instant;
import nl.waarborg.terms.clock.ClockKind;
import nl.waarborg.terms.clock.SupportClock;
import org.jspecify.annotations.Nullable;

/**
 * A clock as it was set: everything that is needed to explain its deadline years later, whatever terms and calendars became
 * (catalogue 5). Instants are UTC.
 *
 * @param since what it counts from: the report, or the moment at which another priority was accepted (OP-09)
 * @param startsAt when it starts to run: {@code since}, or the opening after it
 * @param deadline gross, as if nothing was ever waited for
 * @param target an earlier moment that is aimed at but not promised (OP-13), or null
 * @param warnsAt when staff is warned, or null
 * @param term the term's value as written, such as {@code 1 WORKING_DAY}
 * @param rule the catalogue's rule that sets it, such as {@code INC-036}
 */
public record ClockSetting(
        ClockKind kind,
        Instant since,
        Instant startsAt,
        Instant deadline,
        @Nullable Instant target,
        @Nullable Instant warnsAt,
        String termKey,
        String term,
        String rule,
        String calendar,
        int calendarVersion,
        int termsVersion) {

    static ClockSetting of(SupportClock clock, Instant since) {
        var calendar = clock.hours().calendar();
        return new ClockSetting(
                clock.kind(),
                since,
                clock.startsAt(),
                clock.deadline(),
                clock.target().orElse(null),
                clock.warnsAt().orElse(null),
                clock.term().key().key(),
                clock.term().value().toString(),
                clock.rule(),
                calendar.id().value(),
                calendar.version(),
                clock.termsVersion());
    }
}

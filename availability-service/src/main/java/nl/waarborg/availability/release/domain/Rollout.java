package nl.waarborg.availability.release.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import nl.waarborg.terms.AgreedCalendars;
import nl.waarborg.terms.TermValue.CalendarDays;
import nl.waarborg.terms.TermValue.CalendarPeriod;
import nl.waarborg.terms.TermValue.Elapsed;
import nl.waarborg.terms.TermValue.OpenTime;
import nl.waarborg.terms.TermValue.Span;
import nl.waarborg.terms.TermValue.WorkingDays;

/**
 * The days in which all customers go to a new version (AVL-037), local in Amsterdam.
 *
 * @param from the first day
 * @param through the last day
 */
public record Rollout(LocalDate from, LocalDate through) {

    public Rollout {
        if (through.isBefore(from)) {
            throw new IllegalArgumentException("a rollout does not run backwards");
        }
    }

    public boolean contains(Instant moment) {
        var day = LocalDate.ofInstant(moment, AgreedCalendars.ZONE);
        return !day.isBefore(from) && !day.isAfter(through);
    }

    public long days() {
        return ChronoUnit.DAYS.between(from, through) + 1;
    }

    /** Below zero when shorter than the span, above when longer. Whole days count, so that summer time changes nothing. */
    int compareTo(Span span) {
        return switch (span) {
            case Elapsed(var duration) -> Long.compare(days(), duration.toDays());
            case CalendarDays(var days) -> Long.compare(days(), days);
            case CalendarPeriod(var period) -> through.plusDays(1).compareTo(from.plus(period));
            // No agreement counts a rollout in open time.
            case WorkingDays _, OpenTime _ -> 0;
        };
    }
}

package nl.waarborg.terms.clock;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import nl.waarborg.terms.ClockStart;
import nl.waarborg.terms.TermKey;
import nl.waarborg.terms.TermValue.CalendarDays;
import nl.waarborg.terms.TermValue.CalendarPeriod;
import nl.waarborg.terms.TermValue.Elapsed;
import nl.waarborg.terms.TermValue.OpenTime;
import nl.waarborg.terms.TermValue.Percentage;
import nl.waarborg.terms.TermValue.Span;
import nl.waarborg.terms.TermValue.WorkingDays;
import nl.waarborg.terms.Terms;
import nl.waarborg.terms.calendar.OpeningHours;
import nl.waarborg.terms.calendar.WorkingDayStrategy;

/**
 * What a term means in time, on one calendar: the one place where spans become moments, for every clock of the suite. All
 * methods throw {@link nl.waarborg.terms.calendar.CalendarRefusal}.
 *
 * @param counting how working days are counted (OP-02)
 */
public record Deadlines(OpeningHours hours, WorkingDayStrategy counting) {

    /** On these hours, counting as the terms say; same clock time when they say nothing. */
    public static Deadlines of(Terms terms, OpeningHours hours) {
        return new Deadlines(
                hours,
                terms.choice(TermKey.WORKING_DAY_COUNTING, WorkingDayStrategy.class)
                        .orElse(WorkingDayStrategy.SAME_CLOCK_TIME));
    }

    /** The last moment that is in time, for something that starts now: elapsed time runs on outside opening hours (OP-12). */
    public Instant after(Instant start, Span span) {
        return shift(start, span, 1);
    }

    /** The last moment that is in time, for something that must be done this long before (OP-29, OP-85). */
    public Instant before(Instant moment, Span span) {
        return shift(moment, span, -1);
    }

    /** Where the clock of a report starts (OP-04); without a rule for reports outside hours it starts at once. */
    public Instant start(Instant reportedAt, Terms terms) {
        return terms.choice(TermKey.CLOCK_OUTSIDE_HOURS_START, ClockStart.class)
                .map(rule -> start(reportedAt, rule))
                .orElse(reportedAt);
    }

    /** Where the clock of a report starts: at once while open, else by the rule (OP-04). */
    public Instant start(Instant reportedAt, ClockStart rule) {
        if (hours.isOpen(reportedAt)) {
            return reportedAt;
        }
        return switch (rule) {
            case NEXT_OPENING -> hours.nextOpening(reportedAt);
            case NEXT_WORKING_DAY ->
                hours.firstOpening(hours.nthWorkingDay(LocalDate.ofInstant(reportedAt, hours.zone()), 1));
        };
    }

    /**
     * The moment at which this share of the open time from the start to the deadline is used, computed backwards in open time from
     * the moment promised (the deadline, or where waiting moved it); the start when there is no open time in between.
     */
    public Instant warning(Instant start, Instant deadline, Instant promised, Percentage share) {
        var open = hours.between(start, deadline);
        if (open.isZero()) {
            return start;
        }
        var left = BigDecimal.ONE.subtract(share.fraction()).multiply(BigDecimal.valueOf(open.toMillis()));
        return hours.add(promised, Duration.ofMillis(-left.longValue()));
    }

    private Instant shift(Instant start, Span span, int direction) {
        var local = start.atZone(hours.zone());
        return switch (span) {
            case Elapsed(var duration) -> start.plus(duration.multipliedBy(direction));
            case OpenTime(var duration) -> hours.add(start, duration.multipliedBy(direction));
            case WorkingDays(var days) -> hours.addWorkingDays(start, days * direction, counting);
            case CalendarDays(var days) ->
                local.plusDays((long) days * direction).toInstant();
            case CalendarPeriod(var period) ->
                local.plus(period.multipliedBy(direction)).toInstant();
        };
    }
}

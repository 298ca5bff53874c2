package nl.waarborg.terms.calendar;

import static java.util.stream.Collectors.toMap;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import nl.waarborg.terms.calendar.CalendarRefusal.BeyondPublished;
import nl.waarborg.terms.calendar.CalendarRefusal.NeverHappens;
import nl.waarborg.terms.calendar.CalendarRefusal.ReversedRange;

/**
 * A calendar as one kind of customer sees it by some channels: open or closed at any moment, and arithmetic in open time and
 * working days. A moment is open when the local wall clock shows an opening hour; openings are inclusive, closings
 * exclusive, hours that touch are one opening. Every answer costs O(log n) whatever the span, except {@link #slices}.
 *
 * <p>All methods throw {@link CalendarRefusal}: beyond the published holidays, beyond the years 1 to 9999, or when there is no
 * such moment. Immutable.
 */
public final class OpeningHours {

    private final BusinessCalendar calendar;
    private final Map<LocalDate, OpeningHoursDeviation> deviations;
    private final DayPattern pattern;
    private final DayPattern workingDays;
    private final OpenTimeline open;
    private final OpenTimeline closed;
    private final Instant first;
    private final Instant last;

    OpeningHours(BusinessCalendar calendar, Set<Channel> channels, Entitlement entitlement) {
        this.calendar = calendar;
        Function<List<OpeningInterval>, List<DayPattern.Run>> served = hours -> merged(hours.stream()
                .filter(interval -> interval.serves(channels, entitlement))
                .toList());
        Map<DayOfWeek, List<DayPattern.Run>> weekly = new EnumMap<>(DayOfWeek.class);
        calendar.weekly().forEach((day, hours) -> weekly.put(day, served.apply(hours)));
        var exceptions = new TreeMap<Long, List<DayPattern.Run>>();
        calendar.deviations()
                .forEach(deviation -> exceptions.put(deviation.date().toEpochDay(), served.apply(deviation.hours())));
        deviations = calendar.deviations().stream().collect(toMap(OpeningHoursDeviation::date, Function.identity()));
        pattern = new DayPattern(OpeningInterval.SECONDS_PER_DAY, weekly, exceptions);
        workingDays = pattern.wholeDays();
        open = new OpenTimeline(pattern, calendar.zone());
        closed = new OpenTimeline(pattern.complement(), calendar.zone());
        first = calendar.published().map(range -> startOf(range.from())).orElse(OpenTimeline.FIRST);
        last = calendar.published()
                .map(range -> startOf(range.through().plusDays(1)))
                .orElse(OpenTimeline.LAST);
    }

    public BusinessCalendar calendar() {
        return calendar;
    }

    public ZoneId zone() {
        return calendar.zone();
    }

    public boolean isOpen(Instant moment) {
        return open.isOpen(published(moment).getEpochSecond());
    }

    /** The moment itself while open, else the next one at which it opens. */
    public Instant nextOpening(Instant moment) {
        return isOpen(moment) ? moment : leaves(open, moment, "opens");
    }

    /** The end of the opening that runs at this moment, else of the next one. */
    public Instant nextClosing(Instant moment) {
        return leaves(closed, nextOpening(moment), "closes");
    }

    /** The last moment, at or before this one, at which it opened. */
    public Instant previousOpening(Instant moment) {
        if (isOpen(moment)) {
            return entered(closed, moment, "opened");
        }
        var lastOpenSecond = entered(open, moment, "opened").minusSeconds(1);
        return entered(closed, lastOpenSecond, "opened");
    }

    /** The last moment, at or before this one, at which it closed. */
    public Instant previousClosing(Instant moment) {
        return isOpen(moment)
                ? entered(open, entered(closed, moment, "closed"), "closed")
                : entered(open, moment, "closed");
    }

    /**
     * The moment when this much open time has passed; a negative amount goes back. An amount that is used up exactly at a
     * closing is due at that closing (going back: at the opening); nothing added moves nothing.
     */
    public Instant add(Instant start, Duration amount) {
        var sum = openBefore(published(start)).plus(amount);
        if (amount.isZero()) {
            return start;
        }
        var wholeForward = amount.isPositive() && sum.getNano() == 0;
        var second =
                wholeForward ? reach(open, sum.getSeconds(), "opens") : reach(open, sum.getSeconds() + 1, "opens") - 1;
        return published(moment(second, sum.getNano()));
    }

    /** The open time from (inclusive) to (exclusive); a range that runs backwards is refused. */
    public Duration between(Instant from, Instant to) {
        if (to.isBefore(from)) {
            throw new ReversedRange(from, to);
        }
        return openBefore(published(to)).minus(openBefore(published(from)));
    }

    /** Whether the day has opening hours after deviations (OP-01 b); shortened hours still make a working day. */
    public boolean isWorkingDay(LocalDate date) {
        return !pattern.runsOf(published(date).toEpochDay()).isEmpty();
    }

    /**
     * The n-th working day after the start's local date, by one of the readings of OP-02; a negative number counts back
     * (OP-85), zero moves nothing. {@code SAME_CLOCK_TIME} falls to the next opening of that day when its hours have a gap at
     * that clock time.
     */
    public Instant addWorkingDays(Instant start, int days, WorkingDayStrategy strategy) {
        if (days == 0) {
            return published(start);
        }
        return switch (strategy) {
            case SAME_CLOCK_TIME -> sameClockTime(start, nthWorkingDay(localDate(start), days));
            case END_OF_NTH_DAY -> lastClosing(nthWorkingDay(localDate(start), days));
            case OPEN_HOURS -> add(start, openTimeOf(start, days));
        };
    }

    /** The n-th working day after the date, or before it for a negative number; zero is the date itself. */
    public LocalDate nthWorkingDay(LocalDate date, int days) {
        if (days == 0) {
            return date;
        }
        var day = published(date).toEpochDay();
        var before = days > 0 ? workingDays.openBefore(day + 1) : workingDays.openBefore(day) + 1;
        var end = workingDays.reach(before + days);
        if (end == DayPattern.NEVER) {
            throw never("has a working day");
        }
        return published(LocalDate.ofEpochDay(end - 1));
    }

    /** The working days after the first date, up to and including the second: what {@link #nthWorkingDay} counts. */
    public int workingDaysBetween(LocalDate from, LocalDate to) {
        if (to.isBefore(from)) {
            throw new ReversedRange(from, to);
        }
        return Math.toIntExact(workingDays.openBefore(published(to).toEpochDay() + 1)
                - workingDays.openBefore(published(from).toEpochDay() + 1));
    }

    /** The working days between the local dates of two moments. */
    public int workingDaysBetween(Instant from, Instant to) {
        if (to.isBefore(from)) {
            throw new ReversedRange(from, to);
        }
        return workingDaysBetween(localDate(from), localDate(to));
    }

    /** The first opening of a working day. */
    public Instant firstOpening(LocalDate workingDay) {
        return nextOpening(startOf(workingDay));
    }

    /** The last closing of a working day; {@code 24:00} is the start of the next day. */
    public Instant lastClosing(LocalDate workingDay) {
        return entered(open, startOf(workingDay.plusDays(1)), "closed");
    }

    /**
     * The time from (inclusive) to (exclusive) in stretches of one state and one reason, in order and without gaps. Costs in
     * proportion to the days.
     */
    public List<Slice> slices(Instant from, Instant to) {
        if (to.isBefore(from)) {
            throw new ReversedRange(from, to);
        }
        published(from);
        published(to);
        var slices = new ArrayList<Slice>();
        for (var start = from; start.isBefore(to); ) {
            var end = min(to, nextBoundary(start));
            var state = isOpen(start) ? Slice.State.OPEN : Slice.State.CLOSED;
            var reason = reason(localDate(start), state);
            var last = slices.isEmpty() ? null : slices.getLast();
            if (last != null && last.state() == state && last.reason().equals(reason)) {
                slices.set(slices.size() - 1, new Slice(last.from(), end, state, reason));
            } else {
                slices.add(new Slice(start, end, state, reason));
            }
            start = end;
        }
        return slices;
    }

    private Instant sameClockTime(Instant start, LocalDate day) {
        var sameTime =
                start.atZone(zone()).toLocalTime().atDate(day).atZone(zone()).toInstant();
        var opening = firstOpening(day);
        var closing = lastClosing(day);
        if (sameTime.isBefore(opening)) {
            return opening;
        }
        if (!sameTime.isBefore(closing)) {
            return closing;
        }
        return sameTime.equals(previousClosing(sameTime)) ? sameTime : nextOpening(sameTime);
    }

    private Duration openTimeOf(Instant start, int days) {
        if (days > 0) {
            var first = localDate(nextOpening(start));
            return between(
                    startOf(first), startOf(nthWorkingDay(first, days - 1).plusDays(1)));
        }
        var last = localDate(isOpen(start) ? start : previousOpening(start));
        return between(startOf(nthWorkingDay(last, days + 1)), startOf(last.plusDays(1)))
                .negated();
    }

    private Instant nextBoundary(Instant start) {
        var local = start.atZone(zone()).toLocalDateTime();
        var second = local.toLocalTime().toSecondOfDay();
        var boundary = pattern.runsOf(local.toLocalDate().toEpochDay()).stream()
                .flatMap(run -> List.of(run.from(), run.to()).stream())
                .filter(tick -> tick > second)
                .min(Comparator.naturalOrder())
                .orElse((long) OpeningInterval.SECONDS_PER_DAY);
        var evenly = Instant.ofEpochSecond(start.getEpochSecond() + boundary - second);
        var change = zone().getRules().nextTransition(start);
        return change == null ? evenly : min(evenly, change.getInstant());
    }

    private String reason(LocalDate date, Slice.State state) {
        var deviation = deviations.get(date);
        var isOpen = state == Slice.State.OPEN;
        if (deviation == null) {
            return (isOpen ? "weekly hours" : "outside weekly hours") + calendar.citation();
        }
        if (deviation.hours().isEmpty()) {
            return deviation.reason();
        }
        return (isOpen ? "deviating hours: " : "outside deviating hours: ") + deviation.reason();
    }

    /** Within a second nothing changes, so its fraction counts when the second is open. */
    private Duration openBefore(Instant moment) {
        var second = moment.getEpochSecond();
        var nano = moment.getNano();
        return Duration.ofSeconds(open.openBefore(second), nano != 0 && open.isOpen(second) ? nano : 0);
    }

    /** The next moment at which the timeline's state begins, seen from a moment outside it. */
    private Instant leaves(OpenTimeline timeline, Instant moment, String what) {
        return published(moment(reach(timeline, timeline.openBefore(moment.getEpochSecond()) + 1, what) - 1, 0));
    }

    /** The last moment, at or before this one outside it, at which the timeline's state ended. */
    private Instant entered(OpenTimeline timeline, Instant moment, String what) {
        return published(moment(reach(timeline, timeline.openBefore(moment.getEpochSecond()), what), 0));
    }

    private long reach(OpenTimeline timeline, long sum, String what) {
        var second = timeline.reach(sum);
        if (second == DayPattern.NEVER) {
            throw never(what);
        }
        return second;
    }

    private NeverHappens never(String what) {
        return new NeverHappens("calendar " + calendar.id() + " never " + what + " in that direction");
    }

    private Instant moment(long second, int nano) {
        if (second < OpenTimeline.FIRST.getEpochSecond() || second > OpenTimeline.LAST.getEpochSecond()) {
            throw beyond("second " + second);
        }
        return Instant.ofEpochSecond(second, nano);
    }

    private Instant startOf(LocalDate date) {
        return date.atStartOfDay(zone()).toInstant();
    }

    private LocalDate localDate(Instant moment) {
        return LocalDate.ofInstant(moment, zone());
    }

    private Instant published(Instant moment) {
        if (moment.isBefore(first) || moment.isAfter(last)) {
            throw beyond(moment);
        }
        return moment;
    }

    private LocalDate published(LocalDate date) {
        var range = calendar.published();
        if (range.isPresent()
                && (date.isBefore(range.get().from())
                        || date.isAfter(range.get().through()))) {
            throw beyond(date);
        }
        return date;
    }

    private BeyondPublished beyond(Object moment) {
        return new BeyondPublished("calendar " + calendar + " "
                + calendar.published()
                        .map(range -> "has published holidays from " + range.from() + " through " + range.through())
                        .orElse("reaches from year 1 to year 9999")
                + ", not to " + moment);
    }

    private static Instant min(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }

    private static List<DayPattern.Run> merged(List<OpeningInterval> hours) {
        var merged = new ArrayList<DayPattern.Run>();
        for (var interval : hours.stream()
                .sorted(Comparator.comparing(OpeningInterval::fromSecond))
                .toList()) {
            var last = merged.isEmpty() ? null : merged.getLast();
            if (last != null && interval.fromSecond() <= last.to()) {
                merged.set(
                        merged.size() - 1, new DayPattern.Run(last.from(), Math.max(last.to(), interval.toSecond())));
            } else {
                merged.add(new DayPattern.Run(interval.fromSecond(), interval.toSecond()));
            }
        }
        return merged;
    }
}

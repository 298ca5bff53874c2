package nl.waarborg.terms;

import static java.util.stream.Collectors.joining;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Period;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import nl.waarborg.terms.calendar.CalendarId;
import nl.waarborg.terms.calendar.OpeningInterval;

/**
 * What a term says, as a value with one written form: {@link #parse} reads it and {@code toString} writes it.
 *
 * <table>
 * <caption>Forms</caption>
 * <tr><td>{@code PT48H}, {@code P28D}, {@code P4W}</td><td>elapsed time; a day is 24 hours</td></tr>
 * <tr><td>{@code P1M}, {@code P1Y}</td><td>months and years by the local calendar</td></tr>
 * <tr><td>{@code 5 CALENDAR_DAYS}</td><td>days by the local calendar</td></tr>
 * <tr><td>{@code 3 WORKING_DAYS}</td><td>working days</td></tr>
 * <tr><td>{@code OPEN PT8H}</td><td>open time</td></tr>
 * <tr><td>{@code 08:00-12:00, 13:00-17:00 WEB+PHONE}, {@code NO_HOURS}</td><td>the hours of a day</td></tr>
 * <tr><td>{@code MON_THU 08:00-17:00; FRI 08:00-16:00}</td><td>the hours of a week</td></tr>
 * <tr><td>{@code CALENDAR AFAS_SLA/support}</td><td>a calendar by name</td></tr>
 * <tr><td>{@code 12}, {@code 99.5 %}, {@code EUR 100.00}, {@code true}</td><td>number, percentage, money, yes or no</td></tr>
 * <tr><td>{@code SAME_CLOCK_TIME}</td><td>a choice: one word</td></tr>
 * <tr><td>{@code "in words"}</td><td>text</td></tr>
 * <tr><td>{@code [PT5M, PT2H30M]}</td><td>several values</td></tr>
 * </table>
 */
public sealed interface TermValue {

    /** A stretch of time, however it is counted. Never negative. */
    sealed interface Span extends TermValue {}

    /** Time on the clock, day and night. */
    record Elapsed(Duration duration) implements Span {
        public Elapsed {
            notNegative(duration.isNegative(), duration);
        }

        @Override
        public String toString() {
            return duration.toString();
        }
    }

    /** Months and years by the local calendar: the same local clock time, at most the month's last day (OP-03). */
    record CalendarPeriod(Period period) implements Span {
        public CalendarPeriod {
            notNegative(period.isNegative(), period);
        }

        @Override
        public String toString() {
            return period.toString();
        }
    }

    /** Days by the local calendar: the same local clock time, whatever the hours of those days (OP-29). */
    record CalendarDays(int days) implements Span {
        public CalendarDays {
            notNegative(days < 0, days);
        }

        @Override
        public String toString() {
            return days + (days == 1 ? " CALENDAR_DAY" : " CALENDAR_DAYS");
        }
    }

    record WorkingDays(int days) implements Span {
        public WorkingDays {
            notNegative(days < 0, days);
        }

        @Override
        public String toString() {
            return days + (days == 1 ? " WORKING_DAY" : " WORKING_DAYS");
        }
    }

    /** Time that counts only while the calendar is open. */
    record OpenTime(Duration duration) implements Span {
        public OpenTime {
            notNegative(duration.isNegative(), duration);
        }

        @Override
        public String toString() {
            return "OPEN " + duration;
        }
    }

    /** The opening hours of one day. */
    record DailyHours(List<OpeningInterval> hours) implements TermValue {
        public DailyHours {
            hours = List.copyOf(hours);
        }

        @Override
        public String toString() {
            return hours.isEmpty()
                    ? "NO_HOURS"
                    : hours.stream().map(Object::toString).collect(joining(", "));
        }
    }

    /** The opening hours of a week; a day that is not named has none. */
    record WeeklyHours(Map<DayOfWeek, List<OpeningInterval>> hours) implements TermValue {
        public WeeklyHours {
            var week = new EnumMap<DayOfWeek, List<OpeningInterval>>(DayOfWeek.class);
            hours.forEach((day, intervals) -> {
                if (!intervals.isEmpty()) {
                    week.put(day, List.copyOf(intervals));
                }
            });
            hours = Collections.unmodifiableMap(week);
        }

        @Override
        public String toString() {
            return hours.entrySet().stream()
                    .map(day -> day.getKey().name().substring(0, 3) + " " + new DailyHours(day.getValue()))
                    .collect(joining("; "));
        }
    }

    record CalendarReference(CalendarId id) implements TermValue {
        @Override
        public String toString() {
            return "CALENDAR " + id;
        }
    }

    record Amount(BigDecimal number) implements TermValue {
        public Amount {
            number = plain(number);
        }

        @Override
        public String toString() {
            return number.toPlainString();
        }
    }

    /** 99.5 stands for 99.5 %. */
    record Percentage(BigDecimal percent) implements TermValue {
        public Percentage {
            percent = plain(percent);
        }

        /** 0.995 for 99.5 %. */
        public BigDecimal fraction() {
            return percent.movePointLeft(2);
        }

        @Override
        public String toString() {
            return percent.toPlainString() + " %";
        }
    }

    /** Euros. */
    record Money(BigDecimal euros) implements TermValue {
        public Money {
            euros = euros.setScale(2);
        }

        @Override
        public String toString() {
            return "EUR " + euros.toPlainString();
        }
    }

    record Flag(boolean value) implements TermValue {
        @Override
        public String toString() {
            return Boolean.toString(value);
        }
    }

    /** One word out of those that the key allows. */
    record Choice(String word) implements TermValue {
        @Override
        public String toString() {
            return word;
        }
    }

    /** Words for people; no rule computes with them. */
    record Text(String text) implements TermValue {
        @Override
        public String toString() {
            return '"' + text + '"';
        }
    }

    record Several(List<TermValue> values) implements TermValue {
        public Several {
            values = List.copyOf(values);
        }

        @Override
        public String toString() {
            return values.stream().map(Object::toString).collect(joining(", ", "[", "]"));
        }
    }

    /**
     * Reads one of the forms.
     *
     * @throws IllegalArgumentException when the form is none of them
     */
    static TermValue parse(String form) {
        return Forms.parse(form.strip());
    }

    private static void notNegative(boolean negative, Object value) {
        if (negative) {
            throw new IllegalArgumentException("a term is never negative: " + value);
        }
    }

    private static BigDecimal plain(BigDecimal number) {
        var stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}

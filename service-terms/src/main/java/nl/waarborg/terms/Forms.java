package nl.waarborg.terms;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Period;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import nl.waarborg.terms.TermValue.Amount;
import nl.waarborg.terms.TermValue.CalendarDays;
import nl.waarborg.terms.TermValue.CalendarPeriod;
import nl.waarborg.terms.TermValue.CalendarReference;
import nl.waarborg.terms.TermValue.Choice;
import nl.waarborg.terms.TermValue.DailyHours;
import nl.waarborg.terms.TermValue.Elapsed;
import nl.waarborg.terms.TermValue.Flag;
import nl.waarborg.terms.TermValue.Money;
import nl.waarborg.terms.TermValue.OpenTime;
import nl.waarborg.terms.TermValue.Percentage;
import nl.waarborg.terms.TermValue.Several;
import nl.waarborg.terms.TermValue.Text;
import nl.waarborg.terms.TermValue.WeeklyHours;
import nl.waarborg.terms.TermValue.WorkingDays;
import nl.waarborg.terms.calendar.CalendarId;
import nl.waarborg.terms.calendar.OpeningInterval;

/** The written forms of term values. */
final class Forms {

    private record Form(Pattern pattern, Function<String, TermValue> read) {}

    /** In the order in which they are tried. */
    private static final List<Form> FORMS = List.of(
            form("\"(.*)\"", form -> new Text(form.substring(1, form.length() - 1))),
            form("\\[.*\\]", Forms::several),
            form("true|false", form -> new Flag(Boolean.parseBoolean(form))),
            form("\\d+ WORKING_DAYS?", form -> new WorkingDays(leadingNumber(form))),
            form("\\d+ CALENDAR_DAYS?", form -> new CalendarDays(leadingNumber(form))),
            form("OPEN P.*", form -> new OpenTime(Duration.parse(form.substring(5)))),
            form(
                    "CALENDAR .+",
                    form -> new CalendarReference(
                            new CalendarId(form.substring(9).strip()))),
            form("EUR -?\\d+(\\.\\d{1,2})?", form -> new Money(new BigDecimal(form.substring(4)))),
            form("-?\\d+(\\.\\d+)? ?%", form -> new Percentage(new BigDecimal(form.replaceAll(" ?%", "")))),
            form("-?\\d+(\\.\\d+)?", form -> new Amount(new BigDecimal(form))),
            form("P(?=.*[YM])\\d[^T]*", form -> new CalendarPeriod(Period.parse(form))),
            form(
                    "P\\d+W",
                    form -> new Elapsed(Duration.ofDays(7L * Integer.parseInt(form.substring(1, form.length() - 1))))),
            form("PT?\\d.*", form -> new Elapsed(Duration.parse(form))),
            form("NO_HOURS", form -> new DailyHours(List.of())),
            form("\\d\\d:\\d\\d.*", Forms::dailyHours),
            form("[A-Z_]+ \\d\\d:\\d\\d.*", Forms::weeklyHours),
            form("[A-Za-z]\\w*", Choice::new));

    private static final List<String> DAYS = Arrays.stream(DayOfWeek.values())
            .map(day -> day.name().substring(0, 3))
            .toList();

    private Forms() {}

    private static Form form(String pattern, Function<String, TermValue> read) {
        return new Form(Pattern.compile(pattern, Pattern.DOTALL), read);
    }

    static TermValue parse(String form) {
        for (var candidate : FORMS) {
            if (candidate.pattern.matcher(form).matches()) {
                try {
                    return candidate.read.apply(form);
                } catch (DateTimeException | ArithmeticException | NumberFormatException e) {
                    throw new IllegalArgumentException("'" + form + "' cannot be read: " + e.getMessage(), e);
                }
            }
        }
        throw new IllegalArgumentException("'" + form + "' is no form of a term");
    }

    static DailyHours dailyHours(String form) {
        return new DailyHours(
                Arrays.stream(form.split(",", -1)).map(OpeningInterval::parse).toList());
    }

    private static WeeklyHours weeklyHours(String form) {
        var week = new EnumMap<DayOfWeek, List<OpeningInterval>>(DayOfWeek.class);
        for (var part : form.split(";", -1)) {
            var words = part.strip().split(" ", 2);
            for (var day : days(words[0])) {
                if (week.put(day, dailyHours(words[words.length - 1]).hours()) != null) {
                    throw new IllegalArgumentException("'" + form + "' names " + day + " twice");
                }
            }
        }
        return new WeeklyHours(week);
    }

    /** The days that a group such as {@code MON}, {@code MON_THU}, {@code WEEKEND} or {@code DAILY} names. */
    static List<DayOfWeek> days(String group) {
        return switch (group) {
            case "DAILY" -> List.of(DayOfWeek.values());
            case "WEEKEND" -> List.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
            default -> {
                var ends = group.split("_", -1);
                var first = DAYS.indexOf(ends[0]);
                var last = DAYS.indexOf(ends[ends.length - 1]);
                if (first < 0 || last < first || ends.length > 2) {
                    throw new IllegalArgumentException("'" + group + "' names no days");
                }
                yield List.of(DayOfWeek.values()).subList(first, last + 1);
            }
        };
    }

    private static Several several(String form) {
        var values = new ArrayList<TermValue>();
        for (var item : form.substring(1, form.length() - 1).split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1)) {
            if (!item.isBlank()) {
                values.add(TermValue.parse(item));
            }
        }
        return new Several(values);
    }

    private static int leadingNumber(String form) {
        return Integer.parseInt(form.substring(0, form.indexOf(' ')));
    }
}

package nl.waarborg.processoragreement.agreement.domain;

import java.math.BigDecimal;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import nl.waarborg.terms.Deviation;
import nl.waarborg.terms.TermKey;
import nl.waarborg.terms.TermValue;
import nl.waarborg.terms.TermValue.Amount;
import nl.waarborg.terms.TermValue.CalendarPeriod;
import nl.waarborg.terms.TermValue.CalendarReference;
import nl.waarborg.terms.TermValue.Elapsed;
import nl.waarborg.terms.TermValue.Flag;
import nl.waarborg.terms.TermValue.Money;
import nl.waarborg.terms.TermValue.Percentage;
import nl.waarborg.terms.TermValue.Several;
import nl.waarborg.terms.Terms;
import nl.waarborg.terms.calendar.CalendarId;

/** Reads values out of one version of the terms; an absent term is empty. */
public record Reading(List<AgreedTerm> terms) {

    /** Spans that the rules count in months and years; hours or working days would have no meaning there. */
    private static final List<TermKey> CALENDAR_PERIODS = List.of(
            TermKey.FIRST_CLASS_NOTICE,
            TermKey.LICENCE_FIRST_CANCELLATION,
            TermKey.SLA_CHANGE_REJECTION_OLD_TERMS_FOR,
            TermKey.EXIT_HIGHEST_MONTH_OF,
            TermKey.EXIT_VIEW_MAX_TERM,
            TermKey.EXIT_STOP_DATA_KEPT_FOR,
            TermKey.L3_MINIMUM_TERM,
            TermKey.TRAINEESHIP_ACCESS_BEFORE,
            TermKey.TRAINEESHIP_ACCESS_AFTER);

    /** Spans that are added up in hours and minutes, whatever the calendar. */
    private static final List<TermKey> ELAPSED_TIMES =
            List.of(TermKey.FIRST_CLASS_MEETINGS_MOST, TermKey.CONSULTANCY_DAY);

    public static Reading of(Terms terms) {
        return new Reading(terms.all().values().stream().map(AgreedTerm::of).toList());
    }

    /** What the rules count in, if a deviation gives another form; such a value would be none to them. */
    public static Optional<String> expected(Deviation deviation) {
        if (CALENDAR_PERIODS.contains(deviation.key())) {
            return deviation
                    .value()
                    .filter(value -> !(value instanceof CalendarPeriod))
                    .map(value -> "a period of the calendar such as P1M");
        }
        if (ELAPSED_TIMES.contains(deviation.key())) {
            return deviation
                    .value()
                    .filter(value -> !(value instanceof Elapsed))
                    .map(value -> "a time that elapses such as PT1H");
        }
        return deviation.key() == TermKey.SUPPORT_CALENDAR && deviation.value().isEmpty()
                ? Optional.of("a calendar such as CALENDAR AFAS_SLA/support")
                : Optional.empty();
    }

    /** Why a deviation leaves clocks without a calendar, if it does: working days are counted on the support calendar (OP-01). */
    public static Optional<String> noCalendar(Deviation deviation, Predicate<CalendarId> calendars) {
        if (deviation.key() == TermKey.SUPPORT_CALENDAR && deviation.value().isEmpty()) {
            return Optional.of("cannot be absent");
        }
        return deviation.value().orElse(null) instanceof CalendarReference(var id) && !calendars.test(id)
                ? Optional.of("names no calendar: '" + id + "'")
                : Optional.empty();
    }

    boolean agreed(TermKey flag) {
        return value(flag, Flag.class).map(Flag::value).orElse(false);
    }

    Optional<String> word(TermKey key) {
        return value(key, TermValue.Choice.class).map(TermValue.Choice::word);
    }

    public Optional<Period> period(TermKey key) {
        return value(key, CalendarPeriod.class).map(CalendarPeriod::period);
    }

    Optional<BigDecimal> fraction(TermKey key) {
        return value(key, Percentage.class).map(Percentage::fraction);
    }

    Optional<BigDecimal> euros(TermKey key) {
        return value(key, Money.class).map(Money::euros);
    }

    Optional<Integer> number(TermKey key) {
        return value(key, Amount.class).map(amount -> amount.number().intValueExact());
    }

    public boolean lists(TermKey key, String word) {
        return value(key, Several.class)
                .map(several -> several.values().contains(new TermValue.Choice(word)))
                .orElse(false);
    }

    /** The words of a list, none if the term is absent. */
    public List<String> texts(TermKey key) {
        return value(key, Several.class)
                .map(several -> several.values().stream()
                        .map(value -> value instanceof TermValue.Text(var text) ? text : value.toString())
                        .toList())
                .orElse(List.of());
    }

    private <V extends TermValue> Optional<V> value(TermKey key, Class<V> kind) {
        return terms.stream()
                .filter(term -> term.key().equals(key.key()))
                .findFirst()
                .map(term -> kind.cast(key.read(term.value())));
    }
}

package nl.waarborg.terms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Period;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
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
import nl.waarborg.terms.TermValue.WorkingDays;
import nl.waarborg.terms.calendar.CalendarId;
import nl.waarborg.terms.calendar.OpeningInterval;
import org.junit.jupiter.api.Test;

class TermValuesReadWhatTheyWriteTest {

    @Property
    void what_is_written_is_read_back(@ForAll("values") TermValue value) {
        assertEquals(value, TermValue.parse(value.toString()));
    }

    @Test
    void every_form_is_read_as_its_kind() {
        assertEquals(new Elapsed(Duration.ofDays(2)), TermValue.parse("PT48H"));
        assertEquals(new Elapsed(Duration.ofDays(28)), TermValue.parse("P28D"));
        assertEquals(new Elapsed(Duration.ofDays(28)), TermValue.parse("P4W"));
        assertEquals(new CalendarPeriod(Period.ofMonths(1)), TermValue.parse("P1M"));
        assertEquals(new CalendarPeriod(Period.ofYears(1)), TermValue.parse("P1Y"));
        assertEquals(new CalendarDays(5), TermValue.parse("5 CALENDAR_DAYS"));
        assertEquals(new WorkingDays(3), TermValue.parse("3 WORKING_DAYS"));
        assertEquals(new WorkingDays(1), TermValue.parse("1 WORKING_DAY"));
        assertEquals(new OpenTime(Duration.ofHours(8)), TermValue.parse("OPEN PT8H"));
        assertEquals(new Choice("SAME_CLOCK_TIME"), TermValue.parse("SAME_CLOCK_TIME"));
        assertEquals(new Flag(true), TermValue.parse("true"));
        assertEquals(new Money(new BigDecimal("100.00")), TermValue.parse("EUR 100"));
        assertEquals(
                "MON 07:00-18:00; TUE 07:00-18:00; SAT 09:00-12:00",
                TermValue.parse("MON_TUE 07:00-18:00; SAT 09:00-12:00").toString());
    }

    @Test
    void what_has_no_form_is_refused_with_a_reason() {
        for (var bad : List.of(
                "",
                "-PT1H",
                "P1.5M",
                "PT1Y",
                "P1M-1D",
                "P-1M",
                "3 DAYS",
                "OPEN P1M",
                "17:00-08:00",
                "MON_XXX 08:00-17:00",
                "FRI_MON 08:00-17:00",
                "MON 08:00-17:00; MON 09:00-10:00",
                "PT-5M",
                "99999999999 WORKING_DAYS")) {
            var refusal = assertThrows(IllegalArgumentException.class, () -> TermValue.parse(bad), bad);
            assertEquals(false, refusal.getMessage().isBlank());
        }
    }

    @Provide
    Arbitrary<TermValue> values() {
        var numbers = Arbitraries.bigDecimals()
                .between(BigDecimal.ZERO, new BigDecimal("100000"))
                .ofScale(3);
        Arbitrary<TermValue> simple = Arbitraries.oneOf(List.of(
                Arbitraries.longs().between(0, 1L << 40).map(nanos -> new Elapsed(Duration.ofNanos(nanos))),
                Arbitraries.integers().between(0, 10_000).map(hours -> new OpenTime(Duration.ofHours(hours))),
                Combinators.combine(
                                Arbitraries.integers().between(0, 99),
                                Arbitraries.integers().between(1, 99))
                        .as((years, months) -> new CalendarPeriod(Period.of(years, months, 0))),
                Arbitraries.integers().between(0, 500).map(CalendarDays::new),
                Arbitraries.integers().between(0, 500).map(WorkingDays::new),
                numbers.map(Amount::new),
                numbers.map(Percentage::new),
                Arbitraries.bigDecimals()
                        .between(BigDecimal.ZERO, new BigDecimal("100000"))
                        .ofScale(2)
                        .map(Money::new),
                Arbitraries.of(true, false).map(Flag::new),
                Arbitraries.of("NONE", "CUSTOMER", "nextOpening", "PAYROLL_SAAS", "PT")
                        .map(Choice::new),
                Arbitraries.of("in words", "with, comma", "", "PT48H", "ISO 27001 and/or ISAE 3402")
                        .map(Text::new),
                Arbitraries.just(new CalendarReference(new CalendarId("AFAS_SLA/support"))),
                Arbitraries.of(
                        new DailyHours(List.of()),
                        new DailyHours(List.of(
                                OpeningInterval.parse("08:00-12:00 WEB"), OpeningInterval.of("13:00", "24:00"))))));
        return Arbitraries.oneOf(
                simple,
                simple.filter(value -> !(value instanceof DailyHours))
                        .list()
                        .ofMaxSize(4)
                        .map(Several::new));
    }
}

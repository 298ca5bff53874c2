package nl.waarborg.processoragreement.agreement.domain;

import static java.time.temporal.TemporalAdjusters.lastDayOfMonth;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import nl.waarborg.terms.TermKey;

/** When First Class begins and ends (XSV-023, XSV-024, OP-81). Days of Europe/Amsterdam. */
public final class FirstClassDays {

    private FirstClassDays() {}

    /** The first day of the month that follows the registration, also of one on the first of a month. */
    public static LocalDate startsOn(LocalDate registeredOn) {
        return YearMonth.from(registeredOn).plusMonths(1).atDay(1);
    }

    /** The last day of the month in which the notice ends; empty if the terms give no notice. */
    public static Optional<LocalDate> endsOn(LocalDate cancelledOn, Reading terms) {
        return terms.period(TermKey.FIRST_CLASS_NOTICE)
                .map(notice -> cancelledOn.plus(notice).with(lastDayOfMonth()));
    }
}

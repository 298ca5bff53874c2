package nl.waarborg.processoragreement.agreement.domain;

import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/** One stretch of First Class, from its subscription to its end. */
record FirstClassPeriod(
        LocalDate registeredOn, LocalDate startsOn, boolean started, @Nullable LocalDate endsOn, boolean ended) {

    static FirstClassPeriod subscribed(LocalDate registeredOn, LocalDate startsOn) {
        return new FirstClassPeriod(registeredOn, startsOn, false, null, false);
    }

    FirstClassPeriod start() {
        return new FirstClassPeriod(registeredOn, startsOn, true, endsOn, ended);
    }

    FirstClassPeriod cancel(LocalDate lastDay) {
        return new FirstClassPeriod(registeredOn, startsOn, started, lastDay, ended);
    }

    FirstClassPeriod end(LocalDate lastDay) {
        return new FirstClassPeriod(registeredOn, startsOn, started, lastDay, true);
    }

    /** Over by a day at the latest. */
    FirstClassPeriod endBy(LocalDate lastDay) {
        return ended ? this : end(endsOn == null || lastDay.isBefore(endsOn) ? lastDay : endsOn);
    }

    boolean running() {
        return started && !ended;
    }

    /** Whether First Class holds on some day of the month. */
    boolean touches(YearMonth month) {
        return !startsOn.isAfter(month.atEndOfMonth()) && (endsOn == null || !endsOn.isBefore(month.atDay(1)));
    }
}

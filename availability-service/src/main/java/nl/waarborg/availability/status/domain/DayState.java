package nl.waarborg.availability.status.domain;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import nl.waarborg.availability.month.domain.Fraction;

/**
 * One local day of a component, as far as it is over.
 *
 * @param worst of the day
 * @param measured whether a monitor said anything that day
 * @param passed how long the day was, or is by now
 * @param outage time in which an outage touched it, or maintenance that was not planned, overlapping ones counted once
 * @param maintenance time in which maintenance went by its plan, overlapping windows counted once
 */
public record DayState(
        LocalDate day, ComponentState worst, boolean measured, Duration passed, Duration outage, Duration maintenance) {

    /** Whether anything can be said of it. */
    public boolean known() {
        return measured || worst != ComponentState.OPERATIONAL;
    }

    /** Percent of the known days' time in which no outage touched it, rounded down to two decimals; empty if none is known. */
    public static Optional<BigDecimal> withoutOutage(List<DayState> days) {
        var known = days.stream().filter(DayState::known).toList();
        var passed = known.stream().mapToLong(day -> day.passed.toSeconds()).sum();
        var outage = known.stream().mapToLong(day -> day.outage.toSeconds()).sum();
        return passed == 0
                ? Optional.empty()
                : Optional.of(Fraction.of(passed - outage, passed).percent());
    }
}

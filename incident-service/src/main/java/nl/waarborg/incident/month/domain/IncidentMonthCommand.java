package nl.waarborg.incident.month.domain;

import java.time.Instant;
import java.time.YearMonth;

/** What the clock asks of one month of one tenant. */
public sealed interface IncidentMonthCommand {

    /**
     * @param figures facts: the incidents reported in the month, as far as known now
     * @param closesAt a fact: the moment from which the month may be closed, UTC
     * @param firstMonth a fact: the month of the tenant's first report, local time
     */
    record CloseIncidentMonth(YearMonth month, MonthFigures figures, Instant closesAt, YearMonth firstMonth, Instant at)
            implements IncidentMonthCommand {}

    /** Something happened, or became known, about an incident of a month that was closed. */
    record CorrectIncidentMonth(YearMonth month, MonthFigures figures, Instant at) implements IncidentMonthCommand {}
}

package nl.waarborg.availability.performance.automation;

import java.time.YearMonth;
import nl.waarborg.eventsourcing.Deadline;

/** The vendor and month that a deadline names. */
record MonthOfVendor(String provider, YearMonth month) {

    static MonthOfVendor of(Deadline deadline) {
        var separator = deadline.key().indexOf('/');
        return new MonthOfVendor(
                deadline.key().substring(0, separator),
                YearMonth.parse(deadline.key().substring(separator + 1)));
    }
}

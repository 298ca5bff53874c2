package nl.waarborg.processoragreement.monthlyreport.domain;

import java.time.Instant;
import java.time.YearMonth;

/** What another service said of a month that is over. Months are local, Europe/Amsterdam. */
public sealed interface ClosedMonth permits AvailabilityMonth, IncidentMonth {

    YearMonth month();

    /** When it was closed or corrected: the latest is what holds, whenever it arrives. */
    Instant settledAt();
}

package nl.waarborg.processoragreement.monthlyreport.domain;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;

public sealed interface SlaReportCommand {

    /**
     * Another service closed or corrected a month.
     *
     * @param facts what the terms ask for, and what is known here, of that month
     */
    record TakeClosedMonth(ClosedMonth month, Facts facts) implements SlaReportCommand {}

    /** The report of a month whose figures were taken in before it was promised. */
    record MakeReport(YearMonth month, Facts facts, Instant at) implements SlaReportCommand {}

    /**
     * @param sections that are promised of the month; none where no report is
     * @param services taken in the month's calendar year through the month's last day
     */
    record Facts(Set<Section> sections, List<ServiceTaken> services) {

        public Facts {
            sections = Set.copyOf(sections);
            services = List.copyOf(services);
        }
    }

    /** As the term {@code reporting.monthlySla} names them. */
    enum Section {
        AVAILABILITY,
        INCIDENTS,
        SERVICES_TAKEN
    }
}

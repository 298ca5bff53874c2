package nl.waarborg.processoragreement.monthlyreport.domain;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.SortedMap;
import nl.waarborg.eventsourcing.Decider;
import nl.waarborg.eventsourcing.Decision;
import nl.waarborg.processoragreement.monthlyreport.domain.SlaReportCommand.Facts;
import nl.waarborg.processoragreement.monthlyreport.domain.SlaReportCommand.MakeReport;
import nl.waarborg.processoragreement.monthlyreport.domain.SlaReportCommand.Section;
import nl.waarborg.processoragreement.monthlyreport.domain.SlaReportCommand.TakeClosedMonth;
import nl.waarborg.processoragreement.monthlyreport.domain.SlaReportEvent.AvailabilityMonthTaken;
import nl.waarborg.processoragreement.monthlyreport.domain.SlaReportEvent.IncidentMonthTaken;
import nl.waarborg.processoragreement.monthlyreport.domain.SlaReportEvent.SlaReportPublished;

/** A report is made once all that is promised of its month is there, and again when that changes (XSV-029, XSV-030, OP-84). */
public final class SlaReportDecider implements Decider<SlaReportCommand, SlaReports, SlaReportEvent> {

    private static final int MONTHS_OF_AVAILABILITY = 12;

    @Override
    public SlaReports initialState() {
        return SlaReports.NONE;
    }

    @Override
    public Decision<SlaReportEvent> decide(SlaReportCommand command, SlaReports reports) {
        return switch (command) {
            case TakeClosedMonth c -> take(c, reports);
            case MakeReport c ->
                reports.published().containsKey(c.month())
                        ? Decision.nothing()
                        : Decision.<SlaReportEvent>nothing().and(report(c.month(), c.at(), c.facts(), reports));
        };
    }

    private static Decision<SlaReportEvent> take(TakeClosedMonth c, SlaReports reports) {
        var closed = c.month();
        var known =
                switch (closed) {
                    case AvailabilityMonth _ -> reports.availability().get(closed.month());
                    case IncidentMonth _ -> reports.incidents().get(closed.month());
                };
        if (known != null && known.settledAt().isAfter(closed.settledAt())) {
            return Decision.nothing();
        }
        var taken = closed.equals(known) ? List.<SlaReportEvent>of() : List.of(taken(closed));
        return Decision.<SlaReportEvent>nothing()
                .and(taken)
                .and(report(closed.month(), closed.settledAt(), c.facts(), reports.with(closed)));
    }

    private static SlaReportEvent taken(ClosedMonth closed) {
        return switch (closed) {
            case AvailabilityMonth figures -> new AvailabilityMonthTaken(figures);
            case IncidentMonth figures -> new IncidentMonthTaken(figures);
        };
    }

    private static List<SlaReportPublished> report(YearMonth month, Instant at, Facts facts, SlaReports reports) {
        var sections = facts.sections();
        if (sections.isEmpty()
                || (sections.contains(Section.AVAILABILITY)
                        && !reports.availability().containsKey(month))
                || (sections.contains(Section.INCIDENTS) && !reports.incidents().containsKey(month))) {
            return List.of();
        }
        var former = reports.published().get(month);
        var report = new SlaReportPublished(
                month,
                former == null ? 1 : former.reportVersion() + 1,
                sections.contains(Section.AVAILABILITY)
                        ? through(month, month.minusMonths(MONTHS_OF_AVAILABILITY - 1L), reports.availability())
                        : null,
                sections.contains(Section.INCIDENTS)
                        ? through(month, YearMonth.of(month.getYear(), 1), reports.incidents())
                        : null,
                sections.contains(Section.SERVICES_TAKEN) ? facts.services() : null,
                at);
        return former != null && report.equals(again(former, report)) ? List.of() : List.of(report);
    }

    private static <V> List<V> through(YearMonth month, YearMonth first, SortedMap<YearMonth, V> months) {
        return List.copyOf(months.subMap(first, month.plusMonths(1)).values());
    }

    /** The former version under the number and time of the next. */
    private static SlaReportPublished again(SlaReportPublished former, SlaReportPublished next) {
        return new SlaReportPublished(
                former.month(),
                next.reportVersion(),
                former.availability(),
                former.incidents(),
                former.services(),
                next.at());
    }

    @Override
    public SlaReports evolve(SlaReports reports, SlaReportEvent event) {
        return switch (event) {
            case AvailabilityMonthTaken e -> reports.with(e.figures());
            case IncidentMonthTaken e -> reports.with(e.figures());
            case SlaReportPublished e -> reports.with(e);
        };
    }
}

package nl.waarborg.processoragreement.monthlyreport.storage;

import nl.waarborg.eventsourcing.EventTypes;
import nl.waarborg.processoragreement.monthlyreport.domain.SlaReportEvent;
import nl.waarborg.processoragreement.monthlyreport.domain.SlaReportEvent.AvailabilityMonthTaken;
import nl.waarborg.processoragreement.monthlyreport.domain.SlaReportEvent.IncidentMonthTaken;
import nl.waarborg.processoragreement.monthlyreport.domain.SlaReportEvent.SlaReportPublished;
import nl.waarborg.processoragreement.monthlyreport.domain.SlaReports;

/** The stored names of the events of monthly reports, for ever. */
public final class SlaReportEventTypes {

    public static final EventTypes<SlaReportEvent> REPORT_EVENTS = new EventTypes<>(
                    SlaReports.CATEGORY, SlaReportEvent.class)
            .type("availability-month-taken", AvailabilityMonthTaken.class)
            .type("incident-month-taken", IncidentMonthTaken.class)
            .type("sla-report-published", SlaReportPublished.class);

    private SlaReportEventTypes() {}
}

package nl.waarborg.processoragreement.monthlyreport.automation;

import nl.waarborg.eventsourcing.CommandContext;
import nl.waarborg.eventsourcing.RecordedEvent;
import nl.waarborg.eventsourcing.inbound.Automation;

/** A closed or corrected month of incident-service is a part of a report (XSV-029). */
public final class WhenIncidentMonthClosedThenReport implements Automation<IncidentNews> {

    private final ClosedMonthTaking taking;

    public WhenIncidentMonthClosedThenReport(ClosedMonthTaking taking) {
        this.taking = taking;
    }

    @Override
    public String name() {
        return "when-incident-month-closed-then-report";
    }

    @Override
    public void react(RecordedEvent<IncidentNews> event, CommandContext context) {
        taking.take(event.tenant(), context, event.event().closed());
    }
}

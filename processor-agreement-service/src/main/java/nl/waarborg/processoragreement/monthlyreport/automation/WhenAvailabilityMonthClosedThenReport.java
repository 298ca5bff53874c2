package nl.waarborg.processoragreement.monthlyreport.automation;

import nl.waarborg.eventsourcing.CommandContext;
import nl.waarborg.eventsourcing.RecordedEvent;
import nl.waarborg.eventsourcing.inbound.Automation;

/** A closed or corrected month of availability-service is a part of a report (XSV-029). */
public final class WhenAvailabilityMonthClosedThenReport implements Automation<AvailabilityNews> {

    private final ClosedMonthTaking taking;

    public WhenAvailabilityMonthClosedThenReport(ClosedMonthTaking taking) {
        this.taking = taking;
    }

    @Override
    public String name() {
        return "when-availability-month-closed-then-report";
    }

    @Override
    public void react(RecordedEvent<AvailabilityNews> event, CommandContext context) {
        taking.take(event.tenant(), context, event.event().closed());
    }
}

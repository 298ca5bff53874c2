package nl.waarborg.availability.performance.automation;

import nl.waarborg.availability.performance.domain.PerformanceMonth;
import nl.waarborg.availability.performance.domain.PerformanceMonthCommand;
import nl.waarborg.availability.performance.domain.PerformanceMonthCommand.ClosePerformanceMonth;
import nl.waarborg.availability.performance.domain.PerformanceMonthEvent;
import nl.waarborg.availability.performance.domain.PerformanceTargets;
import nl.waarborg.availability.performance.projection.PerformanceMonths;
import nl.waarborg.availability.performance.projection.ResponseTimeFacts;
import nl.waarborg.eventsourcing.Actor;
import nl.waarborg.eventsourcing.CommandContext;
import nl.waarborg.eventsourcing.CommandHandler;
import nl.waarborg.eventsourcing.Deadline;
import nl.waarborg.eventsourcing.DeadlineHandler;
import nl.waarborg.eventsourcing.StreamId;
import nl.waarborg.tenants.VendorTerms;

/** Closes a month some days after its end, by the vendor's terms (AVL-020, AVL-021). */
public final class WhenMonthEndedThenClose implements DeadlineHandler {

    private final CommandHandler<PerformanceMonthCommand, PerformanceMonth, PerformanceMonthEvent> handler;
    private final ResponseTimeFacts facts;
    private final VendorTerms terms;
    private final PerformanceMonths months;

    public WhenMonthEndedThenClose(
            CommandHandler<PerformanceMonthCommand, PerformanceMonth, PerformanceMonthEvent> handler,
            ResponseTimeFacts facts,
            VendorTerms terms,
            PerformanceMonths months) {
        this.handler = handler;
        this.facts = facts;
        this.terms = terms;
        this.months = months;
    }

    @Override
    public String kind() {
        return PerformanceMonths.CLOSE;
    }

    @Override
    public boolean closesPeriod() {
        return true;
    }

    @Override
    public void due(Deadline deadline) {
        var of = MonthOfVendor.of(deadline);
        var targets = terms.of(of.provider()).map(PerformanceTargets::of).orElse(PerformanceTargets.NONE);
        handler.handle(
                deadline.stream(),
                CommandContext.of(StreamId.PLATFORM, Actor.SCHEDULER, deadline.due()),
                new ClosePerformanceMonth(
                        of.provider(),
                        of.month(),
                        facts.of(of.provider(), of.month(), targets),
                        targets,
                        months.closes(of.month()),
                        deadline.due()));
    }
}

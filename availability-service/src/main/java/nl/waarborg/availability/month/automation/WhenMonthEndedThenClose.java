package nl.waarborg.availability.month.automation;

import nl.waarborg.availability.month.domain.AvailabilityMonth;
import nl.waarborg.availability.month.domain.AvailabilityMonthCommand;
import nl.waarborg.availability.month.domain.AvailabilityMonthCommand.CloseAvailabilityMonth;
import nl.waarborg.availability.month.domain.AvailabilityMonthEvent;
import nl.waarborg.availability.month.domain.MonthBounds;
import nl.waarborg.availability.month.projection.MonthDeadlines;
import nl.waarborg.availability.month.projection.MonthlyAvailability;
import nl.waarborg.eventsourcing.Actor;
import nl.waarborg.eventsourcing.CommandContext;
import nl.waarborg.eventsourcing.CommandHandler;
import nl.waarborg.eventsourcing.Deadline;
import nl.waarborg.eventsourcing.DeadlineHandler;
import nl.waarborg.eventsourcing.StreamId;

/** Closes a month some days after its end; the platform's first, then each customer's (AVL-001). */
public final class WhenMonthEndedThenClose implements DeadlineHandler {

    private final String kind;
    private final CommandHandler<AvailabilityMonthCommand, AvailabilityMonth, AvailabilityMonthEvent> months;
    private final MonthlyAvailability availability;
    private final MonthBounds bounds;
    private final DeadlineHandler correction;

    /**
     * @param kind of deadline: the platform's or a customer's closing
     * @param correction of what became known while the month was being closed
     */
    public WhenMonthEndedThenClose(
            String kind,
            CommandHandler<AvailabilityMonthCommand, AvailabilityMonth, AvailabilityMonthEvent> months,
            MonthlyAvailability availability,
            MonthBounds bounds,
            DeadlineHandler correction) {
        this.kind = kind;
        this.months = months;
        this.availability = availability;
        this.bounds = bounds;
        this.correction = correction;
    }

    @Override
    public String kind() {
        return kind;
    }

    @Override
    public boolean closesPeriod() {
        return true;
    }

    @Override
    public void due(Deadline deadline) {
        var provider = MonthDeadlines.provider(deadline);
        var month = MonthDeadlines.month(deadline);
        availability
                .of(provider, deadline.tenant(), month, bounds.interval(month).to())
                .ifPresent(figures -> months.handle(
                        deadline.stream(),
                        CommandContext.of(deadline.tenant(), Actor.SCHEDULER, deadline.due()),
                        new CloseAvailabilityMonth(
                                provider,
                                month,
                                figures,
                                deadline.tenant().equals(StreamId.PLATFORM),
                                bounds.closes(month),
                                deadline.due())));
        correction.due(deadline);
    }
}

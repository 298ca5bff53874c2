package nl.waarborg.availability.month.automation;

import nl.waarborg.availability.month.domain.AvailabilityMonth;
import nl.waarborg.availability.month.domain.AvailabilityMonthCommand;
import nl.waarborg.availability.month.domain.AvailabilityMonthCommand.CorrectAvailabilityMonth;
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

/** A fact about a closed month is a correction beside it; the closed figures stay. */
public final class WhenClosedMonthChangedThenCorrect implements DeadlineHandler {

    private final String kind;
    private final CommandHandler<AvailabilityMonthCommand, AvailabilityMonth, AvailabilityMonthEvent> months;
    private final MonthlyAvailability availability;
    private final MonthBounds bounds;

    /** @param kind of deadline: at once, or after samples */
    public WhenClosedMonthChangedThenCorrect(
            String kind,
            CommandHandler<AvailabilityMonthCommand, AvailabilityMonth, AvailabilityMonthEvent> months,
            MonthlyAvailability availability,
            MonthBounds bounds) {
        this.kind = kind;
        this.months = months;
        this.availability = availability;
        this.bounds = bounds;
    }

    @Override
    public String kind() {
        return kind;
    }

    @Override
    public void due(Deadline deadline) {
        var provider = MonthDeadlines.provider(deadline);
        var month = MonthDeadlines.month(deadline);
        var end = bounds.interval(month).to();
        if (availability.agreed(provider, deadline.tenant(), month, end)) {
            months.handle(
                    deadline.stream(),
                    CommandContext.of(deadline.tenant(), Actor.SCHEDULER, deadline.due()),
                    // Reckoned after the month was read, and again if another correction comes first: older figures
                    // never follow newer ones.
                    read -> new CorrectAvailabilityMonth(
                            provider,
                            month,
                            availability
                                    .of(provider, deadline.tenant(), month, end)
                                    .orElseThrow(),
                            deadline.tenant().equals(StreamId.PLATFORM),
                            deadline.due()));
        }
    }
}

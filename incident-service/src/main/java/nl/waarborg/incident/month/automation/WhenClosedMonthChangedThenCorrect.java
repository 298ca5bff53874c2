package nl.waarborg.incident.month.automation;

import java.time.YearMonth;
import nl.waarborg.eventsourcing.Actor;
import nl.waarborg.eventsourcing.CommandContext;
import nl.waarborg.eventsourcing.CommandHandler;
import nl.waarborg.eventsourcing.Deadline;
import nl.waarborg.eventsourcing.DeadlineHandler;
import nl.waarborg.incident.month.domain.IncidentMonth;
import nl.waarborg.incident.month.domain.IncidentMonthCommand;
import nl.waarborg.incident.month.domain.IncidentMonthCommand.CorrectIncidentMonth;
import nl.waarborg.incident.month.domain.IncidentMonthEvent;
import nl.waarborg.incident.month.domain.MonthFigures;
import nl.waarborg.incident.month.projection.IncidentFigures;
import nl.waarborg.incident.month.projection.IncidentFiguresProjection;

/** A fact about an incident of a closed month is a correction beside it; the closed figures stay. */
public final class WhenClosedMonthChangedThenCorrect implements DeadlineHandler {

    private final CommandHandler<IncidentMonthCommand, IncidentMonth, IncidentMonthEvent> months;
    private final IncidentFigures figures;

    public WhenClosedMonthChangedThenCorrect(
            CommandHandler<IncidentMonthCommand, IncidentMonth, IncidentMonthEvent> months, IncidentFigures figures) {
        this.months = months;
        this.figures = figures;
    }

    @Override
    public String kind() {
        return IncidentFiguresProjection.CORRECT_MONTH;
    }

    @Override
    public void due(Deadline deadline) {
        var month = YearMonth.parse(deadline.key());
        months.handle(
                deadline.stream(),
                CommandContext.of(deadline.tenant(), Actor.SCHEDULER, deadline.due()),
                new CorrectIncidentMonth(month, MonthFigures.of(figures.of(deadline.tenant(), month)), deadline.due()));
    }
}

package nl.waarborg.incident.month.automation;

import java.time.YearMonth;
import nl.waarborg.eventsourcing.Actor;
import nl.waarborg.eventsourcing.CommandContext;
import nl.waarborg.eventsourcing.CommandHandler;
import nl.waarborg.eventsourcing.Deadline;
import nl.waarborg.eventsourcing.DeadlineHandler;
import nl.waarborg.incident.month.domain.IncidentMonth;
import nl.waarborg.incident.month.domain.IncidentMonthCommand;
import nl.waarborg.incident.month.domain.IncidentMonthCommand.CloseIncidentMonth;
import nl.waarborg.incident.month.domain.IncidentMonthEvent;
import nl.waarborg.incident.month.domain.MonthBounds;
import nl.waarborg.incident.month.domain.MonthFigures;
import nl.waarborg.incident.month.projection.IncidentFigures;
import nl.waarborg.incident.month.projection.IncidentFiguresProjection;
import nl.waarborg.tenants.projection.AgreedWithTenants;

/**
 * Closes a month some days after its end with what had happened by then, as long as the agreement lasted into it (INC-062). Months
 * follow each other without a gap from the customer's first report on: one without a report is closed with zeroes, as a month to
 * report on, whether it was lived or came with imported history.
 */
public final class WhenMonthEndedThenClose implements DeadlineHandler {

    private final CommandHandler<IncidentMonthCommand, IncidentMonth, IncidentMonthEvent> months;
    private final IncidentFigures figures;
    private final AgreedWithTenants tenants;
    private final MonthBounds bounds;

    public WhenMonthEndedThenClose(
            CommandHandler<IncidentMonthCommand, IncidentMonth, IncidentMonthEvent> months,
            IncidentFigures figures,
            AgreedWithTenants tenants,
            MonthBounds bounds) {
        this.months = months;
        this.figures = figures;
        this.tenants = tenants;
        this.bounds = bounds;
    }

    @Override
    public String kind() {
        return IncidentFiguresProjection.CLOSE_MONTH;
    }

    @Override
    public boolean closesPeriod() {
        return true;
    }

    @Override
    public void due(Deadline deadline) {
        var tenant = deadline.tenant();
        var month = YearMonth.parse(deadline.key());
        var incidents = figures.asOf(tenant, month, bounds.closes(month));
        var begins = month.atDay(1).atStartOfDay(bounds.zone()).toInstant();
        if (incidents.isEmpty() && tenants.of(tenant).endedAt(begins)) {
            return;
        }
        months.handle(
                deadline.stream(),
                CommandContext.of(tenant, Actor.SCHEDULER, deadline.due()),
                new CloseIncidentMonth(
                        month,
                        MonthFigures.of(incidents),
                        bounds.closes(month),
                        figures.firstMonth(tenant).orElse(month),
                        deadline.due()));
    }
}

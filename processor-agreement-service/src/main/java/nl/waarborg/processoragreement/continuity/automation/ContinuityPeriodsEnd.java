package nl.waarborg.processoragreement.continuity.automation;

import java.time.LocalDate;
import java.util.List;
import nl.waarborg.eventsourcing.Actor;
import nl.waarborg.eventsourcing.CommandContext;
import nl.waarborg.eventsourcing.CommandHandler;
import nl.waarborg.eventsourcing.DeadlineHandler;
import nl.waarborg.eventsourcing.Reaction;
import nl.waarborg.processoragreement.continuity.domain.Continuity;
import nl.waarborg.processoragreement.continuity.domain.ContinuityCommand;
import nl.waarborg.processoragreement.continuity.domain.ContinuityCommand.NoticeEndingPeriod;
import nl.waarborg.processoragreement.continuity.domain.ContinuityEvent;
import nl.waarborg.processoragreement.continuity.projection.ContinuityProjection;

/** The last day of service after a bankruptcy comes near (XSV-051). */
public final class ContinuityPeriodsEnd {

    private ContinuityPeriodsEnd() {}

    public static List<DeadlineHandler> handlers(
            CommandHandler<ContinuityCommand, Continuity, ContinuityEvent> continuity) {
        return List.of(new Reaction(
                ContinuityProjection.ENDING,
                due -> continuity.handle(
                        due.stream(),
                        CommandContext.of(due.tenant(), Actor.SCHEDULER, due.due()),
                        new NoticeEndingPeriod(LocalDate.parse(due.key())))));
    }
}

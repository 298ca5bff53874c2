package nl.waarborg.processoragreement.access.automation;

import java.util.List;
import nl.waarborg.eventsourcing.Actor;
import nl.waarborg.eventsourcing.CommandContext;
import nl.waarborg.eventsourcing.CommandHandler;
import nl.waarborg.eventsourcing.DeadlineHandler;
import nl.waarborg.eventsourcing.Reaction;
import nl.waarborg.processoragreement.access.domain.Access;
import nl.waarborg.processoragreement.access.domain.AccessCommand;
import nl.waarborg.processoragreement.access.domain.AccessCommand.EndTemporaryAccess;
import nl.waarborg.processoragreement.access.domain.AccessEvent;
import nl.waarborg.processoragreement.access.projection.AccessProjection;

/** Temporary access ends by itself (PRA-021). */
public final class TemporaryAccessEnds {

    private TemporaryAccessEnds() {}

    public static List<DeadlineHandler> handlers(CommandHandler<AccessCommand, Access, AccessEvent> access) {
        return List.of(new Reaction(
                AccessProjection.END,
                due -> access.handle(
                        due.stream(),
                        CommandContext.of(due.tenant(), Actor.SCHEDULER, due.due()),
                        new EndTemporaryAccess(true, due.due()))));
    }
}

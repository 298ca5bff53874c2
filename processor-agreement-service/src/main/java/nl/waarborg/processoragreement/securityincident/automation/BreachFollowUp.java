package nl.waarborg.processoragreement.securityincident.automation;

import java.util.List;
import java.util.UUID;
import nl.waarborg.eventsourcing.Actor;
import nl.waarborg.eventsourcing.CommandContext;
import nl.waarborg.eventsourcing.CommandHandler;
import nl.waarborg.eventsourcing.Deadline;
import nl.waarborg.eventsourcing.DeadlineHandler;
import nl.waarborg.eventsourcing.Reaction;
import nl.waarborg.processoragreement.securityincident.BreachRegister;
import nl.waarborg.processoragreement.securityincident.domain.Breach;
import nl.waarborg.processoragreement.securityincident.domain.BreachClock;
import nl.waarborg.processoragreement.securityincident.domain.BreachCommand;
import nl.waarborg.processoragreement.securityincident.domain.BreachCommand.NoticeMissedDeadline;
import nl.waarborg.processoragreement.securityincident.domain.BreachEvent;
import nl.waarborg.processoragreement.securityincident.projection.BreachProjection;
import nl.waarborg.processoragreement.securityincident.projection.RegisterProjection;

/** Each affected customer's breach follows its entry, and each clock is judged when it runs out. */
public final class BreachFollowUp {

    private BreachFollowUp() {}

    public static List<DeadlineHandler> handlers(
            BreachRegister register, CommandHandler<BreachCommand, Breach, BreachEvent> breaches) {
        return List.of(
                new Reaction(
                        RegisterProjection.FOLLOW,
                        due -> register.follow(due.stream().id(), context(due, UUID.fromString(due.key())))),
                new Reaction(
                        BreachProjection.CLOCK,
                        due -> breaches.handle(
                                due.stream(),
                                context(due, due.tenant()),
                                new NoticeMissedDeadline(BreachClock.valueOf(due.key()), due.due()))));
    }

    private static CommandContext context(Deadline due, UUID tenant) {
        return CommandContext.of(tenant, Actor.SCHEDULER, due.due());
    }
}

package nl.waarborg.processoragreement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.util.List;
import nl.waarborg.eventsourcing.CommandHandler;
import nl.waarborg.eventsourcing.EventTypes;
import nl.waarborg.eventsourcing.service.Aggregate;
import nl.waarborg.eventsourcing.service.CommandHandlers;
import nl.waarborg.processoragreement.exit.domain.Exit;
import nl.waarborg.processoragreement.exit.domain.ExitCommand;
import nl.waarborg.processoragreement.exit.domain.ExitDecider;
import nl.waarborg.processoragreement.exit.domain.ExitEvent;
import nl.waarborg.processoragreement.exit.storage.ExitEventTypes;

/** How a customer leaves (XSV-019, XSV-021). Shown from its own events: a customer has one short stream. */
@ApplicationScoped
class ExitAggregate implements Aggregate {

    @Produces
    @ApplicationScoped
    static CommandHandler<ExitCommand, Exit, ExitEvent> exits(CommandHandlers handlers) {
        return handlers.of(new ExitDecider(), ExitEventTypes.EXIT_EVENTS);
    }

    @Override
    public List<EventTypes<?>> eventTypes() {
        return List.of(ExitEventTypes.EXIT_EVENTS);
    }
}

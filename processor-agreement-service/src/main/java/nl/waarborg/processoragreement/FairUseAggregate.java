package nl.waarborg.processoragreement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.util.List;
import nl.waarborg.eventsourcing.CommandHandler;
import nl.waarborg.eventsourcing.EventTypes;
import nl.waarborg.eventsourcing.inbound.Subscription;
import nl.waarborg.eventsourcing.service.Aggregate;
import nl.waarborg.eventsourcing.service.CommandHandlers;
import nl.waarborg.processoragreement.fairuse.automation.MisuseNews;
import nl.waarborg.processoragreement.fairuse.automation.WhenMisuseSignalledThenOpenFairUseCase;
import nl.waarborg.processoragreement.fairuse.domain.FairUse;
import nl.waarborg.processoragreement.fairuse.domain.FairUseCommand;
import nl.waarborg.processoragreement.fairuse.domain.FairUseDecider;
import nl.waarborg.processoragreement.fairuse.domain.FairUseEvent;
import nl.waarborg.processoragreement.fairuse.storage.FairUseEventTypes;

/** Abuse and needless load (XSV-045). Shown from its own events: a customer has one short stream. */
@ApplicationScoped
class FairUseAggregate implements Aggregate {

    private final CommandHandler<FairUseCommand, FairUse, FairUseEvent> cases;

    FairUseAggregate(CommandHandler<FairUseCommand, FairUse, FairUseEvent> cases) {
        this.cases = cases;
    }

    @Produces
    @ApplicationScoped
    static CommandHandler<FairUseCommand, FairUse, FairUseEvent> fairUse(CommandHandlers handlers) {
        return handlers.of(new FairUseDecider(), FairUseEventTypes.FAIR_USE_EVENTS);
    }

    @Override
    public List<EventTypes<?>> eventTypes() {
        return List.of(FairUseEventTypes.FAIR_USE_EVENTS);
    }

    @Override
    public List<Subscription<?>> subscriptions() {
        return List.of(Subscription.to("availability", "misuse", MisuseNews.TYPES)
                .automate(new WhenMisuseSignalledThenOpenFairUseCase(cases)));
    }
}

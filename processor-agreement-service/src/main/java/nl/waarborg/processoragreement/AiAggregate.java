package nl.waarborg.processoragreement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.util.List;
import nl.waarborg.eventsourcing.CommandHandler;
import nl.waarborg.eventsourcing.EventTypes;
import nl.waarborg.eventsourcing.service.Aggregate;
import nl.waarborg.eventsourcing.service.CommandHandlers;
import nl.waarborg.processoragreement.ai.domain.AiOffer;
import nl.waarborg.processoragreement.ai.domain.AiOfferCommand;
import nl.waarborg.processoragreement.ai.domain.AiOfferDecider;
import nl.waarborg.processoragreement.ai.domain.AiOfferEvent;
import nl.waarborg.processoragreement.ai.domain.AiUse;
import nl.waarborg.processoragreement.ai.domain.AiUseCommand;
import nl.waarborg.processoragreement.ai.domain.AiUseDecider;
import nl.waarborg.processoragreement.ai.domain.AiUseEvent;
import nl.waarborg.processoragreement.ai.storage.AiEventTypes;

/** Functions with external AI (XSV-041 to XSV-044). Shown from their own events: a vendor and a customer each have one short stream. */
@ApplicationScoped
class AiAggregate implements Aggregate {

    @Produces
    @ApplicationScoped
    static CommandHandler<AiOfferCommand, AiOffer, AiOfferEvent> offers(CommandHandlers handlers) {
        return handlers.of(new AiOfferDecider(), AiEventTypes.OFFER_EVENTS);
    }

    @Produces
    @ApplicationScoped
    static CommandHandler<AiUseCommand, AiUse, AiUseEvent> uses(CommandHandlers handlers) {
        return handlers.of(new AiUseDecider(), AiEventTypes.USE_EVENTS);
    }

    @Override
    public List<EventTypes<?>> eventTypes() {
        return List.of(AiEventTypes.OFFER_EVENTS, AiEventTypes.USE_EVENTS);
    }
}

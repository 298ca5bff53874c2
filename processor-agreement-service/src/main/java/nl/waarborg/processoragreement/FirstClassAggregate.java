package nl.waarborg.processoragreement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.util.List;
import nl.waarborg.eventsourcing.CommandHandler;
import nl.waarborg.eventsourcing.EventTypes;
import nl.waarborg.eventsourcing.service.Aggregate;
import nl.waarborg.eventsourcing.service.CommandHandlers;
import nl.waarborg.processoragreement.firstclass.domain.FirstClassCare;
import nl.waarborg.processoragreement.firstclass.domain.FirstClassCareCommand;
import nl.waarborg.processoragreement.firstclass.domain.FirstClassCareDecider;
import nl.waarborg.processoragreement.firstclass.domain.FirstClassCareEvent;
import nl.waarborg.processoragreement.firstclass.storage.FirstClassEventTypes;

/** What First Class gives beyond the licence (XSV-025 to XSV-028). Shown from its own events: a customer has one short stream. */
@ApplicationScoped
class FirstClassAggregate implements Aggregate {

    @Produces
    @ApplicationScoped
    static CommandHandler<FirstClassCareCommand, FirstClassCare, FirstClassCareEvent> care(CommandHandlers handlers) {
        return handlers.of(new FirstClassCareDecider(), FirstClassEventTypes.CARE_EVENTS);
    }

    @Override
    public List<EventTypes<?>> eventTypes() {
        return List.of(FirstClassEventTypes.CARE_EVENTS);
    }
}

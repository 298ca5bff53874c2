package nl.waarborg.processoragreement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.util.List;
import nl.waarborg.eventsourcing.CommandHandler;
import nl.waarborg.eventsourcing.EventTypes;
import nl.waarborg.eventsourcing.Projection;
import nl.waarborg.eventsourcing.service.Aggregate;
import nl.waarborg.eventsourcing.service.CommandHandlers;
import nl.waarborg.processoragreement.partner.domain.Partner;
import nl.waarborg.processoragreement.partner.domain.PartnerCommand;
import nl.waarborg.processoragreement.partner.domain.PartnerDecider;
import nl.waarborg.processoragreement.partner.domain.PartnerEvent;
import nl.waarborg.processoragreement.partner.projection.PartnersProjection;
import nl.waarborg.processoragreement.partner.storage.PartnerEventTypes;

/** The register of partners (XSV-053). Nothing of it leaves the service. */
@ApplicationScoped
class PartnerAggregate implements Aggregate {

    @Produces
    @ApplicationScoped
    static CommandHandler<PartnerCommand, Partner, PartnerEvent> partners(CommandHandlers handlers) {
        return handlers.of(new PartnerDecider(), PartnerEventTypes.PARTNER_EVENTS);
    }

    @Override
    public List<EventTypes<?>> eventTypes() {
        return List.of(PartnerEventTypes.PARTNER_EVENTS);
    }

    @Override
    public List<Projection<?>> projections() {
        return List.of(new PartnersProjection());
    }
}

package nl.waarborg.processoragreement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.util.List;
import nl.waarborg.eventsourcing.CommandHandler;
import nl.waarborg.eventsourcing.EventTypes;
import nl.waarborg.eventsourcing.PersonalData;
import nl.waarborg.eventsourcing.Projection;
import nl.waarborg.eventsourcing.service.Aggregate;
import nl.waarborg.eventsourcing.service.CommandHandlers;
import nl.waarborg.processoragreement.organisation.domain.Organisation;
import nl.waarborg.processoragreement.organisation.domain.OrganisationCommand;
import nl.waarborg.processoragreement.organisation.domain.OrganisationDecider;
import nl.waarborg.processoragreement.organisation.domain.OrganisationEvent;
import nl.waarborg.processoragreement.organisation.projection.OrganisationProjection;
import nl.waarborg.processoragreement.organisation.storage.OrganisationEventTypes;

/** Organisation data of customers (XSV-055). Nothing of it leaves the service. */
@ApplicationScoped
class OrganisationAggregate implements Aggregate {

    private final PersonalData personal;

    OrganisationAggregate(PersonalData personal) {
        this.personal = personal;
    }

    @Produces
    @ApplicationScoped
    static CommandHandler<OrganisationCommand, Organisation, OrganisationEvent> organisations(
            CommandHandlers handlers) {
        return handlers.of(new OrganisationDecider(), OrganisationEventTypes.ORGANISATION_EVENTS);
    }

    @Override
    public List<EventTypes<?>> eventTypes() {
        return List.of(OrganisationEventTypes.ORGANISATION_EVENTS);
    }

    @Override
    public List<Projection<?>> projections() {
        return List.of(new OrganisationProjection(personal));
    }
}

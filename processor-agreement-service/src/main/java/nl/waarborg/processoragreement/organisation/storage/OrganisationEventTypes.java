package nl.waarborg.processoragreement.organisation.storage;

import nl.waarborg.eventsourcing.EventTypes;
import nl.waarborg.processoragreement.organisation.domain.Organisation;
import nl.waarborg.processoragreement.organisation.domain.OrganisationEvent;
import nl.waarborg.processoragreement.organisation.domain.OrganisationEvent.OrganisationDataChanged;

/** The stored names of the events of organisation data. */
public final class OrganisationEventTypes {

    public static final EventTypes<OrganisationEvent> ORGANISATION_EVENTS = new EventTypes<>(
                    Organisation.CATEGORY, OrganisationEvent.class)
            .type("organisation-data-changed", OrganisationDataChanged.class);

    private OrganisationEventTypes() {}
}

package nl.waarborg.processoragreement.organisation.domain;

import nl.waarborg.eventsourcing.Decider;
import nl.waarborg.eventsourcing.Decision;
import nl.waarborg.processoragreement.organisation.domain.OrganisationCommand.ChangeOrganisationData;
import nl.waarborg.processoragreement.organisation.domain.OrganisationEvent.OrganisationDataChanged;

/** A customer changes its organisation data itself (XSV-055). */
public final class OrganisationDecider implements Decider<OrganisationCommand, Organisation, OrganisationEvent> {

    @Override
    public Organisation initialState() {
        return new Organisation(null);
    }

    @Override
    public Decision<OrganisationEvent> decide(OrganisationCommand command, Organisation organisation) {
        return switch (command) {
            case ChangeOrganisationData c -> {
                var changed = c.data().changedFrom(organisation.data());
                yield changed.isEmpty()
                        ? Decision.nothing()
                        : Decision.of(new OrganisationDataChanged(changed, c.data(), c.byPersonId(), c.at()));
            }
        };
    }

    @Override
    public Organisation evolve(Organisation organisation, OrganisationEvent event) {
        return switch (event) {
            case OrganisationDataChanged e -> new Organisation(e.data());
        };
    }
}

package nl.waarborg.processoragreement.organisation.domain;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.waarborg.eventsourcing.Personal;
import org.jspecify.annotations.Nullable;

/** Stored forever, on the customer's streams. */
public sealed interface OrganisationEvent {

    /**
     * @param fields which were changed
     * @param data as they are since, for an organisation may be one person; null once the tenant's key was destroyed
     */
    record OrganisationDataChanged(
            List<OrganisationField> fields,
            @Personal @Nullable OrganisationData data,
            @Nullable UUID byPersonId,
            Instant at)
            implements OrganisationEvent {}
}

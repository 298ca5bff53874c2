package nl.waarborg.processoragreement.organisation.domain;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What can be asked about organisation data. */
public sealed interface OrganisationCommand {

    /** @param data all of it; what is absent is removed */
    record ChangeOrganisationData(OrganisationData data, @Nullable UUID byPersonId, Instant at)
            implements OrganisationCommand {}
}

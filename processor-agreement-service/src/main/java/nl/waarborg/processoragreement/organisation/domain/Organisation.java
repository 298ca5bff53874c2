package nl.waarborg.processoragreement.organisation.domain;

import java.util.UUID;
import nl.waarborg.eventsourcing.StreamId;
import org.jspecify.annotations.Nullable;

/** What the rules must know about a customer's organisation. */
public record Organisation(@Nullable OrganisationData data) {

    public static final String CATEGORY = "organisation";

    /** A tenant has one. */
    public static StreamId stream(UUID tenant) {
        return StreamId.natural(CATEGORY, tenant, "");
    }
}

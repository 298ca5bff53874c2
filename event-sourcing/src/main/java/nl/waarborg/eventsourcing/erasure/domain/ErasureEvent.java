package nl.waarborg.eventsourcing.erasure.domain;

import java.time.Instant;
import java.util.UUID;

/** Stored for ever, and without anything personal: what was done with one tenant's data in this service. */
public sealed interface ErasureEvent {

    /** @param confirmedAt when the controller's order was confirmed */
    record ErasureBegun(UUID erasureId, Instant confirmedAt) implements ErasureEvent {}

    /**
     * Not yet: what others posted to Kafka in plain text has not expired, or something else can still be read. Unless it was posted at the
     * last moment, the key is still there.
     *
     * @param posted records of the tenant in the service's inbound topic
     * @param readable places where personal data could still be read
     * @param lookAgainAt when it is tried again
     */
    record ErasurePostponed(UUID erasureId, long posted, long readable, Instant lookAgainAt) implements ErasureEvent {}

    /** Nothing personal of the tenant can be read here any more, in no backup either. */
    record TenantErased(UUID erasureId, Instant erasedAt, ReadBack readBack) implements ErasureEvent {}
}

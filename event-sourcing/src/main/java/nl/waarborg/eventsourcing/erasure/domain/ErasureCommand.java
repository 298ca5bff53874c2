package nl.waarborg.eventsourcing.erasure.domain;

import java.time.Instant;
import java.util.UUID;

/** What can be asked of a tenant's erasure. */
public sealed interface ErasureCommand {

    record BeginErasure(UUID erasureId, Instant confirmedAt) implements ErasureCommand {}

    /** @param lookAgainAt when it is tried again if something can still be read */
    record RecordReadBack(Instant at, ReadBack readBack, Instant lookAgainAt) implements ErasureCommand {}
}

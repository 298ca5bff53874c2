package nl.waarborg.processoragreement.access.domain;

import java.time.Instant;
import java.util.UUID;
import nl.waarborg.eventsourcing.StreamId;
import org.jspecify.annotations.Nullable;

/** What the rules must know about one access. */
public sealed interface Access {

    String CATEGORY = "access";

    static StreamId stream(UUID access) {
        return new StreamId(CATEGORY, access);
    }

    record None() implements Access {}

    record Privileged() implements Access {}

    /** @param until null while it is not approved */
    record Temporary(UUID accessId, UUID employeeId, @Nullable Instant until, boolean ended) implements Access {}

    record Granted(UUID accessId, boolean withdrawn) implements Access {}
}

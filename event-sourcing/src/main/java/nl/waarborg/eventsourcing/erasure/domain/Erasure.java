package nl.waarborg.eventsourcing.erasure.domain;

import java.util.UUID;
import nl.waarborg.eventsourcing.StreamId;
import org.jspecify.annotations.Nullable;

/** How far one tenant's erasure is in this service. */
public record Erasure(@Nullable UUID begun, boolean erased) {

    public static final String CATEGORY = "tenant-erasure";

    /** A tenant is erased once. */
    public static StreamId stream(UUID tenant) {
        return StreamId.natural(CATEGORY, tenant, "erasure");
    }
}

package nl.waarborg.availability.system.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A server; one that nobody registered may fail all the same. */
public sealed interface Server {

    /** @param standby null while nobody registered it */
    record Working(@Nullable String systemId, @Nullable Boolean standby) implements Server {}

    /** @param replacedBy the server that stepped in; null while none did */
    record Failed(Instant since, @Nullable String replacedBy) implements Server {}
}

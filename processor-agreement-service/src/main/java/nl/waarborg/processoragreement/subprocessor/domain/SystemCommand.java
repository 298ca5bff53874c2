package nl.waarborg.processoragreement.subprocessor.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What can be asked of the register of systems. */
public sealed interface SystemCommand {

    record RegisterProcessingSystem(
            String provider,
            String name,
            String purpose,
            @Nullable String supplier,
            @Nullable String certificate,
            String storageRegion,
            Instant at)
            implements SystemCommand {}
}

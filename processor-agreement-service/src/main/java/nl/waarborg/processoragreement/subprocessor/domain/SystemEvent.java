package nl.waarborg.processoragreement.subprocessor.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Stored forever, on the platform's streams: a system with which a vendor works (PRA-045). */
public sealed interface SystemEvent {

    /** @param supplier who runs it; null: the vendor itself */
    record ProcessingSystemRegistered(
            String provider,
            String name,
            String purpose,
            @Nullable String supplier,
            @Nullable String certificate,
            String storageRegion,
            Instant at)
            implements SystemEvent {}
}

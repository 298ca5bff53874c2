package nl.waarborg.availability.release.domain;

import java.time.Instant;
import java.util.UUID;
import nl.waarborg.eventsourcing.Personal;
import org.jspecify.annotations.Nullable;

/** Stored forever. Changing a component needs an upcaster and a new sample in stored-events. Times are business times, UTC. */
public sealed interface MigrationEvent {

    UUID migrationId();

    /**
     * @param insideOfficeHours in the hours that are avoided as much as possible (AVL-042)
     * @param deviates from the delivery policy, for a day by law (AVL-040), with the reason
     * @param finalBy when the date becomes final; null: nothing is promised (AVL-038)
     * @param acceptance the customer has an acceptance environment, so the lead time holds (AVL-043)
     */
    record MigrationScheduled(
            UUID migrationId,
            UUID releaseId,
            String provider,
            Instant plannedAt,
            boolean insideOfficeHours,
            boolean deviates,
            @Personal @Nullable String deviationReason,
            @Nullable Instant finalBy,
            boolean acceptance,
            Instant at)
            implements MigrationEvent {}

    /** @param by the customer's person who moved it or agreed; null: nobody of the customer */
    record MigrationMoved(
            UUID migrationId,
            UUID releaseId,
            Instant from,
            Instant to,
            boolean insideOfficeHours,
            MoveGround ground,
            @Nullable UUID by,
            @Personal @Nullable String reason,
            @Nullable Instant finalBy,
            Instant at)
            implements MigrationEvent {}

    record MigrationMoveRefused(UUID migrationId, Instant from, Instant to, MoveRefusal reason, Instant at)
            implements MigrationEvent {}

    /** The customer does without the three weeks on acceptance (OP-33). */
    record AcceptanceLeadTimeWaived(UUID migrationId, @Nullable UUID by, Instant at) implements MigrationEvent {}

    /** @param inTime as early as promised; only an emergency makes it otherwise */
    record MigrationDateFixed(UUID migrationId, UUID releaseId, Instant plannedAt, boolean inTime, Instant at)
            implements MigrationEvent {}

    record MigrationStarted(UUID migrationId, UUID releaseId, String provider, Instant at) implements MigrationEvent {}

    /**
     * @param unavailableSeconds how long the data could not be reached
     * @param asExperienced within what experience says; null where it says nothing
     */
    record MigrationCompleted(
            UUID migrationId,
            Instant startedAt,
            int unavailableSeconds,
            ConversionFactors factors,
            @Nullable Boolean asExperienced,
            Instant at)
            implements MigrationEvent {}
}

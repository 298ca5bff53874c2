package nl.waarborg.availability.outage.domain;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import nl.waarborg.availability.system.domain.Component;
import nl.waarborg.availability.system.domain.EnvironmentKind;
import org.jspecify.annotations.Nullable;

/**
 * Stored forever. Changing a component needs an upcaster and a new sample in stored-events. Messages are published as they are: they
 * hold no personal data.
 */
public sealed interface OutageEvent {

    /** The outage; also the id of its stream. */
    UUID outageId();

    /** When it was said, UTC. */
    Instant at();

    /**
     * @param reference the monitor's own name of it, unique within the vendor; null where a person raised it
     * @param systems registered systems that it touches, possibly none named
     * @param environmentKind other than {@code PRODUCTION} it counts nowhere (AVL-033)
     * @param ofTenant the one customer whose environment it is; null where it is of the platform. Then it counts in that customer's figures
     *     alone
     * @param affectedTenants customers that it touches; empty: all of the vendor's
     * @param startedAt whole seconds, UTC
     * @param expectedRecoveryAt null: it cannot be said
     * @param nextUpdateAt when the next news is promised
     * @param incidents that report the same matter
     * @param by the person; null where a monitor did it
     */
    record OutageStarted(
            UUID outageId,
            String provider,
            @Nullable String reference,
            Set<Component> components,
            Set<String> systems,
            EnvironmentKind environmentKind,
            @Nullable UUID ofTenant,
            Set<UUID> affectedTenants,
            Instant startedAt,
            @Nullable String errorMessage,
            @Nullable Instant expectedRecoveryAt,
            @Nullable Instant nextUpdateAt,
            Set<UUID> incidents,
            @Nullable UUID by,
            Instant at)
            implements OutageEvent {}

    /** @param expectedRecoveryAt as revised; null: it cannot be said (any longer) */
    record OutageUpdated(
            UUID outageId,
            @Nullable String message,
            @Nullable Instant expectedRecoveryAt,
            @Nullable Instant nextUpdateAt,
            Set<UUID> incidents,
            @Nullable UUID by,
            Instant at)
            implements OutageEvent {}

    /** @param approvedBy the second person, where a month was closed already */
    record OutageClassified(
            UUID outageId,
            Classification classification,
            @Nullable String reason,
            @Nullable UUID by,
            @Nullable UUID approvedBy,
            Instant at)
            implements OutageEvent {}

    /** @param endedAt exclusive, whole seconds, UTC */
    record OutageEnded(UUID outageId, Instant endedAt, @Nullable String message, @Nullable UUID by, Instant at)
            implements OutageEvent {}

    /** It began or ended at another time than was said. */
    record OutageTimesCorrected(
            UUID outageId, OutageTimes times, String reason, @Nullable UUID by, @Nullable UUID approvedBy, Instant at)
            implements OutageEvent {}

    /** It was none, such as a fault of the monitor. */
    record OutageWithdrawn(UUID outageId, String reason, @Nullable UUID by, @Nullable UUID approvedBy, Instant at)
            implements OutageEvent {}

    record DowntimeExcluded(
            UUID outageId, Exclusion exclusion, @Nullable UUID by, @Nullable UUID approvedBy, Instant at)
            implements OutageEvent {}

    record DowntimeExclusionWithdrawn(
            UUID outageId, UUID exclusionId, String reason, @Nullable UUID by, @Nullable UUID approvedBy, Instant at)
            implements OutageEvent {}

    /** A change that touches a closed month waits for a second person. */
    record OutageChangeProposed(
            UUID outageId, UUID proposalId, ProposedChange change, String reason, UUID by, Instant at)
            implements OutageEvent {}

    record OutageChangeDeclined(UUID outageId, UUID proposalId, String reason, UUID by, Instant at)
            implements OutageEvent {}
}

package nl.waarborg.incident.investigationcopy.domain;

import java.time.Instant;
import java.util.UUID;
import nl.waarborg.eventsourcing.Personal;
import org.jspecify.annotations.Nullable;

/** Stored forever. Changing a component needs an upcaster and a new sample in stored-events. */
public sealed interface InvestigationCopyEvent {

    UUID copyId();

    UUID incidentId();

    record InvestigationCopyRequested(
            UUID copyId, UUID incidentId, UUID environmentId, UUID agentId, Instant requestedAt)
            implements InvestigationCopyEvent {}

    /**
     * The maximum age runs from here (OP-17).
     *
     * @param oldestUntil when it reaches its maximum age; null where the agreement has none
     * @param orderAt when its deletion is ordered for its age; null together with {@code oldestUntil}
     */
    record InvestigationCopyProvisioned(
            UUID copyId,
            UUID incidentId,
            Instant provisionedAt,
            @Nullable Instant oldestUntil,
            @Nullable Instant orderAt)
            implements InvestigationCopyEvent {}

    record InvestigationCopyAccessed(
            UUID copyId, UUID incidentId, UUID employeeId, @Personal @Nullable String purpose, Instant at)
            implements InvestigationCopyEvent {}

    /**
     * The latest moment of deletion, first or new: the earlier of the incident's closing and the maximum age wins (OP-17).
     *
     * @param deleteBefore exclusive
     * @param orderAt when the deletion is ordered from backup-service
     */
    record InvestigationCopyDeletionScheduled(
            UUID copyId, UUID incidentId, Instant deleteBefore, Instant orderAt, DeletionCause cause)
            implements InvestigationCopyEvent {}

    /** The incident was reopened before the copy was ordered away (OP-16). */
    record InvestigationCopyDeletionCancelled(UUID copyId, UUID incidentId, Instant at)
            implements InvestigationCopyEvent {}

    record InvestigationCopyDeletionOrdered(
            UUID copyId, UUID incidentId, Instant deleteBefore, DeletionCause cause, Instant at)
            implements InvestigationCopyEvent {}

    /** The latest moment passed without a proof of deletion. */
    record InvestigationCopyDeletionOverdue(UUID copyId, UUID incidentId, Instant deleteBefore)
            implements InvestigationCopyEvent {}

    /**
     * @param proofId the id of backup-service's event
     * @param late whether it was deleted after its latest moment; by the time of deletion, not of its arrival
     */
    record InvestigationCopyClosed(UUID copyId, UUID incidentId, Instant deletedAt, UUID proofId, boolean late)
            implements InvestigationCopyEvent {}
}

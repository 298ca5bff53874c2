package nl.waarborg.incident.investigationcopy.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What can be asked of an investigation copy. Times are business times, UTC; terms are facts of the time of the command. */
public sealed interface InvestigationCopyCommand {

    UUID copyId();

    /**
     * @param environmentId the customer environment to copy
     * @param incidentOpen a fact: the incident exists with this tenant and is neither handled nor lapsed
     */
    record RequestInvestigationCopy(
            UUID copyId, UUID incidentId, UUID environmentId, UUID agentId, boolean incidentOpen, Instant at)
            implements InvestigationCopyCommand {}

    /**
     * The copy is there, says backup-service.
     *
     * @param oldestUntil a fact: {@code provisionedAt} plus the term {@code investigationCopy.maxAge}; null where the agreement has none
     * @param orderAhead how long before its latest moment a deletion is ordered, so that it is done in time
     */
    record RecordProvision(UUID copyId, Instant provisionedAt, @Nullable Instant oldestUntil, Duration orderAhead)
            implements InvestigationCopyCommand {}

    /** @param purpose why the employee looked, free text */
    record RecordInvestigationCopyAccess(UUID copyId, UUID employeeId, String purpose, Instant at)
            implements InvestigationCopyCommand {}

    /**
     * The incident is closed.
     *
     * @param deleteBefore a fact: {@code closedAt} plus the term {@code investigationCopy.deleteAfterClose}; null where the
     *     agreement has none
     */
    record ScheduleDeletion(
            UUID copyId, DeletionCause cause, Instant closedAt, @Nullable Instant deleteBefore, Duration orderAhead)
            implements InvestigationCopyCommand {}

    /** The incident was reopened (OP-16). */
    record CancelDeletion(UUID copyId, Instant reopenedAt) implements InvestigationCopyCommand {}

    /** Issued by the clock when a deletion falls due. */
    record OrderInvestigationCopyDeletion(UUID copyId, Instant at) implements InvestigationCopyCommand {}

    /** Issued by the clock at the latest moment of deletion. */
    record NoticeOverdueDeletion(UUID copyId, Instant at) implements InvestigationCopyCommand {}

    /** The copy is gone, says backup-service: the proof of deletion. */
    record RecordDeletion(UUID copyId, Instant deletedAt, UUID proofId) implements InvestigationCopyCommand {}
}

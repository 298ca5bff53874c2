package nl.waarborg.incident.investigationcopy.publication;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import nl.waarborg.eventsourcing.PublishedEvent;
import nl.waarborg.incident.investigationcopy.domain.InvestigationCopyEvent;
import nl.waarborg.incident.investigationcopy.domain.InvestigationCopyEvent.InvestigationCopyAccessed;
import nl.waarborg.incident.investigationcopy.domain.InvestigationCopyEvent.InvestigationCopyClosed;
import nl.waarborg.incident.investigationcopy.domain.InvestigationCopyEvent.InvestigationCopyDeletionCancelled;
import nl.waarborg.incident.investigationcopy.domain.InvestigationCopyEvent.InvestigationCopyDeletionOrdered;
import nl.waarborg.incident.investigationcopy.domain.InvestigationCopyEvent.InvestigationCopyDeletionOverdue;
import nl.waarborg.incident.investigationcopy.domain.InvestigationCopyEvent.InvestigationCopyDeletionScheduled;
import nl.waarborg.incident.investigationcopy.domain.InvestigationCopyEvent.InvestigationCopyProvisioned;
import nl.waarborg.incident.investigationcopy.domain.InvestigationCopyEvent.InvestigationCopyRequested;

/** backup-service provides and deletes copies; processor-agreement-service shows who looked at them. */
public final class PublishedInvestigationCopy {

    private PublishedInvestigationCopy() {}

    record RequestedV1(UUID copyId, UUID incidentId, UUID environmentId, UUID agentId, Instant requestedAt) {}

    record DeletionOrderedV1(UUID copyId, UUID incidentId, Instant deleteBefore, String cause) {}

    record AccessedV1(UUID copyId, UUID incidentId, UUID employeeId, Instant at) {}

    public static Optional<PublishedEvent> from(InvestigationCopyEvent event) {
        return switch (event) {
            case InvestigationCopyRequested e ->
                Optional.of(new PublishedEvent(
                        "nl.waarborg.incident.investigation-copy-requested.v1",
                        new RequestedV1(e.copyId(), e.incidentId(), e.environmentId(), e.agentId(), e.requestedAt())));
            case InvestigationCopyDeletionOrdered e ->
                Optional.of(new PublishedEvent(
                        "nl.waarborg.incident.investigation-copy-deletion-ordered.v1",
                        new DeletionOrderedV1(
                                e.copyId(),
                                e.incidentId(),
                                e.deleteBefore(),
                                e.cause().name())));
            case InvestigationCopyAccessed e ->
                Optional.of(new PublishedEvent(
                        "nl.waarborg.incident.investigation-copy-accessed.v1",
                        new AccessedV1(e.copyId(), e.incidentId(), e.employeeId(), e.at())));
            case InvestigationCopyProvisioned _,
                    InvestigationCopyDeletionScheduled _,
                    InvestigationCopyDeletionCancelled _,
                    InvestigationCopyDeletionOverdue _,
                    InvestigationCopyClosed _ -> Optional.empty();
        };
    }
}

package nl.waarborg.incident.investigationcopy.storage;

import java.util.UUID;
import nl.waarborg.eventsourcing.EventTypes;
import nl.waarborg.eventsourcing.StreamId;
import nl.waarborg.incident.investigationcopy.domain.InvestigationCopyEvent;
import nl.waarborg.incident.investigationcopy.domain.InvestigationCopyEvent.InvestigationCopyAccessed;
import nl.waarborg.incident.investigationcopy.domain.InvestigationCopyEvent.InvestigationCopyClosed;
import nl.waarborg.incident.investigationcopy.domain.InvestigationCopyEvent.InvestigationCopyDeletionCancelled;
import nl.waarborg.incident.investigationcopy.domain.InvestigationCopyEvent.InvestigationCopyDeletionOrdered;
import nl.waarborg.incident.investigationcopy.domain.InvestigationCopyEvent.InvestigationCopyDeletionOverdue;
import nl.waarborg.incident.investigationcopy.domain.InvestigationCopyEvent.InvestigationCopyDeletionScheduled;
import nl.waarborg.incident.investigationcopy.domain.InvestigationCopyEvent.InvestigationCopyProvisioned;
import nl.waarborg.incident.investigationcopy.domain.InvestigationCopyEvent.InvestigationCopyRequested;

/** Names under which the events of copies are stored, for ever. */
public final class InvestigationCopyEventTypes {

    public static final EventTypes<InvestigationCopyEvent> COPY_EVENTS = new EventTypes<>(
                    "investigation-copy", InvestigationCopyEvent.class)
            .type("investigation-copy-requested", InvestigationCopyRequested.class)
            .type("investigation-copy-provisioned", InvestigationCopyProvisioned.class)
            .type("investigation-copy-accessed", InvestigationCopyAccessed.class)
            .type("investigation-copy-deletion-scheduled", InvestigationCopyDeletionScheduled.class)
            .type("investigation-copy-deletion-cancelled", InvestigationCopyDeletionCancelled.class)
            .type("investigation-copy-deletion-ordered", InvestigationCopyDeletionOrdered.class)
            .type("investigation-copy-deletion-overdue", InvestigationCopyDeletionOverdue.class)
            .type("investigation-copy-closed", InvestigationCopyClosed.class);

    private InvestigationCopyEventTypes() {}

    public static StreamId stream(UUID copy) {
        return new StreamId(COPY_EVENTS.category(), copy);
    }
}

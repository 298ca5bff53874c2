package nl.waarborg.incident;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.util.List;
import java.util.Optional;
import nl.waarborg.eventsourcing.CommandHandler;
import nl.waarborg.eventsourcing.DeadlineHandler;
import nl.waarborg.eventsourcing.EventTypes;
import nl.waarborg.eventsourcing.PersonalData;
import nl.waarborg.eventsourcing.Projection;
import nl.waarborg.eventsourcing.PublishedEvent;
import nl.waarborg.eventsourcing.RecordedEvent;
import nl.waarborg.eventsourcing.inbound.Subscription;
import nl.waarborg.eventsourcing.service.Aggregate;
import nl.waarborg.eventsourcing.service.CommandHandlers;
import nl.waarborg.incident.investigationcopy.automation.BackupEvent;
import nl.waarborg.incident.investigationcopy.automation.CopyCare;
import nl.waarborg.incident.investigationcopy.domain.InvestigationCopy;
import nl.waarborg.incident.investigationcopy.domain.InvestigationCopyCommand;
import nl.waarborg.incident.investigationcopy.domain.InvestigationCopyDecider;
import nl.waarborg.incident.investigationcopy.domain.InvestigationCopyEvent;
import nl.waarborg.incident.investigationcopy.projection.CopiesOfClosedIncidents;
import nl.waarborg.incident.investigationcopy.projection.InvestigationCopiesProjection;
import nl.waarborg.incident.investigationcopy.publication.PublishedInvestigationCopy;
import nl.waarborg.incident.investigationcopy.storage.InvestigationCopyEventTypes;

/** Investigation copies, until they are proved to be gone (INC-049 to INC-052). */
@ApplicationScoped
class InvestigationCopyAggregate implements Aggregate {

    private final CopyCare care;
    private final PersonalData personal;

    InvestigationCopyAggregate(CopyCare care, PersonalData personal) {
        this.care = care;
        this.personal = personal;
    }

    @Produces
    @ApplicationScoped
    static CommandHandler<InvestigationCopyCommand, InvestigationCopy, InvestigationCopyEvent> copies(
            CommandHandlers handlers) {
        return handlers.of(new InvestigationCopyDecider(), InvestigationCopyEventTypes.COPY_EVENTS);
    }

    @Override
    public List<EventTypes<?>> eventTypes() {
        return List.of(InvestigationCopyEventTypes.COPY_EVENTS);
    }

    @Override
    public List<Projection<?>> projections() {
        return List.of(new InvestigationCopiesProjection(personal), new CopiesOfClosedIncidents());
    }

    @Override
    public Optional<PublishedEvent> publish(RecordedEvent<?> recorded) {
        return recorded.event() instanceof InvestigationCopyEvent event
                ? PublishedInvestigationCopy.from(event)
                : Optional.empty();
    }

    @Override
    public List<Subscription<?>> subscriptions() {
        return List.of(Subscription.to("backup", "environment-copies", BackupEvent.TYPES)
                .automate(care));
    }

    @Override
    public List<DeadlineHandler> deadlineHandlers() {
        return care.reactions();
    }
}

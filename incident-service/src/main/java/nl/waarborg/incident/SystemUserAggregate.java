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
import nl.waarborg.incident.systemuser.automation.AccessCare;
import nl.waarborg.incident.systemuser.domain.SupportPlus;
import nl.waarborg.incident.systemuser.domain.SupportPlusCommand;
import nl.waarborg.incident.systemuser.domain.SupportPlusDecider;
import nl.waarborg.incident.systemuser.domain.SupportPlusEvent;
import nl.waarborg.incident.systemuser.domain.SystemUserAccess;
import nl.waarborg.incident.systemuser.domain.SystemUserAccessCommand;
import nl.waarborg.incident.systemuser.domain.SystemUserAccessDecider;
import nl.waarborg.incident.systemuser.domain.SystemUserAccessEvent;
import nl.waarborg.incident.systemuser.projection.AccessCauseEvent;
import nl.waarborg.incident.systemuser.projection.AccessOfIncidentsProjection;
import nl.waarborg.incident.systemuser.projection.ConductCertificatesProjection;
import nl.waarborg.incident.systemuser.projection.SupportPlusProjection;
import nl.waarborg.incident.systemuser.projection.SystemUserAccessProjection;
import nl.waarborg.incident.systemuser.publication.PublishedSystemUserAccess;
import nl.waarborg.incident.systemuser.storage.SystemUserEventTypes;

/** System users and Support+ (INC-053 to INC-057). */
@ApplicationScoped
class SystemUserAggregate implements Aggregate {

    private final AccessCare care;
    private final PersonalData personal;

    SystemUserAggregate(AccessCare care, PersonalData personal) {
        this.care = care;
        this.personal = personal;
    }

    @Produces
    @ApplicationScoped
    static CommandHandler<SystemUserAccessCommand, SystemUserAccess, SystemUserAccessEvent> accesses(
            CommandHandlers handlers) {
        return handlers.of(new SystemUserAccessDecider(), SystemUserEventTypes.ACCESS_EVENTS);
    }

    @Produces
    @ApplicationScoped
    static CommandHandler<SupportPlusCommand, SupportPlus, SupportPlusEvent> supportPlus(CommandHandlers handlers) {
        return handlers.of(new SupportPlusDecider(), SystemUserEventTypes.SUPPORT_PLUS_EVENTS);
    }

    @Override
    public List<EventTypes<?>> eventTypes() {
        return List.of(SystemUserEventTypes.ACCESS_EVENTS, SystemUserEventTypes.SUPPORT_PLUS_EVENTS);
    }

    @Override
    public List<Projection<?>> projections() {
        return List.of(
                new SystemUserAccessProjection(personal),
                new AccessOfIncidentsProjection(),
                new SupportPlusProjection());
    }

    @Override
    public Optional<PublishedEvent> publish(RecordedEvent<?> recorded) {
        return recorded.event() instanceof SystemUserAccessEvent event
                ? PublishedSystemUserAccess.from(event)
                : Optional.empty();
    }

    @Override
    public List<Subscription<?>> subscriptions() {
        return List.of(Subscription.to("processor-agreement", "access-causes", AccessCauseEvent.TYPES)
                .project(new ConductCertificatesProjection())
                .automate(care));
    }

    @Override
    public List<DeadlineHandler> deadlineHandlers() {
        return care.reactions();
    }
}

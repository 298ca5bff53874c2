package nl.waarborg.processoragreement;

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
import nl.waarborg.processoragreement.access.automation.TemporaryAccessEnds;
import nl.waarborg.processoragreement.access.domain.Access;
import nl.waarborg.processoragreement.access.domain.AccessCommand;
import nl.waarborg.processoragreement.access.domain.AccessDecider;
import nl.waarborg.processoragreement.access.domain.AccessEvent;
import nl.waarborg.processoragreement.access.domain.StaffCommand;
import nl.waarborg.processoragreement.access.domain.StaffDecider;
import nl.waarborg.processoragreement.access.domain.StaffEvent;
import nl.waarborg.processoragreement.access.projection.AccessProjection;
import nl.waarborg.processoragreement.access.projection.StaffProjection;
import nl.waarborg.processoragreement.access.projection.SupportAccessEvent;
import nl.waarborg.processoragreement.access.projection.SupportAccessProjection;
import nl.waarborg.processoragreement.access.publication.PublishedStaff;
import nl.waarborg.processoragreement.access.storage.AccessEventTypes;

/** Access to customers' data, and the staff that may have it (PRA-016, PRA-020 to PRA-023). Published: certificates of conduct. */
@ApplicationScoped
class AccessAggregate implements Aggregate {

    private final CommandHandler<AccessCommand, Access, AccessEvent> access;
    private final PersonalData personal;

    AccessAggregate(CommandHandler<AccessCommand, Access, AccessEvent> access, PersonalData personal) {
        this.access = access;
        this.personal = personal;
    }

    @Produces
    @ApplicationScoped
    static CommandHandler<AccessCommand, Access, AccessEvent> access(CommandHandlers handlers) {
        return handlers.of(new AccessDecider(), AccessEventTypes.ACCESS_EVENTS);
    }

    @Produces
    @ApplicationScoped
    static CommandHandler<StaffCommand, StaffDecider.OnRecord, StaffEvent> staff(CommandHandlers handlers) {
        return handlers.of(new StaffDecider(), AccessEventTypes.STAFF_EVENTS);
    }

    @Override
    public List<EventTypes<?>> eventTypes() {
        return List.of(AccessEventTypes.ACCESS_EVENTS, AccessEventTypes.STAFF_EVENTS);
    }

    @Override
    public List<Projection<?>> projections() {
        return List.of(new AccessProjection(personal), new StaffProjection());
    }

    @Override
    public Optional<PublishedEvent> publish(RecordedEvent<?> recorded) {
        return recorded.event() instanceof StaffEvent event ? PublishedStaff.from(event) : Optional.empty();
    }

    @Override
    public List<Subscription<?>> subscriptions() {
        return List.of(Subscription.to("incident", "support-access", SupportAccessEvent.TYPES)
                .project(new SupportAccessProjection()));
    }

    @Override
    public List<DeadlineHandler> deadlineHandlers() {
        return TemporaryAccessEnds.handlers(access);
    }
}

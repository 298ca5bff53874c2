package nl.waarborg.availability.system;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.util.List;
import java.util.Optional;
import nl.waarborg.availability.system.api.PostedServers;
import nl.waarborg.availability.system.domain.DataCentre;
import nl.waarborg.availability.system.domain.DataCentreCommand;
import nl.waarborg.availability.system.domain.DataCentreDecider;
import nl.waarborg.availability.system.domain.DataCentreEvent;
import nl.waarborg.availability.system.domain.MonitoredSystem;
import nl.waarborg.availability.system.domain.MonitoredSystemCommand;
import nl.waarborg.availability.system.domain.MonitoredSystemDecider;
import nl.waarborg.availability.system.domain.MonitoredSystemEvent;
import nl.waarborg.availability.system.domain.Server;
import nl.waarborg.availability.system.domain.ServerCommand;
import nl.waarborg.availability.system.domain.ServerDecider;
import nl.waarborg.availability.system.domain.ServerEvent;
import nl.waarborg.availability.system.projection.DataCentresProjection;
import nl.waarborg.availability.system.projection.ServersProjection;
import nl.waarborg.availability.system.projection.SystemsProjection;
import nl.waarborg.availability.system.publication.PublishedServerEvent;
import nl.waarborg.availability.system.storage.SystemEventTypes;
import nl.waarborg.eventsourcing.CommandHandler;
import nl.waarborg.eventsourcing.EventTypes;
import nl.waarborg.eventsourcing.Projection;
import nl.waarborg.eventsourcing.PublishedEvent;
import nl.waarborg.eventsourcing.RecordedEvent;
import nl.waarborg.eventsourcing.inbound.PostedType;
import nl.waarborg.eventsourcing.service.Aggregate;
import nl.waarborg.eventsourcing.service.CommandHandlers;

/** Systems, data centres and servers (AVL-011, AVL-029, AVL-044, AVL-045). */
@ApplicationScoped
class SystemAggregate implements Aggregate {

    private final PostedServers posted;

    SystemAggregate(PostedServers posted) {
        this.posted = posted;
    }

    @Produces
    @ApplicationScoped
    static CommandHandler<MonitoredSystemCommand, MonitoredSystem, MonitoredSystemEvent> systems(
            CommandHandlers handlers) {
        return handlers.of(new MonitoredSystemDecider(), SystemEventTypes.SYSTEM_EVENTS);
    }

    @Produces
    @ApplicationScoped
    static CommandHandler<DataCentreCommand, DataCentre, DataCentreEvent> dataCentres(CommandHandlers handlers) {
        return handlers.of(new DataCentreDecider(), SystemEventTypes.DATA_CENTRE_EVENTS);
    }

    @Produces
    @ApplicationScoped
    static CommandHandler<ServerCommand, Server, ServerEvent> servers(CommandHandlers handlers) {
        return handlers.of(new ServerDecider(), SystemEventTypes.SERVER_EVENTS);
    }

    @Override
    public List<EventTypes<?>> eventTypes() {
        return List.of(
                SystemEventTypes.SYSTEM_EVENTS, SystemEventTypes.DATA_CENTRE_EVENTS, SystemEventTypes.SERVER_EVENTS);
    }

    @Override
    public List<Projection<?>> projections() {
        return List.of(new SystemsProjection(), new DataCentresProjection(), new ServersProjection());
    }

    @Override
    public Optional<PublishedEvent> publish(RecordedEvent<?> recorded) {
        return recorded.event() instanceof ServerEvent event ? PublishedServerEvent.from(event) : Optional.empty();
    }

    @Override
    public List<PostedType<?>> postedTypes() {
        return posted.types();
    }
}

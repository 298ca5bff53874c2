package nl.waarborg.processoragreement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.util.List;
import java.util.Optional;
import nl.waarborg.eventsourcing.CommandHandler;
import nl.waarborg.eventsourcing.EventTypes;
import nl.waarborg.eventsourcing.PersonalData;
import nl.waarborg.eventsourcing.Projection;
import nl.waarborg.eventsourcing.PublishedEvent;
import nl.waarborg.eventsourcing.RecordedEvent;
import nl.waarborg.eventsourcing.service.Aggregate;
import nl.waarborg.eventsourcing.service.CommandHandlers;
import nl.waarborg.processoragreement.subprocessor.domain.ConsentCommand;
import nl.waarborg.processoragreement.subprocessor.domain.ConsentDecider;
import nl.waarborg.processoragreement.subprocessor.domain.ConsentEvent;
import nl.waarborg.processoragreement.subprocessor.domain.Subprocessor;
import nl.waarborg.processoragreement.subprocessor.domain.SubprocessorCommand;
import nl.waarborg.processoragreement.subprocessor.domain.SubprocessorDecider;
import nl.waarborg.processoragreement.subprocessor.domain.SubprocessorEvent;
import nl.waarborg.processoragreement.subprocessor.domain.SystemCommand;
import nl.waarborg.processoragreement.subprocessor.domain.SystemDecider;
import nl.waarborg.processoragreement.subprocessor.domain.SystemEvent;
import nl.waarborg.processoragreement.subprocessor.projection.ConsentsProjection;
import nl.waarborg.processoragreement.subprocessor.projection.SubprocessorsProjection;
import nl.waarborg.processoragreement.subprocessor.projection.SystemsProjection;
import nl.waarborg.processoragreement.subprocessor.publication.PublishedSubprocessor;
import nl.waarborg.processoragreement.subprocessor.storage.SubprocessorEventTypes;

/** Sub-processors and other suppliers (PRA-036 to PRA-045). Published: that one started, and that one changes. */
@ApplicationScoped
class SubprocessorAggregate implements Aggregate {

    private final PersonalData personal;

    SubprocessorAggregate(PersonalData personal) {
        this.personal = personal;
    }

    @Produces
    @ApplicationScoped
    static CommandHandler<SubprocessorCommand, Subprocessor, SubprocessorEvent> subprocessors(
            CommandHandlers handlers) {
        return handlers.of(new SubprocessorDecider(), SubprocessorEventTypes.SUBPROCESSOR_EVENTS);
    }

    @Produces
    @ApplicationScoped
    static CommandHandler<ConsentCommand, ConsentDecider.State, ConsentEvent> consents(CommandHandlers handlers) {
        return handlers.of(new ConsentDecider(), SubprocessorEventTypes.CONSENT_EVENTS);
    }

    @Produces
    @ApplicationScoped
    static CommandHandler<SystemCommand, SystemDecider.State, SystemEvent> systems(CommandHandlers handlers) {
        return handlers.of(new SystemDecider(), SubprocessorEventTypes.SYSTEM_EVENTS);
    }

    @Override
    public List<EventTypes<?>> eventTypes() {
        return List.of(
                SubprocessorEventTypes.SUBPROCESSOR_EVENTS,
                SubprocessorEventTypes.CONSENT_EVENTS,
                SubprocessorEventTypes.SYSTEM_EVENTS);
    }

    @Override
    public List<Projection<?>> projections() {
        return List.of(
                new SubprocessorsProjection(personal), new ConsentsProjection(personal), new SystemsProjection());
    }

    @Override
    public Optional<PublishedEvent> publish(RecordedEvent<?> recorded) {
        return recorded.event() instanceof SubprocessorEvent event
                ? PublishedSubprocessor.from(event)
                : Optional.empty();
    }
}

package nl.waarborg.processoragreement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import nl.waarborg.eventsourcing.CommandHandler;
import nl.waarborg.eventsourcing.EventTypes;
import nl.waarborg.eventsourcing.Projection;
import nl.waarborg.eventsourcing.PublishedEvent;
import nl.waarborg.eventsourcing.RecordedEvent;
import nl.waarborg.eventsourcing.inbound.Subscription;
import nl.waarborg.eventsourcing.service.Aggregate;
import nl.waarborg.eventsourcing.service.CommandHandlers;
import nl.waarborg.processoragreement.disposition.DispositionSettings;
import nl.waarborg.processoragreement.disposition.automation.WhenServiceErasedThenRecord;
import nl.waarborg.processoragreement.disposition.domain.Disposition;
import nl.waarborg.processoragreement.disposition.domain.DispositionCommand;
import nl.waarborg.processoragreement.disposition.domain.DispositionDecider;
import nl.waarborg.processoragreement.disposition.domain.DispositionEvent;
import nl.waarborg.processoragreement.disposition.projection.ChoicesProjection;
import nl.waarborg.processoragreement.disposition.publication.PublishedDispositionEvent;
import nl.waarborg.processoragreement.disposition.storage.DispositionEventTypes;

/**
 * What becomes of a customer's personal data (PRA-058 to PRA-061): ordered here, done by every service, this one included. Shown from its own
 * events, for a customer has one short stream; only who has not chosen is found in a table.
 */
@ApplicationScoped
class DispositionAggregate implements Aggregate {

    private final CommandHandler<DispositionCommand, Disposition, DispositionEvent> dispositions;
    private final DispositionSettings settings;

    DispositionAggregate(
            CommandHandler<DispositionCommand, Disposition, DispositionEvent> dispositions,
            DispositionSettings settings) {
        this.dispositions = dispositions;
        this.settings = settings;
    }

    @Produces
    @ApplicationScoped
    static CommandHandler<DispositionCommand, Disposition, DispositionEvent> dispositions(CommandHandlers handlers) {
        return handlers.of(new DispositionDecider(), DispositionEventTypes.DISPOSITION_EVENTS);
    }

    @Override
    public List<EventTypes<?>> eventTypes() {
        return List.of(DispositionEventTypes.DISPOSITION_EVENTS);
    }

    @Override
    public Optional<PublishedEvent> publish(RecordedEvent<?> recorded) {
        return recorded.event() instanceof DispositionEvent event
                ? PublishedDispositionEvent.from(event)
                : Optional.empty();
    }

    @Override
    public List<Projection<?>> projections() {
        return List.of(new ChoicesProjection());
    }

    @Override
    public List<Subscription<?>> subscriptions() {
        return settings.services().stream()
                .sorted()
                .map(service -> WhenServiceErasedThenRecord.of(service, dispositions))
                .collect(Collectors.toUnmodifiableList());
    }
}

package nl.waarborg.eventsourcing.erasure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.waarborg.eventsourcing.CommandHandler;
import nl.waarborg.eventsourcing.EventTypes;
import nl.waarborg.eventsourcing.Projection;
import nl.waarborg.eventsourcing.PublishedEvent;
import nl.waarborg.eventsourcing.RecordedEvent;
import nl.waarborg.eventsourcing.erasure.domain.Erasure;
import nl.waarborg.eventsourcing.erasure.domain.ErasureCommand;
import nl.waarborg.eventsourcing.erasure.domain.ErasureDecider;
import nl.waarborg.eventsourcing.erasure.domain.ErasureEvent;
import nl.waarborg.eventsourcing.erasure.domain.ErasureEvent.ErasureBegun;
import nl.waarborg.eventsourcing.erasure.domain.ErasureEvent.ErasurePostponed;
import nl.waarborg.eventsourcing.erasure.domain.ErasureEvent.TenantErased;
import nl.waarborg.eventsourcing.erasure.domain.ReadBack;
import nl.waarborg.eventsourcing.inbound.Subscription;
import nl.waarborg.eventsourcing.service.Aggregate;
import nl.waarborg.eventsourcing.service.CommandHandlers;
import nl.waarborg.eventsourcing.settings.Topics;

/** Every service's part in the erasure of a tenant (PRA-058, PRA-061): begun by processor-agreement-service, answered to it. */
@ApplicationScoped
public class ErasureAggregate implements Aggregate {

    public static final EventTypes<ErasureEvent> EVENTS = new EventTypes<>(Erasure.CATEGORY, ErasureEvent.class)
            .type("erasure-begun", ErasureBegun.class)
            .type("erasure-postponed", ErasurePostponed.class)
            .type("tenant-erased", TenantErased.class);

    private final CommandHandler<ErasureCommand, Erasure, ErasureEvent> commands;
    private final Topics topics;

    ErasureAggregate(CommandHandler<ErasureCommand, Erasure, ErasureEvent> commands, Topics topics) {
        this.commands = commands;
        this.topics = topics;
    }

    @Produces
    @ApplicationScoped
    static CommandHandler<ErasureCommand, Erasure, ErasureEvent> erasures(CommandHandlers handlers) {
        return handlers.of(new ErasureDecider(), EVENTS);
    }

    /** What processor-agreement-service hears. */
    record TenantErasedV1(UUID erasureId, Instant erasedAt, ReadBack readBack) {}

    @Override
    public List<EventTypes<?>> eventTypes() {
        return List.of(EVENTS);
    }

    @Override
    public List<Projection<?>> projections() {
        return List.of(new ErasuresProjection());
    }

    @Override
    public Optional<PublishedEvent> publish(RecordedEvent<?> recorded) {
        return recorded.event() instanceof TenantErased erased
                ? Optional.of(new PublishedEvent(
                        "nl.waarborg.%s.tenant-erased.v1".formatted(topics.service()),
                        new TenantErasedV1(erased.erasureId(), erased.erasedAt(), erased.readBack())))
                : Optional.empty();
    }

    @Override
    public List<Subscription<?>> subscriptions() {
        return List.of(Subscription.to("processor-agreement", "tenant-erasure", WhenErasureConfirmedThenBegin.TYPES)
                .automate(new WhenErasureConfirmedThenBegin(commands)));
    }
}

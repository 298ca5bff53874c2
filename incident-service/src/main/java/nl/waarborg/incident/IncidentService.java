package nl.waarborg.incident;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import nl.waarborg.eventsourcing.DeadlineHandler;
import nl.waarborg.eventsourcing.EventTypes;
import nl.waarborg.eventsourcing.Projection;
import nl.waarborg.eventsourcing.Publication;
import nl.waarborg.eventsourcing.inbound.PostedType;
import nl.waarborg.eventsourcing.inbound.Subscription;
import nl.waarborg.eventsourcing.service.ServiceDefinition;

/** The service, put together from its aggregates. */
@ApplicationScoped
class IncidentService implements ServiceDefinition {

    private final List<Aggregate> aggregates;

    IncidentService(@All List<Aggregate> aggregates) {
        this.aggregates = aggregates;
    }

    @Override
    public String name() {
        return "incident";
    }

    @Override
    public List<EventTypes<?>> eventTypes() {
        return all(Aggregate::eventTypes);
    }

    @Override
    public List<Projection<?>> projections() {
        return all(Aggregate::projections);
    }

    @Override
    public Publication publication() {
        return recorded -> aggregates.stream()
                .map(aggregate -> aggregate.publish(recorded))
                .flatMap(Optional::stream)
                .findFirst();
    }

    @Override
    public List<PostedType<?>> postedTypes() {
        return all(Aggregate::postedTypes);
    }

    @Override
    public List<Subscription<?>> subscriptions() {
        return all(Aggregate::subscriptions);
    }

    @Override
    public List<DeadlineHandler> deadlineHandlers() {
        return all(Aggregate::deadlineHandlers);
    }

    private <T> List<T> all(Function<Aggregate, List<T>> part) {
        return aggregates.stream().map(part).flatMap(Collection::stream).toList();
    }
}
